'use client';

import { useTranslations } from 'use-intl';
import type { KeyOf } from '@/messages/keys';
import { useFormat } from '@/components/shell/use-format';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/states';
import { Badge, Skeleton } from '@/components/ui/surface';
import { useMemoryHistory } from '@/lib/memories/hooks';
import type { MemoryWire } from '@/lib/memories/schema';

/** Every change of a memory: when, by whom, and what it said before. */
export function MemoryHistory({ agentId, memory, onClose }: { agentId: string; memory: MemoryWire; onClose: () => void }) {
  const t = useTranslations();
  const format = useFormat();
  const history = useMemoryHistory(agentId, memory.id, true);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('memory.history')} description={memory.content}>
      {history.isPending && <Skeleton className="h-24" />}
      {history.error && <ErrorState error={history.error} onRetry={() => void history.refetch()} />}
      <ol className="grid gap-4">
        {history.data?.revisions.map((revision) => (
          <li key={revision.id} className="grid gap-1 border-s-2 ps-3 text-sm">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{t(`revisions.${revision.kind}`)}</span>
              <span className="text-muted-foreground">{t(`actors.${revision.actor}`)}</span>
              {revision.undone && <Badge>{t('memory.undone')}</Badge>}
            </p>
            {revision.before && revision.before.content !== revision.after.content && (
              <p className="text-muted-foreground line-through">{revision.before.content}</p>
            )}
            <p>{revision.after.content}</p>
            <p className="text-xs text-muted-foreground">
              {t(`memoryCategories.${revision.after.category}` as KeyOf<'memoryCategories'>)} · {format.dateTime(revision.createdAt)}
            </p>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
