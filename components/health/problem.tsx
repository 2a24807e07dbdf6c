'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useSetAgentStatus } from '@/lib/agents/hooks';
import type { AgentProblem } from '@/lib/health/schema';
import type { KeyOf } from '@/messages/keys';
import { useRenewal } from './quota-meter';

function ResumeButton({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const report = useErrorToast();
  const setStatus = useSetAgentStatus(agentId);
  return (
    <Button variant="secondary" size="small" busy={setStatus.isPending} onClick={() => setStatus.mutateAndTell('active', report)}>
      {t('agentHealth.resume')}
    </Button>
  );
}

function LinkButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button asChild variant="secondary" size="small">
      <Link href={href}>{children}</Link>
    </Button>
  );
}

/** Faults of the account at the provider, which only whoever runs the install can mend. */
const OF_THE_INSTALL = new Set(['PROVIDER_AUTH', 'PROVIDER_CREDIT', 'PROVIDER_UNREACHABLE']);

/** One reason for silence, with what helps. */
export function Problem({ agentId, problem }: { agentId: string; problem: AgentProblem }) {
  const t = useTranslations();
  const renewal = useRenewal();
  switch (problem.reason) {
    case 'paused':
      return (
        <Callout tone="warning" title={t('agentHealth.pausedTitle')} actions={<ResumeButton agentId={agentId} />}>
          {t('agentHealth.pausedText')}
        </Callout>
      );
    case 'quota': {
      const { when, time } = renewal(problem.until ?? new Date().toISOString());
      return (
        <Callout
          tone="warning"
          title={t('agentHealth.quotaTitle')}
          actions={<LinkButton href={`/agents/${agentId}/memory`}>{t('agentHealth.quotaAction')}</LinkButton>}
        >
          {t('agentHealth.quotaText', { when, time })}
        </Callout>
      );
    }
    case 'provider': {
      const known = `providerErrors.${problem.code}` as KeyOf<'providerErrors'>;
      const ofInstall = OF_THE_INSTALL.has(problem.code ?? '');
      return (
        <Callout
          tone="danger"
          title={t('agentHealth.providerTitle')}
          actions={
            <LinkButton href={ofInstall ? '/settings/health' : `/agents/${agentId}/settings`}>
              {t(ofInstall ? 'agentHealth.openHealth' : 'agentHealth.chooseModel')}
            </LinkButton>
          }
        >
          {t.has(known) ? t(known) : problem.message}
        </Callout>
      );
    }
    case 'worker':
      return (
        <Callout
          tone="warning"
          title={t('agentHealth.workerTitle')}
          actions={<LinkButton href="/settings/health">{t('agentHealth.openHealth')}</LinkButton>}
        >
          {t('agentHealth.workerText')}
        </Callout>
      );
    default:
      return null;
  }
}
