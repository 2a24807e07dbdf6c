'use client';

import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { SaveBar } from '@/components/shell/save-bar';
import { UnsavedGuard } from '@/components/shell/unsaved-guard';
import { useSaveKey } from '@/components/shell/use-save-key';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { contractResolver, fieldErrorsOf } from '@/components/ui/contract-resolver';
import { ErrorState } from '@/components/ui/states';
import { Card, Section, Skeleton } from '@/components/ui/surface';
import { toast } from '@/components/ui/toast';
import { useErrorText } from '@/components/ui/use-error-text';
import { usePutSettings, useSettings } from '@/lib/agents/hooks';
import { useGrants } from '@/lib/grants/hooks';
import { useSkills } from '@/lib/skills/hooks';
import { DangerZone } from './danger-zone';
import { HandlesField } from './handles-field';
import { LanguageField } from './language-field';
import { ModelField } from './model-field';
import { PartnerGrants } from './partner-grants';
import {
  ContextField,
  DescriptionField,
  HumorField,
  IconField,
  NameField,
  type ProfileForm,
  SkillSwitches,
  TagField,
} from './profile-fields';
import { bodyOf, type Settings, type SettingsValues, valuesOf } from './settings-values';
import { StatusSection } from './status-section';

const group = 'grid gap-5 p-4 sm:p-5';

function SettingsForm({ agentId, settings }: { agentId: string; settings: Settings }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const put = usePutSettings(agentId);
  const form = useForm<SettingsValues>({
    mode: 'onTouched',
    values: valuesOf(settings),
    resetOptions: { keepDirtyValues: true },
    resolver: contractResolver(t, async () => (await import('@/lib/agents/schema')).putSettingsBody, bodyOf),
  });
  const { errors, isDirty } = form.formState;
  const fields = { register: form.register, control: form.control, errors } as unknown as ProfileForm;
  const submit = form.handleSubmit((values) =>
    put.mutate(bodyOf(values), {
      onSuccess: (answer) => {
        form.reset(valuesOf(answer.settings));
        toast.success(t('settings.saved'));
      },
      onError: (error) => {
        for (const { field, message } of fieldErrorsOf(t, error.details)) form.setError(field as keyof SettingsValues, { message });
      },
    }),
  );
  const discard = () => {
    form.reset();
    put.reset();
  };
  useSaveKey(() => void (isDirty && !put.isPending && submit()));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-9">
      <UnsavedGuard when={isDirty} onLeave={discard} />
      <Section title={t('settings.profile')} description={t('settings.profileText')}>
        <Card className={group}>
          <div className="grid gap-5 sm:grid-cols-[2fr_1fr]">
            <NameField {...fields} />
            <IconField {...fields} />
          </div>
          <DescriptionField {...fields} />
        </Card>
      </Section>
      <Section title={t('settings.voice')}>
        <Card className={`${group} sm:grid-cols-2`}>
          <LanguageField
            field={form.register('preferredLanguage')}
            current={settings.preferredLanguage ?? ''}
            error={errors.preferredLanguage?.message}
          />
          <HumorField {...fields} />
        </Card>
      </Section>
      <Section title={t('settings.attention')}>
        <Card className={group}>
          <TagField name="interests" form={fields} />
          <TagField name="topicsToWatch" form={fields} />
        </Card>
      </Section>
      <Section title={t('settings.about')} description={t('settings.aboutText')}>
        <Card className={group}>
          <ContextField {...fields} />
          <HandlesField control={form.control} register={form.register} error={errors.socialHandles?.message} />
        </Card>
      </Section>
      <Section title={t('profile.skills')}>
        <Card className={group}>
          <SkillSwitches {...fields} />
        </Card>
      </Section>
      <Section title={t('settings.model')} description={t('settings.modelText')}>
        <ModelField register={form.register} modelInfo={settings.modelInfo} />
      </Section>
      {put.error && (
        <Callout tone="danger" role="alert" title={t('settings.notSaved')}>
          {errorText(put.error)}
        </Callout>
      )}
      {isDirty && (
        <SaveBar note={<span role="status">{t('common.unsaved')}</span>}>
          <Button variant="secondary" onClick={discard}>
            {t('soul.discard')}
          </Button>
          <Button type="submit" busy={put.isPending}>
            {t('common.save')}
          </Button>
        </SaveBar>
      )}
    </form>
  );
}

function LoadingSettings() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-9">
      {['h-17', 'h-64', 'h-32', 'h-56'].map((height) => (
        <div key={height} className="grid gap-4">
          <Skeleton className="h-5 w-32" />
          <Skeleton className={`rounded-lg ${height}`} />
        </div>
      ))}
    </div>
  );
}

/** What the owner decides about one agent. */
export function AgentSettingsPage({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const settings = useSettings(agentId);
  // Parts of the page show them: asked for now, they do not wait for the settings.
  useSkills();
  useGrants(agentId);
  return (
    <div className="mx-auto grid w-full max-w-[44rem] gap-9 px-4 py-7 sm:px-8 sm:py-9">
      <PageHeader level="h2" title={t('settings.title')} />
      {settings.isPending && <LoadingSettings />}
      {settings.error && !settings.data && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && (
        <>
          <StatusSection agentId={agentId} />
          <SettingsForm agentId={agentId} settings={settings.data} />
          <PartnerGrants agentId={agentId} />
          <DangerZone agentId={agentId} name={settings.data.name} />
        </>
      )}
    </div>
  );
}
