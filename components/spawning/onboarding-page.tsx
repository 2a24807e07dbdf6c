'use client';

import { UserSearch } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Skeleton } from '@/components/ui/surface';
import { useSpawning } from '@/lib/spawning/hooks';
import { KnowledgeGaps } from './knowledge-gaps';
import { ResearchReport } from './research-report';
import { SpawningSteps } from './spawning-steps';

function Loading() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-6">
      <Skeleton className="h-80 rounded-lg" />
      <Skeleton className="h-48 rounded-lg" />
    </div>
  );
}

/** How the agent got to know its owner: the steps, what was found and where, and what is still open. */
export function OnboardingPage({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const { data, error, isPending, refetch } = useSpawning(agentId);
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-7 px-4 py-7 sm:px-8 sm:py-9">
      <PageHeader level="h2" title={t('spawning.title')} description={t('spawning.text')} />
      {isPending && <Loading />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.spawningStatus === null && (
        <EmptyState
          icon={<UserSearch aria-hidden />}
          title={t('spawning.none')}
          action={
            <Button asChild>
              <Link href={`/agents/${agentId}/chat`}>{t('spawning.talk')}</Link>
            </Button>
          }
        >
          {t('spawning.noneText')}
        </EmptyState>
      )}
      {data && data.spawningStatus !== null && (
        <>
          <SpawningSteps agentId={agentId} status={data} />
          {data.research && <ResearchReport research={data.research} />}
          {data.knowledgeGaps && <KnowledgeGaps agentId={agentId} gaps={data.knowledgeGaps} />}
        </>
      )}
    </div>
  );
}
