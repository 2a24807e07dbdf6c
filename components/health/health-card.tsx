'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { useAgentHealth } from '@/lib/health/hooks';

const Problem = dynamic(() => import('./problem').then((module) => module.Problem), { ssr: false });

/** Says why an agent is silent or learns nothing, with the one action that helps; recall mode is told where one writes. */
export function HealthCard({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const { data } = useAgentHealth(agentId);
  const problems = data?.problems.filter(({ reason }) => reason !== 'recall') ?? [];
  if (problems.length === 0) return null;
  return (
    <section aria-label={t('agentHealth.label')} className="grid shrink-0 gap-2 px-3 pt-3 md:px-6">
      {problems.map((problem) => (
        <Problem key={problem.reason} agentId={agentId} problem={problem} />
      ))}
    </section>
  );
}
