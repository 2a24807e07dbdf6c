'use client';

import { Library, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useUrlState } from '@/components/shell/url-state';
import { Button } from '@/components/ui/button';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Card, Notice, Skeleton } from '@/components/ui/surface';
import { useKnowledge } from '@/lib/knowledge/hooks';
import { KNOWLEDGE_LIMIT } from '@/lib/knowledge/limits';
import { KnowledgeItem } from './knowledge-item';

const AddKnowledge = dynamic(() => import('./add-knowledge').then((module) => module.AddKnowledge), { ssr: false });

function LoadingList() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')}>
      <Card className="grid divide-y px-4 py-1 sm:px-5">
        {['w-2/5', 'w-3/5', 'w-1/3'].map((width) => (
          <div key={width} className="grid gap-2.5 py-4">
            <Skeleton className={`h-5 ${width}`} />
            <Skeleton className="h-4 w-56 max-w-full" />
          </div>
        ))}
      </Card>
    </div>
  );
}

/** The texts themselves, or what stands in their place. */
function Texts({ agentId, add }: { agentId: string; add: ReactNode }) {
  const t = useTranslations();
  const query = useKnowledge(agentId);
  if (query.isPending) return <LoadingList />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { knowledge } = query.data;
  if (knowledge.length === 0) {
    return (
      <EmptyState icon={<Library aria-hidden />} title={t('knowledge.emptyTitle')} action={add}>
        {t('knowledge.emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      {knowledge.length >= KNOWLEDGE_LIMIT && <Notice tone="warning">{t('knowledge.full', { limit: KNOWLEDGE_LIMIT })}</Notice>}
      <p role="status" className="text-label text-muted-foreground">
        {t('knowledge.count', { count: knowledge.length, limit: KNOWLEDGE_LIMIT })}
      </p>
      <Card className="px-4 py-1 sm:px-5">
        <ul aria-label={t('knowledge.title')}>
          {knowledge.map((text) => (
            <KnowledgeItem key={text.id} agentId={agentId} text={text} />
          ))}
        </ul>
      </Card>
    </div>
  );
}

/** All texts of an agent, and the way to give it another. */
export function KnowledgeList({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const [adding, setAdding] = useUrlState('add');
  const count = useKnowledge(agentId).data?.knowledge.length;
  const isFull = (count ?? 0) >= KNOWLEDGE_LIMIT;
  const add = (
    <Button disabled={isFull} onClick={() => setAdding('1')}>
      <Plus aria-hidden />
      {t('knowledge.add')}
    </Button>
  );
  return (
    <>
      <PageHeader level="h2" title={t('knowledge.title')} description={t('knowledge.text')} action={count === 0 ? undefined : add} />
      <Texts agentId={agentId} add={add} />
      {adding && !isFull && <AddKnowledge agentId={agentId} onClose={() => setAdding('')} />}
    </>
  );
}
