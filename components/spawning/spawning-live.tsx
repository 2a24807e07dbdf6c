'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/surface';
import { useSpawning } from '@/lib/spawning/hooks';
import { SpawningSteps } from './spawning-steps';

/** The steps of an agent that was just made, and the way to what they bring. */
export function SpawningLive({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const { data } = useSpawning(agentId);
  if (!data) return <Skeleton className="h-72 rounded-lg" />;
  return (
    <div className="grid gap-3">
      <SpawningSteps agentId={agentId} status={data} />
      <Button asChild variant="link" className="justify-self-start">
        <Link href={`/agents/${agentId}/onboarding`}>{t('spawning.see')}</Link>
      </Button>
    </div>
  );
}
