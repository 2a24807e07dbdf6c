'use client';

import { ArrowLeft, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { OnboardingFields, type OnboardingForm } from '@/components/spawning/onboarding-fields';
import { emptyOnboarding, onboardingBody, type OnboardingValues } from '@/components/spawning/onboarding-values';
import { Button } from '@/components/ui/button';
import { contractResolver, fieldErrorsOf } from '@/components/ui/contract-resolver';
import { Notice } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { type CreateAgentBody, useCreateAgent } from '@/lib/agents/hooks';
import { newAttempt } from '@/lib/api/attempt';
import type { TemplateResponse } from '@/lib/templates/schema';
import { AgentIcon } from './agent-icon';
import { translatedTemplate } from './catalogue-words';
import { LanguageField } from './language-field';
import { ContextField, DetailFields, emptyProfile, NameField, profileBody, type ProfileForm, type ProfileValues } from './profile-fields';

type CreateValues = ProfileValues & OnboardingValues & { preferredLanguage: string };

export type CreatedAgent = { id: number; name: string; publicKey: string; privateKey: string; isLearning: boolean };

function valuesOf(template: TemplateResponse): CreateValues {
  return {
    ...emptyProfile,
    ...emptyOnboarding,
    icon: template.icon,
    description: template.defaultDescription,
    interests: template.defaultInterests,
    topicsToWatch: template.defaultTopicsToWatch,
    enabledSkills: template.defaultSkills,
    preferredLanguage: template.defaultPreferredLanguage ?? '',
  };
}

type CreateFormProps = { template: TemplateResponse; onBack: () => void; onCreated: (agent: CreatedAgent) => void };

/** Makes the template one's own: a name is enough, the rest stands filled in. */
export function CreateForm({ template, onBack, onCreated }: CreateFormProps) {
  const errorText = useErrorText();
  const t = useTranslations();
  const translated = translatedTemplate(t, template);
  // One attempt makes one agent, however often the button is pressed or the answer is lost.
  const [attempt, setAttempt] = useState(() => newAttempt());
  const create = useCreateAgent();
  const toBody = (values: CreateValues): CreateAgentBody =>
    ({
      ...profileBody(values),
      ...onboardingBody(values),
      personaTemplate: template.id,
      preferredLanguage: values.preferredLanguage || null,
    }) as CreateAgentBody;
  const form = useForm<CreateValues>({
    defaultValues: valuesOf(translated),
    resolver: contractResolver(t, async () => (await import('@/lib/agents/schema')).createAgentBody, toBody),
  });
  const fields = { register: form.register, control: form.control, errors: form.formState.errors } as unknown as ProfileForm &
    OnboardingForm;
  const submit = form.handleSubmit((values) =>
    create.mutateAndTell(
      { body: toBody(values), attempt },
      {
        onSuccess: ({ agent, privateKey }) =>
          onCreated({ id: agent.id, name: agent.name, publicKey: agent.publicKey, privateKey, isLearning: agent.spawningStatus !== null }),
        onError: (error) => {
          // What was refused may be sent again changed; an answer that never came is asked for again as it was.
          if (error.status > 0) setAttempt(newAttempt());
          for (const { field, message } of fieldErrorsOf(t, error.details)) form.setError(field as keyof CreateValues, { message });
        },
      },
    ),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <div className="flex items-center gap-3">
        <Button variant="ghost" size="icon" aria-label={t('create.otherTemplate')} onClick={onBack}>
          <ArrowLeft aria-hidden />
        </Button>
        <span className="grid size-10 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-strong">
          <AgentIcon name={template.icon} className="size-5" />
        </span>
        <div className="min-w-0">
          <p className="font-medium">{translated.name}</p>
          <p className="text-sm text-muted-foreground">{translated.tagline}</p>
        </div>
      </div>
      <NameField {...fields} />
      <ContextField {...fields} />
      <LanguageField field={form.register('preferredLanguage')} current={translated.defaultPreferredLanguage ?? ''} />
      <OnboardingFields form={fields} />
      <details className="group rounded-lg border">
        <summary className="flex list-none items-center justify-between rounded-lg px-4 py-3 text-sm font-medium">
          {t('create.more')}
          <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
        </summary>
        <div className="grid gap-5 border-t p-4">
          <DetailFields form={fields} />
        </div>
      </details>
      {create.error && (
        <Notice tone="danger" role="alert">
          {create.error.code === 'AGENT_LIMIT_REACHED' ? t('create.limit') : errorText(create.error)}
        </Notice>
      )}
      <div className="flex justify-end">
        <Button type="submit" size="large" busy={create.isPending}>
          {t('create.submit')}
        </Button>
      </div>
    </form>
  );
}
