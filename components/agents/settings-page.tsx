'use client';

import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { contractResolver, fieldErrorsOf } from '@/components/ui/contract-resolver';
import { ErrorState } from '@/components/ui/states';
import { Notice, Section, Skeleton } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { type SettingsBody, usePutSettings, useSettings } from '@/lib/agents/hooks';
import { DangerZone } from './danger-zone';
import { HandlesField } from './handles-field';
import { ModelField } from './model-field';
import { PartnerGrants } from './partner-grants';
import { ContextField, DetailFields, NameField, profileBody, type ProfileForm, type ProfileValues } from './profile-fields';

type Settings = NonNullable<ReturnType<typeof useSettings>['data']>;
export type SettingsValues = ProfileValues & { premiumModel: string; emoji: string; socialHandles: { network: string; handle: string }[] };

function valuesOf(settings: Settings): SettingsValues {
  return {
    name: settings.name,
    icon: settings.icon,
    emoji: settings.emoji ?? '',
    description: settings.description,
    interests: settings.interests,
    topicsToWatch: settings.topicsToWatch,
    personalContext: settings.personalContext ?? '',
    humorStyle: settings.humorStyle ?? '',
    enabledSkills: settings.enabledSkills,
    premiumModel: settings.premiumModel ?? 'none',
    socialHandles: Object.entries(settings.socialHandles).map(([network, handle]) => ({ network, handle })),
  };
}

function toBody(values: SettingsValues): SettingsBody {
  const handles = values.socialHandles.filter(({ network, handle }) => network.trim() !== '' && handle.trim() !== '');
  return {
    ...profileBody(values),
    emoji: values.emoji.trim() || null,
    premiumModel: values.premiumModel,
    socialHandles: Object.fromEntries(handles.map(({ network, handle }) => [network.trim(), handle.trim()])),
  } as SettingsBody;
}

function SettingsForm({ agentId, settings }: { agentId: string; settings: Settings }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const put = usePutSettings(agentId);
  const form = useForm<SettingsValues>({
    values: valuesOf(settings),
    resetOptions: { keepDirtyValues: true },
    resolver: contractResolver(t, async () => (await import('@/lib/agents/schema')).putSettingsBody, toBody),
  });
  const fields = { register: form.register, control: form.control, errors: form.formState.errors } as unknown as ProfileForm;
  const submit = form.handleSubmit((values) =>
    put.mutate(toBody(values), {
      onSuccess: (answer) => {
        form.reset(valuesOf(answer.settings));
        toast.success(t('settings.saved'));
      },
      onError: (error) => {
        for (const { field, message } of fieldErrorsOf(t, error.details)) form.setError(field as keyof SettingsValues, { message });
      },
    }),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-10">
      <Section title={t('settings.model')} description={t('settings.modelText')}>
        <ModelField register={form.register} modelInfo={settings.modelInfo} />
      </Section>
      <Section title={t('settings.profile')}>
        <div className="grid gap-5">
          <NameField {...fields} />
          <ContextField {...fields} />
          <DetailFields form={fields} />
          <HandlesField control={form.control} register={form.register} error={form.formState.errors.socialHandles?.message} />
        </div>
      </Section>
      {put.error && (
        <Notice tone="danger" role="alert">
          {errorText(put.error)}
        </Notice>
      )}
      <div className="sticky bottom-0 -mx-4 flex items-center justify-end gap-2 border-t bg-background px-4 py-3 sm:-mx-8 sm:px-8">
        {form.formState.isDirty && (
          <Button variant="secondary" onClick={() => form.reset()}>
            {t('soul.discard')}
          </Button>
        )}
        <Button type="submit" busy={put.isPending} disabled={!form.formState.isDirty}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}

/** What the owner decides about one agent. */
export function AgentSettingsPage({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const settings = useSettings(agentId);
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-8 px-4 py-7 sm:px-8 sm:py-9">
      <PageHeader level="h2" title={t('settings.title')} />
      {settings.isPending && <Skeleton className="h-96" />}
      {settings.error && !settings.data && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && (
        <>
          <SettingsForm agentId={agentId} settings={settings.data} />
          <PartnerGrants agentId={agentId} />
          <DangerZone agentId={agentId} name={settings.data.name} />
        </>
      )}
    </div>
  );
}
