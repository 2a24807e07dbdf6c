import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';

/** Checks a form by the contract's own schema, which is loaded when it is first needed. */
export function contractResolver<Values extends FieldValues>(
  load: () => Promise<z.ZodType>,
  toBody: (values: Values) => unknown,
): Resolver<Values> {
  return async (values) => {
    // Before any schema is made: pages allow no evaluated code, and even asking whether they do is reported as a violation.
    const { config } = await import('zod');
    config({ jitless: true });
    const schema = await load();
    const parsed = schema.safeParse(toBody(values));
    if (parsed.success) return { values, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0] ?? 'root');
      errors[field] ??= { type: issue.code ?? 'invalid', message: sentence(issue.message) };
    }
    return { values: {}, errors: errors as FieldErrors<Values> };
  };
}

/** The server's details of a refused body, by field. */
export function fieldErrorsOf(details: unknown): { field: string; message: string }[] {
  if (!Array.isArray(details)) return [];
  return details.flatMap((detail: unknown) => {
    if (typeof detail !== 'object' || detail === null || !('field' in detail) || !('message' in detail)) return [];
    return [{ field: String(detail.field).split('.')[0] ?? '', message: sentence(String(detail.message)) }];
  });
}

/** Schemas speak in predicates ("is required"); a field's message is a sentence. */
function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
