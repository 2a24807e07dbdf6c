import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import type { Translate } from '@/messages/keys';

/** What a field must be, in the reader's language; the schemas themselves speak English, as the API does. */
function sentence(t: Translate, issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') {
    return t(issue.origin === 'array' ? 'validation.tooMany' : 'validation.tooLong', { maximum: Number(issue.maximum) });
  }
  if (issue.code === 'too_small' && issue.origin === 'string' && Number(issue.minimum) > 1) {
    return t('validation.tooShort', { minimum: Number(issue.minimum) });
  }
  return t(issue.code === 'too_small' ? 'validation.required' : 'validation.invalid');
}

async function loadSchema(load: () => Promise<z.ZodType>): Promise<z.ZodType | undefined> {
  try {
    // Before any schema is made: pages allow no evaluated code, and even asking whether they do is reported as a violation.
    const { config } = await import('zod');
    config({ jitless: true });
    return await load();
  } catch {
    return undefined;
  }
}

/** Checks a form by the contract's own schema, which is loaded when it is first needed. */
export function contractResolver<Values extends FieldValues>(
  t: Translate,
  load: () => Promise<z.ZodType>,
  toBody: (values: Values) => unknown,
): Resolver<Values> {
  return async (values) => {
    const schema = await loadSchema(load);
    // Without a network it cannot be fetched; the server checks the same, and what is sent fails with words of its own.
    if (!schema) return { values, errors: {} };
    const parsed = schema.safeParse(toBody(values));
    if (parsed.success) return { values, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0] ?? 'root');
      errors[field] ??= { type: issue.code ?? 'invalid', message: sentence(t, issue) };
    }
    return { values: {}, errors: errors as FieldErrors<Values> };
  };
}

/** The fields of a refused body that the server names, each with a sentence. */
export function fieldErrorsOf(t: Translate, details: unknown): { field: string; message: string }[] {
  if (!Array.isArray(details)) return [];
  return details.flatMap((detail: unknown) => {
    if (typeof detail !== 'object' || detail === null || !('field' in detail)) return [];
    return [{ field: String(detail.field).split('.')[0] ?? '', message: t('validation.invalid') }];
  });
}
