'use client';

import { ArrowDown } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { ErrorState } from '@/components/ui/states';
import { Skeleton } from '@/components/ui/surface';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useEditMessage, useRegenerateReply } from '@/lib/chat/hooks';
import { isOpen, type useMessages } from '@/lib/conversations/hooks';
import type { Thread } from '@/lib/conversations/thread';
import { Announcer } from './announcer';
import { Chips } from './chips';
import { chunksOf, estimateHeight } from './chunks';
import { columnStyles } from './column-styles';
import { focusComposer } from './focus-composer';
import { MessageChunk } from './message-chunk';
import { MessageRow, type RowActions } from './message-row';
import { OlderMessages } from './older-messages';
import { useReadingPlace } from './use-reading-place';

export function LoadingMessages() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="min-h-0 flex-1 overflow-hidden">
      <div className={`${columnStyles} flex h-full flex-col justify-end gap-7 py-6`}>
        <Skeleton className="h-11 w-2/5 shrink-0 self-end rounded-xl rounded-ee-sm" />
        <div className="grid shrink-0 gap-2.5">
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-11/12" />
          <Skeleton className="h-4 w-3/5" />
        </div>
        <Skeleton className="h-11 w-1/2 shrink-0 self-end rounded-xl rounded-ee-sm" />
        <div className="mb-8 grid shrink-0 gap-2.5">
          <Skeleton className="h-4 w-11/12" />
          <Skeleton className="h-4 w-2/5" />
        </div>
      </div>
    </div>
  );
}

/** The way back to the end, which says whether something is new there. */
function ToEnd({ thread, away, onPress }: { thread: Thread; away: boolean; onPress: () => void }) {
  const t = useTranslations();
  const last = thread.messages.at(-1);
  const end = last && `${last.id}:${last.status}`;
  const [seen, setSeen] = useState(end);
  if (!away && seen !== end) setSeen(end);
  if (!away) return null;
  const writing = thread.messages.some(isOpen);
  const label = writing ? t('chat.beingWritten') : seen === end ? undefined : t('chat.newMessages');
  return (
    <Button
      variant="secondary"
      size={label ? 'small' : 'icon'}
      className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full shadow-floating coarse:min-h-10"
      aria-label={label ? undefined : t('chat.toNewest')}
      onClick={onPress}
    >
      <ArrowDown aria-hidden />
      {label}
    </Button>
  );
}

/** So many chunks are drawn before anybody knows which are near the view: the end of the conversation. */
const CHUNKS_AT_FIRST = 2;

type Messages = ReturnType<typeof useMessages>;

type MessageListProps = {
  agentId: string;
  conversationId: string;
  messages: Messages & { thread: Thread };
  /** A message to show, which may lie far above. */
  soughtId?: string;
  /** A message on its way, below the others. */
  unsent?: ReactNode;
  /** Nothing can be sent now, so nothing is suggested either. */
  quiet: boolean;
  onSend: (message: string) => void;
};

function useRowActions({ agentId, conversationId, messages, soughtId, unsent }: MessageListProps) {
  const report = useErrorToast();
  const regenerate = useRegenerateReply(agentId, conversationId);
  const edit = useEditMessage(agentId, conversationId);
  const [editingId, setEditingId] = useState<string>();
  const open = messages.thread.messages.filter(isOpen);
  const changeable = open.length === 0 && !regenerate.isPending && !edit.isPending && !unsent;
  const revision = edit.isPending ? edit.variables : undefined;
  const regeneratingId = regenerate.isPending ? regenerate.variables : undefined;
  const followedId = (open.find(({ status }) => status === 'processing') ?? open[0])?.id;
  const lastId = messages.thread.messages.at(-1)?.id;
  const { mutate: rewrite } = edit;
  const { mutate: writeAnew } = regenerate;
  // The same as long as nothing of it changes: rows are not drawn again for anything else.
  return useMemo<RowActions>(
    () => ({
      agentId,
      changeable,
      editingId,
      revision,
      regeneratingId,
      followedId,
      lastId,
      soughtId,
      onEditing: setEditingId,
      onEdit: (messageId, message) => {
        setEditingId(undefined);
        focusComposer();
        rewrite({ messageId, message }, report);
      },
      onRegenerate: (messageId) => {
        focusComposer();
        writeAnew(messageId, report);
      },
    }),
    [agentId, changeable, editingId, revision, regeneratingId, followedId, lastId, soughtId, rewrite, writeAnew, report],
  );
}

