'use client';

import { SquarePen } from 'lucide-react';
import { useParams } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import { useNow, useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { useReaderClock } from '@/components/shell/use-reader-clock';
import { Button } from '@/components/ui/button';
import { EagerLink } from '@/components/ui/eager-link';
import { SearchField } from '@/components/ui/search-field';
import { Skeleton } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { useConversations, useConversationSearch } from '@/lib/conversations/hooks';
import { ConversationEntry } from './conversation-entry';
import { groupByDay, type Period } from './conversation-groups';

type ListProps = { agentId: string; activeId: string | undefined; onLeave?: () => void };

function usePeriodName(): (period: Period) => string {
  const t = useTranslations();
  const format = useFormat();
  return (period) => (period.kind === 'month' ? format.month(period.month) : t(`conversations.${period.kind}`));
}

function LoadingConversations() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-0.5">
      <Skeleton className="mx-2.5 mt-2 mb-1.5 h-3.5 w-16" />
      {['w-4/5', 'w-3/5', 'w-11/12', 'w-1/2', 'w-3/4'].map((width) => (
        <div key={width} className="flex h-9 items-center px-2.5 max-sm:h-11">
          <Skeleton className={`h-4 ${width}`} />
        </div>
      ))}
    </div>
  );
}

function Unreadable({ error, onRetry }: { error: Parameters<ReturnType<typeof useErrorText>>[0]; onRetry: () => void }) {
  const t = useTranslations();
  const errorText = useErrorText();
  return (
    <div role="alert" className="grid justify-items-start gap-2.5 p-2.5 text-body">
      <p>{errorText(error)}</p>
      <Button variant="secondary" size="small" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </div>
  );
}

function Recent({ agentId, activeId, onLeave }: ListProps) {
  const t = useTranslations();
  const periodName = usePeriodName();
  const { now, timeZone } = useReaderClock();
  // The list may stand open over midnight.
  useNow({ updateInterval: 60_000 });
  const conversations = useConversations(agentId);
  if (conversations.isPending) return <LoadingConversations />;
  if (!conversations.data) return <Unreadable error={conversations.error} onRetry={() => void conversations.refetch()} />;
  if (conversations.data.length === 0) return <p className="p-2.5 text-body text-muted-foreground">{t('conversations.empty')}</p>;
  return (
    <>
      {groupByDay(conversations.data, { now: new Date(now()), timeZone: timeZone() }).map(({ key, period, items }) => (
        <section key={key} aria-labelledby={`period-${key}`} className="mb-3">
          <h3 id={`period-${key}`} className="px-2.5 pt-2 pb-1 text-caption font-medium text-muted-foreground">
            {periodName(period)}
          </h3>
          <ul className="grid gap-0.5">
            {items.map((conversation) => (
              <ConversationEntry
                key={conversation.id}
                agentId={agentId}
                conversation={conversation}
                active={String(conversation.id) === activeId}
                onLeave={onLeave}
              />
            ))}
          </ul>
        </section>
      ))}
      {conversations.hasNextPage && (
        <Button
          variant="ghost"
          size="small"
          className="w-full"
          busy={conversations.isFetchingNextPage}
          onClick={() => void conversations.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </>
  );
}

function Found({ agentId, activeId, words, onLeave }: ListProps & { words: string }) {
  const t = useTranslations();
  const search = useConversationSearch(agentId, words);
  if (search.error) return <Unreadable error={search.error} onRetry={() => void search.refetch()} />;
  if (!search.data) return <LoadingConversations />;
  const { results } = search.data;
  return (
    <>
      <p role="status" className="px-2.5 pt-2 pb-1 text-caption text-muted-foreground">
        {results.length === 0 ? t('conversations.nothingFound', { words }) : t('conversations.found', { count: results.length })}
      </p>
      <ul className="grid gap-0.5">
        {results.map(({ conversation, messageId, excerpt }) => (
          <ConversationEntry
            key={`${conversation.id}-${messageId}`}
            agentId={agentId}
            conversation={conversation}
            active={String(conversation.id) === activeId}
            found={{ messageId, excerpt }}
            onLeave={onLeave}
          />
        ))}
      </ul>
    </>
  );
}

/** The conversations with an agent: search, rename, delete, and a new one. `onLeave` is called when one is opened. */
export function ConversationList({ agentId, onLeave }: { agentId: string; onLeave?: () => void }) {
  const t = useTranslations();
  const { conversationId } = useParams<{ conversationId?: string }>();
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words.trim());
  const list = { agentId, activeId: conversationId, onLeave };
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2.5">
      <Button asChild variant="secondary" className="justify-start px-2.5">
        <EagerLink href={`/agents/${agentId}/chat`} data-new-conversation onClick={onLeave}>
          <SquarePen aria-hidden />
          {t('conversations.new')}
        </EagerLink>
      </Button>
      <SearchField label={t('conversations.search')} clearLabel={t('conversations.clearSearch')} value={words} onChange={setWords} />
      <nav aria-label={t('conversations.label')} className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 pb-2">
        {wanted === '' ? <Recent {...list} /> : <Found {...list} words={wanted} />}
      </nav>
    </div>
  );
}
