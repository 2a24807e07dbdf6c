'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Card, Section } from '@/components/ui/surface';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useAgent, useEraseAgent, useSetAgentStatus } from '@/lib/agents/hooks';

function Row({ title, text, action }: { title: string; text: string; action: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-4">
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-sm font-medium">{title}</p>
        <p className="text-[0.8125rem] leading-snug text-muted-foreground">{text}</p>
      </div>
      {action}
    </div>
  );
}

/** Pausing, which can be taken back, and erasing, which cannot. */
export function DangerZone({ agentId, name }: { agentId: string; name: string }) {
  const report = useErrorToast();
  const t = useTranslations();
  const router = useRouter();
  const status = useAgent(agentId).data?.agent.status;
  const setStatus = useSetAgentStatus(agentId);
  const erase = useEraseAgent(agentId);
  const paused = status === 'paused';
  const eraseForGood = () => erase.mutate(undefined, { ...report, onSuccess: () => router.replace('/agents') });
  return (
    <Section title={t('danger.title')}>
      <Card className="divide-y">
        <Row
          title={t(paused ? 'danger.resumeTitle' : 'danger.pauseTitle')}
          text={t(paused ? 'danger.resumeText' : 'danger.pauseText')}
          action={
            <Button
              variant="secondary"
              size="small"
              busy={setStatus.isPending}
              disabled={!status}
              onClick={() => setStatus.mutate(paused ? 'active' : 'paused', report)}
            >
              {t(paused ? 'danger.resume' : 'danger.pause')}
            </Button>
          }
        />
        <Row
          title={t('danger.eraseTitle')}
          text={t('danger.eraseText')}
          action={
            <Confirm
              trigger={
                <Button variant="danger" size="small" busy={erase.isPending}>
                  {t('danger.erase')}
                </Button>
              }
              title={t('danger.eraseQuestion', { name })}
              description={t('danger.eraseText')}
              confirmLabel={t('danger.erase')}
              typeToConfirm={name}
              onConfirm={eraseForGood}
            />
          }
        />
      </Card>
    </Section>
  );
}