/** Leads to a message: what lies between is loaded first, then it stands in the middle of the view. Gives its id until then. */
function useSought(
  { messages, soughtId }: MessageListProps,
  { viewRef, place }: Pick<ReturnType<typeof useReadingPlace>, 'viewRef' | 'place'>,
): string | undefined {
  const { thread, older } = messages;
  const [shownId, setShownId] = useState<string>();
  const pending = soughtId !== undefined && soughtId !== shownId;
  const found = pending && thread.messages.some(({ id }) => id === soughtId);
  const load = useEffectEvent(() => older.load());
  useEffect(() => {
    if (pending && !found && older.exists && !older.pending && !older.error) load();
  }, [pending, found, older.exists, older.pending, older.error]);
  useEffect(() => {
    if (!found) return;
    // The chunk of the message has been drawn with this very render.
    const frame = requestAnimationFrame(() => {
      const row = viewRef.current?.querySelector(`[data-message="${soughtId}"]`);
      if (row) place.toRow(row);
      setShownId(soughtId);
    });
    return () => cancelAnimationFrame(frame);
  }, [found, viewRef, place, soughtId]);
  return pending ? soughtId : undefined;
}

/** A conversation: it follows the newest words until the reader scrolls away. */
export function MessageList(props: MessageListProps) {
  const { messages, unsent, quiet, onSend } = props;
  const t = useTranslations();
  const { thread, older } = messages;
  const actions = useRowActions(props);
  const { viewRef, contentRef, away, place } = useReadingPlace();
  const wantedId = useSought(props, { viewRef, place });
  const chunks = chunksOf(thread);
  const last = thread.messages.at(-1);
  const sending = Boolean(unsent);
  // Whoever sends something wants to see it, wherever they were reading.
  useEffect(() => {
    if (sending) place.toEnd();
  }, [sending, place]);
  const firstId = thread.messages[0]?.id;
  useLayoutEffect(() => place.settle(), [place, firstId]);
  const isKept = (ids: ReadonlySet<string>) =>
    [actions.editingId, actions.followedId, last?.id, wantedId].some((id) => id !== undefined && ids.has(id));
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={viewRef}
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('chat.conversation')}
        className={classNames(
          'min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-2',
          // Stands at its end before there are scripts.
          'not-data-watched:flex not-data-watched:flex-col-reverse',
        )}
      >
        <div ref={contentRef} className={`${columnStyles} mb-auto flex shrink-0 flex-col gap-7 pt-6 pb-8`}>
          {older.exists && (
            <OlderMessages view={viewRef} firstId={firstId} pending={older.pending} failed={older.error !== null} onLoad={older.load} />
          )}
          {chunks.map((chunk, index) => (
            <MessageChunk
              key={chunk.key}
              view={viewRef}
              near={index >= chunks.length - CHUNKS_AT_FIRST}
              kept={isKept(new Set(chunk.messages.map(({ id }) => id)))}
              estimate={estimateHeight(chunk.messages)}
              onChange={place.settle}
              draw={() => chunk.messages.map((message) => <MessageRow key={message.id} message={message} actions={actions} />)}
            />
          ))}
          {unsent}
          {!quiet && !unsent && actions.changeable && last?.role === 'assistant' && <Chips chips={last.suggestedChips} onSend={onSend} />}
        </div>
      </div>
      <ToEnd
        thread={thread}
        away={away}
        onPress={() => {
          place.toEnd();
          focusComposer();
        }}
      />
      <Announcer messages={thread.messages} />
    </div>
  );
}

/** What stands in the place of a conversation that could not be read. */
export function ConversationError({ messages }: { messages: Messages }) {
  const t = useTranslations();
  if (!messages.error) return null;
  return (
    <div className="mx-auto w-full max-w-lg flex-1 px-4 py-12">
      <ErrorState
        error={messages.error}
        title={messages.error.status === 404 ? t('chat.notFound') : undefined}
        onRetry={() => void messages.refetch()}
      />
    </div>
  );
}
