'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/states';
import { Skeleton } from '@/components/ui/surface';
import { Timeline, TimelineItem } from '@/components/ui/timeline';
import { toast } from '@/components/ui/toast';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useEditMemory, useMemoryHistory } from '@/lib/memories/hooks';
import type { MemoryWire } from '@/lib/memories/schema';
import { MemorySourceNote } from './memory-source';
import { RevisionText, RevisionTitle, revisionLook } from './revision';

type Revision = NonNullable<ReturnType<typeof useMemoryHistory>['data']>['revisions'][number];

function Entry({ agentId, memory, revision }: { agentId: string; memory: MemoryWire; revision: Revision }) {
  const t = useTranslations();
  const format = useFormat();
  const report = useErrorToast();
  const edit = useEditMemory(agentId);
  const { Icon, tone } = revisionLook(revision.kind);
  const { after } = revision;
  const restorable = after.content !== memory.content;
  const restore = () =>
    edit.mutate(
      { memoryId: memory.id, change: { content: after.content } },
      { ...report, onSuccess: () => void toast.success(t('memory.textRestored')) },
    );
  return (
    <TimelineItem
      icon={<Icon aria-hidden />}
      tone={tone}
      title={<RevisionTitle revision={revision} />}
      time={format.dateTime(revision.createdAt)}
      dateTime={revision.createdAt}
    >
      <div className="grid justify-items-start gap-1.5 pt-0.5">
        <RevisionText revision={revision} />
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
