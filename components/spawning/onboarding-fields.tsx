'use client';

import { ChevronDown } from 'lucide-react';
import { type Control, Controller, type FieldErrors, type UseFormRegister } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { TagInput } from '@/components/ui/tag-input';
import type { OnboardingValues } from './onboarding-values';

/** A form that holds at least these fields; a form with more hands itself in as this. */
export type OnboardingForm = {
  register: UseFormRegister<OnboardingValues>;
  control: Control<OnboardingValues>;
  errors: FieldErrors<OnboardingValues>;
};

type TextName = Exclude<keyof OnboardingValues, 'urls' | 'languages' | 'ownerName' | 'goals' | 'challenges' | 'experienceLevel'>;

function TextField({ name, limit, form }: { name: TextName; limit: number; form: OnboardingForm }) {
  const t = useTranslations();
  return (
    <Field label={t(`spawning.${name}`)} error={form.errors[name]?.message}>
      {(control) => <Input {...control} maxLength={limit} {...form.register(name)} />}
    </Field>
  );
}

function LinesField({ name, form }: { name: 'goals' | 'challenges'; form: OnboardingForm }) {
  const t = useTranslations();
  return (
    <Field label={t(`spawning.${name}`)} hint={t('spawning.lines')} error={form.errors[name]?.message}>
      {(control) => <Textarea {...control} rows={3} maxLength={920} {...form.register(name)} />}
    </Field>
  );
}

function ListField({ name, hint, limit, form }: { name: 'urls' | 'languages'; hint?: string; limit: number; form: OnboardingForm }) {
  const t = useTranslations();
  return (
    <Field label={t(`spawning.${name}`)} hint={hint} error={form.errors[name]?.message}>
      {(control) => (
        <Controller
          control={form.control}
          name={name}
          render={({ field }) => <TagInput control={control} value={field.value} onChange={field.onChange} limit={limit} />}
        />
      )}
    </Field>
  );
}

const levels = ['beginner', 'intermediate', 'advanced'] as const;

/** The choice of how experienced somebody is. */
export function LevelOptions() {
  const t = useTranslations();
  return (
    <>
      <option value="">{t('spawning.choose')}</option>
      {levels.map((level) => (
        <option key={level} value={level}>
          {t(`spawning.${level}`)}
        </option>
      ))}
    </>
  );
}

/** What an owner may tell about themselves, folded away: an agent can be made without it. */
export function OnboardingFields({ form }: { form: OnboardingForm }) {
  const t = useTranslations();
  return (
    <details className="group rounded-lg border">
      <summary className="flex list-none items-center justify-between gap-3 rounded-lg px-4 py-3 text-sm font-medium">
        {t('spawning.formTitle')}
        <ChevronDown aria-hidden className="size-4 shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid gap-5 border-t p-4">
        <p className="text-label text-pretty text-muted-foreground">{t('spawning.formText')}</p>
        <Field label={t('spawning.name')} error={form.errors.ownerName?.message}>
          {(control) => <Input {...control} autoComplete="name" maxLength={100} {...form.register('ownerName')} />}
        </Field>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="xHandle" limit={100} form={form} />
          <TextField name="linkedinUrl" limit={2_000} form={form} />
        </div>
        <ListField name="urls" hint={t('spawning.urlsHint')} limit={10} form={form} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="location" limit={200} form={form} />
          <TextField name="domain" limit={200} form={form} />
        </div>
        <LinesField name="goals" form={form} />
        <LinesField name="challenges" form={form} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="targetAudience" limit={300} form={form} />
          <TextField name="budget" limit={200} form={form} />
          <Field label={t('spawning.experienceLevel')} error={form.errors.experienceLevel?.message}>
            {(control) => (
              <Select {...control} {...form.register('experienceLevel')}>
                <LevelOptions />
              </Select>
            )}
          </Field>
          <ListField name="languages" limit={10} form={form} />
        </div>
      </div>
    </details>
  );
}
