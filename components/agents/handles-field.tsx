'use client';

import { Plus, X } from 'lucide-react';
import { type Control, useFieldArray, type UseFormRegister } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import type { SettingsValues } from './settings-values';

const MAXIMUM = 20;

/** The owner's names on other networks, as pairs. */
export function HandlesField({
  control,
  register,
  error,
}: {
  control: Control<SettingsValues>;
  register: UseFormRegister<SettingsValues>;
  error?: string;
}) {
  const t = useTranslations();
  const { fields, append, remove } = useFieldArray({ control, name: 'socialHandles' });
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-body font-medium">{t('profile.handles')}</legend>
      {fields.map((field, index) => (
        <div key={field.id} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] gap-2">
          <Input aria-label={t('profile.network')} placeholder="x" maxLength={30} {...register(`socialHandles.${index}.network`)} />
          <Input aria-label={t('profile.handle')} placeholder="@name" maxLength={100} {...register(`socialHandles.${index}.handle`)} />
          <Button variant="ghost" size="icon" aria-label={t('profile.removeHandle')} onClick={() => remove(index)}>
            <X aria-hidden />
          </Button>
        </div>
      ))}
      {error && (
        <p role="alert" className="text-label text-danger">
          {error}
        </p>
      )}
      {fields.length < MAXIMUM && (
        <Button variant="secondary" size="small" className="justify-self-start" onClick={() => append({ network: '', handle: '' })}>
          <Plus aria-hidden />
          {t('profile.addHandle')}
        </Button>
      )}
    </fieldset>
  );
}
