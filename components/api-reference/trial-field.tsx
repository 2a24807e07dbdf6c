'use client';

import { Field, Input, Select } from '@/components/ui/field';
import { CodeText } from './code-text';
import type { TrialField } from './trial';
import { useTranslations } from 'use-intl';

type TrialFieldProps = { field: TrialField; value: string; error: string | undefined; onChange: (value: string) => void };

/** A parameter of an operation as a form field of its kind. */
export function TrialFieldControl({ field, value, error, onChange }: TrialFieldProps) {
  const t = useTranslations();
  const choices = field.kind === 'boolean' ? ['true', 'false'] : field.choices;
  const label = (
    <>
      <span className="font-mono text-label">{field.name}</span>
      {field.required && <span className="ms-2 text-caption font-normal text-muted-foreground">{t('docs.row.required')}</span>}
    </>
  );
  const hint = field.description && (
    <span lang="en">
      <CodeText text={field.description} />
    </span>
  );
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) =>
        choices.length > 0 ? (
          <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">{field.fallback ? `${t('docs.try.unset')} (${field.fallback})` : t('docs.try.unset')}</option>
            {choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </Select>
        ) : (
          <Input
            {...control}
            inputMode={field.kind === 'number' ? 'numeric' : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={field.example}
            className="font-mono"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
