'use client';

import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Field, Select } from '@/components/ui/field';

const languages = ['en', 'pt-BR', 'sw', 'es', 'fr', 'de', 'ar', 'hi', 'yo', 'ha', 'am'] as const;

/** The language that the agent answers in; one that was set over the API stays among the choices. */
export function LanguageField({ field, current, error }: { field: UseFormRegisterReturn; current: string; error?: string }) {
  const t = useTranslations();
  const listed = current === '' || languages.some((code) => code === current);
  return (
    <Field label={t('profile.language')} hint={t('profile.languageHint')} error={error}>
      {(control) => (
        <Select {...control} {...field}>
          <option value="">{t('profile.languageDefault')}</option>
          {languages.map((code) => (
            <option key={code} value={code}>
              {t(`languages.${code}`)}
            </option>
          ))}
          {!listed && <option value={current}>{t('settings.languageOther', { code: current })}</option>}
        </Select>
      )}
    </Field>
  );
}
