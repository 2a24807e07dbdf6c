'use client';

import { SearchX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Progress } from '@/components/ui/meter';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Card, Skeleton } from '@/components/ui/surface';
import { useMemoryImport } from '@/lib/memory-imports/hooks';
import type { MemoryImportWire } from '@/lib/memory-imports/schema';
import { assistants } from './assistants';
import { DiscardImport } from './discard-import';
import { Review } from './review';

function Reading({ of }: { of: MemoryImportWire }) {
  const t = useTranslations();
  return (
    <Card className="grid gap-3 p-4 sm:p-5">
      <Progress
        label={t('memoryImport.reading')}
        percent={Math.floor((100 * of.messagesRead) / of.messages)}
        text={t('memoryImport.progress', { read: of.messagesRead, all: of.messages })}
      />
      <p role="status" className="text-label text-muted-foreground">
        {t('memoryImport.foundSoFar', { count: of.candidates })} {t('memoryImport.mayLeave')}
      </p>
    </Card>
  );
}

/** What was left out of an export, where that is something. */
function LeftOut({ of }: { of: MemoryImportWire }) {
  const t = useTranslations();
  const parts = (['unread', 'older', 'surplus'] as const).filter((part) => of.leftOut[part] > 0);
  if (parts.length === 0) return null;
  return (
    <Callout tone="info" title={t('memoryImport.leftOutTitle')}>
      <ul>
        {parts.map((part) => (
          <li key={part}>{t(`memoryImport.leftOut.${part}`, { count: of.leftOut[part] })}</li>
        ))}
      </ul>
    </Callout>
  );
}

function Accepted({ agentId, of }: { agentId: string; of: MemoryImportWire }) {
  const t = useTranslations();
  const { added, confirmed, replaced, outdated } = of.outcome ?? { added: 0, confirmed: 0, replaced: 0, outdated: 0 };
  return (
    <Callout
      role="status"
      tone="positive"
      title={t('memoryImport.acceptedTitle')}
      actions={
        <Button asChild>
          <Link href={`/agents/${agentId}/memory?source=import`}>{t('memoryImport.toMemory')}</Link>
        </Button>
      }
    >
      <p>{t('memoryImport.outcome', { added, confirmed, replaced })}</p>
      {outdated > 0 && <p>{t('memoryImport.outdated', { count: outdated })}</p>}
      <p>{t('memoryImport.textsRemoved')}</p>
    </Callout>
  );
}

/** One import: how far it is, its facts for review, or what became of it. */
export function ImportView({ agentId, importId, onClose }: { agentId: string; importId: string; onClose: () => void }) {
  const t = useTranslations();
  const { data, error, isPending, refetch } = useMemoryImport(agentId, importId);
  if (isPending) {
    return (
      <div role="status" aria-label={t('common.loading')} className="grid gap-3">
        <Skeleton className="h-20 rounded-lg" />
        <Skeleton className="h-72 rounded-lg" />
      </div>
    );
  }
  // Also one that was shown, and discarded elsewhere meanwhile.
  if (error?.status === 404) {
    return (
      <div role="status">
        <EmptyState
          icon={<SearchX aria-hidden />}
          title={t('memoryImport.goneTitle')}
          action={
            <Button variant="secondary" onClick={onClose}>
              {t('memoryImport.another')}
            </Button>
          }
        >
          {t('memoryImport.goneText')}
        </EmptyState>
      </div>
    );
  }
  if (!data) {
    return (
      <div className="grid justify-items-center gap-3">
        <ErrorState error={error} onRetry={() => void refetch()} />
        <Button variant="secondary" onClick={onClose}>
          {t('memoryImport.another')}
        </Button>
      </div>
    );
  }
  const { import: of, candidates } = data;
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 text-label wrap-anywhere text-muted-foreground">
          {t('memoryImport.from', { name: of.fileName, assistant: assistants[of.format], conversations: of.conversations })}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" onClick={onClose}>
            {t('memoryImport.another')}
          </Button>
          <DiscardImport
            agentId={agentId}
            importId={importId}
            isOver={of.status === 'accepted' || of.status === 'failed'}
            onDone={onClose}
          />
        </div>
      </div>
      {of.status === 'reading' && <Reading of={of} />}
      {of.status === 'failed' && (
        <EmptyState icon={<TriangleAlert aria-hidden />} title={t('memoryImport.failedTitle')}>
          {t('memoryImport.failedText')}
        </EmptyState>
      )}
      {of.status === 'accepted' && <Accepted agentId={agentId} of={of} />}
      {of.status === 'ready' && candidates.length === 0 && (
        <EmptyState icon={<SearchX aria-hidden />} title={t('memoryImport.emptyTitle')}>
          {t('memoryImport.emptyText')}
        </EmptyState>
      )}
      {of.status !== 'failed' && <LeftOut of={of} />}
      {of.status === 'ready' && candidates.length > 0 && <Review agentId={agentId} importId={importId} candidates={candidates} />}
    </div>
  );
}
