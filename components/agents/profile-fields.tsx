'use client';

import { type Control, Controller, type FieldErrors, type FieldPath, type UseFormRegister, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { KeyOf } from '@/messages/keys';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { TagInput } from '@/components/ui/tag-input';
import { Switch } from '@/components/ui/switch';
import { Skeleton } from '@/components/ui/surface';
import { useSkills } from '@/lib/skills/hooks';
import { agentIconNames } from './agent-icon';
import { translatedSkill } from './catalogue-words';

/** What an owner says about an agent, when it is made and later in its settings. */
export type ProfileValues = {
  name: string;
  icon: string;
  description: string;
  interests: string[];
  topicsToWatch: string[];
  personalContext: string;
  humorStyle: string;
  enabledSkills: string[];
};

export const emptyProfile: ProfileValues = {
  name: '',
  icon: 'bot',
  description: '',
  interests: [],
  topicsToWatch: [],
  personalContext: '',
  humorStyle: '',
  enabledSkills: [],
};

const DESCRIPTION_LENGTH = 500;
const CONTEXT_LENGTH = 1_000;
const MOST_TAGS = 20;

const humorStyles = ['straight', 'dry-wit', 'playful', 'sarcastic', 'absurdist'];

type Fields<Values extends ProfileValues> = {
  register: UseFormRegister<Values>;
  control: Control<Values>;
  errors: FieldErrors<ProfileValues>;
};

/** A form that holds at least a profile; forms with more fields hand themselves in as this. */
export type ProfileForm = Fields<ProfileValues>;

export function NameField({ register, errors }: ProfileForm) {
  const t = useTranslations();
  return (
    <Field label={t('profile.name')} error={errors.name?.message}>
      {(control) => <Input {...control} autoComplete="off" maxLength={50} {...register('name')} />}
    </Field>
  );
}

export function ContextField({ register, control, errors }: ProfileForm) {
  const t = useTranslations();
  const used = useWatch({ control, name: 'personalContext' }).length;
  return (
    <Field
      label={t('profile.personalContext')}
      hint={t('profile.personalContextHint')}
      count={{ used, limit: CONTEXT_LENGTH }}
      error={errors.personalContext?.message}
    >
      {(field) => <Textarea {...field} className="field-sizing-content" maxLength={CONTEXT_LENGTH} {...register('personalContext')} />}
    </Field>
  );
}

export function DescriptionField({ register, control, errors }: ProfileForm) {
  const t = useTranslations();
  const used = useWatch({ control, name: 'description' }).length;
  return (
    <Field
      label={t('profile.description')}
      hint={t('profile.descriptionHint')}
      count={{ used, limit: DESCRIPTION_LENGTH }}
      error={errors.description?.message}
    >
      {(field) => <Textarea {...field} className="field-sizing-content" maxLength={DESCRIPTION_LENGTH} {...register('description')} />}
    </Field>
  );
}

export function TagField({ name, form }: { name: Extract<FieldPath<ProfileValues>, 'interests' | 'topicsToWatch'>; form: ProfileForm }) {
  const t = useTranslations();
  return (
    <Field label={t(`profile.${name}`)} hint={t(`profile.${name}Hint`)} error={form.errors[name]?.message}>
      {(control) => (
        <Controller
          control={form.control}
          name={name}
          render={({ field }) => (
            <TagInput
              control={control}
              value={field.value}
              onChange={field.onChange}
              placeholder={t('profile.tagPlaceholder')}
              limit={MOST_TAGS}
            />
          )}
        />
      )}
    </Field>
  );
}

export function HumorField({ register, errors }: ProfileForm) {
  const t = useTranslations();
  return (
    <Field label={t('profile.humor')} error={errors.humorStyle?.message}>
      {(control) => (
        <Select {...control} {...register('humorStyle')}>
          <option value="">{t('profile.humorDefault')}</option>
          {humorStyles.map((style) => (
            <option key={style} value={style}>
              {t(`humor.${style}` as KeyOf<'humor'>)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function IconField({ register, errors }: ProfileForm) {
  const t = useTranslations();
  return (
    <Field label={t('profile.icon')} error={errors.icon?.message}>
      {(control) => (
        <Select {...control} {...register('icon')}>
          {agentIconNames.map((name) => (
            <option key={name} value={name}>
              {t(`icons.${name}` as KeyOf<'icons'>)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function SkillSwitches({ control }: ProfileForm) {
  const t = useTranslations();
  const { data } = useSkills();
  if (!data) return <Skeleton className="h-40" />;
  return (
    <Controller
      control={control}
      name="enabledSkills"
      render={({ field }) => (
        <fieldset className="grid gap-3">
          <legend className="sr-only">{t('profile.skills')}</legend>
          {data
            .map((skill) => translatedSkill(t, skill))
            .map((skill) => (
              <div key={skill.id} className="flex items-start justify-between gap-4">
                <div className="min-w-0">
                  <p id={`skill-${skill.id}`} className="text-body font-medium">
                    {skill.name}
                  </p>
                  <p className="text-label text-muted-foreground">{skill.description}</p>
                </div>
                <Switch
                  aria-labelledby={`skill-${skill.id}`}
                  checked={field.value.includes(skill.id)}
                  onCheckedChange={(on) => field.onChange(on ? [...field.value, skill.id] : field.value.filter((id) => id !== skill.id))}
                />
              </div>
            ))}
        </fieldset>
      )}
    />
  );
}

/** Everything but the name and what the owner says about themselves. */
export function DetailFields({ form }: { form: ProfileForm }) {
  return (
    <>
      <DescriptionField {...form} />
      <TagField name="interests" form={form} />
      <TagField name="topicsToWatch" form={form} />
      <div className="grid gap-5 sm:grid-cols-2">
        <HumorField {...form} />
        <IconField {...form} />
      </div>
      <SkillSwitches {...form} />
    </>
  );
}

/** The fields that both creation and settings send; empty texts become null. */
export function profileBody(values: ProfileValues) {
  return {
    name: values.name,
    icon: values.icon,
    description: values.description,
    interests: values.interests,
    topicsToWatch: values.topicsToWatch,
    personalContext: values.personalContext.trim() || null,
    humorStyle: values.humorStyle || null,
    enabledSkills: values.enabledSkills,
  };
}
