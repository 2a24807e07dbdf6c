'use client';

import { History, SearchX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { LoadMore } from '@/components/ui/pagination';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Badge, Card, Skeleton } from '@/components/ui/surface';
import { Timeline, TimelineItem } from '@/components/ui/timeline';
import { useMemoryTimeline } from '@/lib/memories/hooks';
import type { MemoryChangeWire } from '@/lib/memories/schema';
import type { KeyOf } from '@/messages/keys';
import { MemorySourceNote, sourceAddress } from './memory-source';
import { RevisionText, RevisionTitle, revisionLook } from './revision';
import { TimelineFilters } from './timeline-filters';
import { useMemoryFilter } from './use-memory-filter';

function Change({ agentId, change }: { agentId: string; change: MemoryChangeWire }) {
  const t = useTranslations();
  const format = useFormat();
  const { Icon, tone } = revisionLook(change.kind);
  // Where it was first said, or said again; what the owner or a pass of the agent did has no message.
  const sourced = change.kind === 'created' || sourceAddress(agentId, change) !== undefined;
  return (
    <TimelineItem
      icon={<Icon aria-hidden />}
      tone={tone}
      title={<RevisionTitle revision={change} />}
      time={format.time(change.createdAt)}
      dateTime={change.createdAt}
    >
      <div className="grid justify-items-start gap-1.5 pt-0.5">
        <RevisionText revision={change} />
        {change.replacedBy !== null && <p className="wrap-anywhere">{t('memory.replacedBy', { content: change.replacedBy })}</p>}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-caption">
          <Badge>{t(`memoryCategories.${change.after.category}` as KeyOf<'memoryCategories'>)}</Badge>
          {sourced && <MemorySourceNote agentId={agentId} memory={change} />}
        </div>
      </div>
    </TimelineItem>
  );
}

/** The changes of each day, in the reader's zone. */
function byDay(changes: readonly MemoryChangeWire[], dayOf: (at: string) => string): [day: string, changes: MemoryChangeWire[]][] {
  const days = new Map<string, MemoryChangeWire[]>();
  for (const change of changes) {
    const day = dayOf(change.createdAt);
    const known = days.get(day);
    if (known) known.push(change);
    else days.set(day, [change]);
  }
  return [...days];
}

function LoadingTimeline() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-3">
      <Skeleton className="h-5 w-32" />
      <Card className="grid gap-5 p-4 sm:p-5">
        {['w-4/5', 'w-3/5', 'w-11/12', 'w-2/3'].map((width) => (
          <div key={width} className="grid grid-cols-[1.75rem_1fr] gap-3">
            <Skeleton className="size-7 rounded-full" />
            <div className="grid gap-2 pt-1">
              <Skeleton className="h-4 w-32" />
              <Skeleton className={`h-4 ${width}`} />
            </div>
          </div>
        ))}
      </Card>
    </div>
  );
}

function Nothing({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const t = useTranslations();
  if (!narrowed) {
    return (
      <EmptyState icon={<History aria-hidden />} title={t('memory.timelineEmptyTitle')}>
        {t('memory.timelineEmptyText')}
      </EmptyState>
    );
  }
  const clear = (
    <Button variant="secondary" onClick={onClear}>
      {t('memory.clearFilters')}
    </Button>
  );
  return (
    <EmptyState icon={<SearchX aria-hidden />} title={t('memory.noChangeTitle')} action={clear}>
      {t('memory.noneText')}
    </EmptyState>
  );
}

function Days({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const format = useFormat();
  const { filter, category, change, clear } = useMemoryFilter();
  const timeline = useMemoryTimeline(agentId, { kind: change, category, words: filter.words });
  if (timeline.isPending) return <LoadingTimeline />;
  if (!timeline.data) return <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />;
  const narrowed = Boolean(filter.words?.trim() || category || change);
  if (timeline.data.length === 0) return <Nothing narrowed={narrowed} onClear={clear} />;
  return (
    <div className="grid gap-6" aria-busy={timeline.isPlaceholderData || undefined}>
      {byDay(timeline.data, format.date).map(([day, changes]) => (
        <section key={day} aria-label={day} className="grid gap-2.5">
          <h3 className="text-body font-semibold">{day}</h3>
          <Card className="p-4 sm:p-5">
            <Timeline>
              {changes.map((one) => (
                <Change key={one.id} agentId={agentId} change={one} />
              ))}
            </Timeline>
          </Card>
        </section>
      ))}
      {timeline.hasNextPage && (
        <LoadMore label={t('common.more')} busy={timeline.isFetchingNextPage} onLoad={() => void timeline.fetchNextPage()} />
      )}
    </div>
  );
}

/** What came to be known when: every change of what the agent remembers, by days. */
export function MemoryTimeline({ agentId }: { agentId: string }) {
  return (
    <>
      <TimelineFilters />
      <Days agentId={agentId} />
    </>
  );
}
