'use client';

import { useTranslations } from 'use-intl';
import { Badge, Card, Section, Skeleton } from '@/components/ui/surface';
import { Switch } from '@/components/ui/switch';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useAgent, useSetAgentStatus } from '@/lib/agents/hooks';

/** Whether the agent answers: turned at once, apart from the form. */
export function StatusSection({ agentId }: { agentId: string }) {
  const report = useErrorToast();
  const t = useTranslations();
  const status = useAgent(agentId).data?.agent.status;
  const setStatus = useSetAgentStatus(agentId);
  const paused = status === 'paused';
  return (
    <Section title={t('settings.status')}>
      {!status && <Skeleton className="h-17" />}
      {status && (
        <Card className="flex items-center justify-between gap-4 px-4 py-3.5">
          <div className="min-w-0">
            <p id="agent-answers" className="flex items-center gap-2 text-body font-medium">
              {t('settings.answering')}
              <Badge tone={paused ? 'warning' : 'positive'}>{t(paused ? 'agents.paused' : 'agents.ready')}</Badge>
            </p>
            <p className="text-label text-muted-foreground">{t(paused ? 'danger.pauseText' : 'settings.answeringText')}</p>
          </div>
          <Switch
            aria-labelledby="agent-answers"
            checked={!paused}
            onCheckedChange={(on) => setStatus.mutateAndTell(on ? 'active' : 'paused', report)}
          />
        </Card>
      )}
    </Section>
  );
}
