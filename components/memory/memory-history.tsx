'use client';

import { Archive, Lightbulb, type LucideIcon, Pencil, Repeat, Replace, RotateCcw, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/states';
import { Badge, Skeleton } from '@/components/ui/surface';
import { Timeline, TimelineItem } from '@/components/ui/timeline';
import { toast } from '@/components/ui/toast';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useEditMemory, useMemoryHistory } from '@/lib/memories/hooks';
import type { MemoryWire } from '@/lib/memories/schema';
import type { KeyOf } from '@/messages/keys';
import { MemorySourceNote } from './memory-source';

const TextDifference = dynamic(() => import('@/components/ui/text-difference').then((module) => module.TextDifference), { ssr: false });

type Revision = NonNullable<ReturnType<typeof useMemoryHistory>['data']>['revisions'][number];

const icons: Record<Revision['kind'], LucideIcon> = {
  created: Lightbulb,
  edited: Pencil,
  strengthened: Repeat,
  superseded: Replace,
  archived: Archive,
  deleted: Trash2,
  restored: RotateCcw,
};

function Changes({ before, after }: Pick<Revision, 'before' | 'after'>) {
  const t = useTranslations();
  const category = (name: string) => t(`memoryCategories.${name}` as KeyOf<'memoryCategories'>);
  const changes = [
    before &&
      before.category !== after.category &&
      t('memory.refiled', { before: category(before.category), after: category(after.category) }),
    before && before.pinned !== after.pinned && t(after.pinned ? 'memory.wasPinned' : 'memory.wasUnpinned'),
  ].filter(Boolean);
  return changes.map((change) => <p key={String(change)}>{change}</p>);
}

function Entry({ agentId, memory, revision }: { agentId: string; memory: MemoryWire; revision: Revision }) {
  const t = useTranslations();
  const format = useFormat();
  const report = useErrorToast();
  const edit = useEditMemory(agentId);
  const Icon = icons[revision.kind];
  const { before, after } = revision;
  const restorable = after.content !== memory.content;
  const restore = () =>
    edit.mutate(
      { memoryId: memory.id, change: { content: after.content } },
      { ...report, onSuccess: () => void toast.success(t('memory.textRestored')) },
    );
  return (
    <TimelineItem
      icon={<Icon aria-hidden />}
      tone={revision.kind === 'deleted' ? 'danger' : revision.kind === 'created' ? 'accent' : 'neutral'}
      title={
        <>
          {t(`revisions.${revision.kind}`)} <span className="font-normal text-muted-foreground">{t(`actors.${revision.actor}`)}</span>
        </>
      }
      time={format.dateTime(revision.createdAt)}
      dateTime={revision.createdAt}
    >
      <div className="grid justify-items-start gap-1.5 pt-0.5">
        {revision.undone && <Badge>{t('memory.undone')}</Badge>}
        <p className="text-foreground wrap-anywhere whitespace-pre-line">
          {before && before.content !== after.content ? <TextDifference before={before.content} after={after.content} /> : after.content}
        </p>
        <Changes before={before} after={after} />
        {revision.kind === 'created' && (
          <div className="text-caption">
            <MemorySourceNote agentId={agentId} memory={memory} />
          </div>
        )}
        {restorable && (
          <Button variant="secondary" size="small" busy={edit.isPending} onClick={restore}>
            <RotateCcw aria-hidden />
            {t('memory.restoreText')}
          </Button>
        )}
      </div>
    </TimelineItem>
  );
}

function LoadingHistory() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-5">
      {[0, 1].map((index) => (
        <div key={index} className="grid grid-cols-[1.75rem_1fr] gap-3">
          <Skeleton className="size-7 rounded-full" />
          <div className="grid gap-2 pt-1">
            <Skeleton className="h-4 w-32" />
            <Skeleton className="h-4" />
          </div>
        </div>
      ))}
    </div>
  );
}

/** Every change of a memory: when, by whom, what it said before, and a way back to it. */
export function MemoryHistory({ agentId, memory: known, onClose }: { agentId: string; memory: MemoryWire; onClose: () => void }) {
  const t = useTranslations();
  const history = useMemoryHistory(agentId, known.id, true);
  const revisions = history.data?.revisions ?? [];
  // What stands now is what the newest change left.
  const memory = { ...known, content: revisions[0]?.after.content ?? known.content };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('memory.history')}
      description={t('memory.historyText')}
      placement="end"
    >
      {history.isPending && <LoadingHistory />}
      {history.error && !history.data && <ErrorState error={history.error} onRetry={() => void history.refetch()} />}
      {revisions.length > 0 && (
        <Timeline>
          {revisions.map((revision) => (
            <Entry key={revision.id} agentId={agentId} memory={memory} revision={revision} />
          ))}
        </Timeline>
      )}
    </Dialog>
  );
}
