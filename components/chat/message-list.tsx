'use client';

import { ArrowDown } from 'lucide-react';
import { useState } from 'react';
import { useStickToBottom } from 'use-stick-to-bottom';
import { useTranslations } from 'use-intl';
import { useErrorToast } from '@/components/ui/use-error-text';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/states';
import { Skeleton } from '@/components/ui/surface';
import { useEditMessage, useRegenerateReply } from '@/lib/chat/hooks';
import { isOpen, useMessages } from '@/lib/conversations/hooks';
import type { MessageWire } from '@/lib/conversations/schema';
import { OwnBubble } from './own-bubble';
import { OwnMessage } from './own-message';
import { FinishedReply, OpenReply } from './reply';

/** Announces each reply that was awaited in this view, once and whole. */
function Announcer({ messages }: { messages: MessageWire[] }) {
  const t = useTranslations();
  const openId = messages.find(isOpen)?.id;
  const [awaitedId, setAwaitedId] = useState(openId);
  if (openId && openId !== awaitedId) setAwaitedId(openId);
  const finished = messages.find((message) => message.id === awaitedId && !isOpen(message));
  return (
    <p aria-live="polite" className="sr-only">
      {finished ? t('chat.announcement', { text: finished.error ?? finished.content }) : ''}
    </p>
  );
}

function Chips({ chips, onSend }: { chips: string[]; onSend: (message: string) => void }) {
  const t = useTranslations();
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('chat.suggestions')} className="flex flex-wrap gap-2">
      {chips.map((chip) => (
        <li key={chip} className="max-w-full">
          <button
            type="button"
            className="rounded-full border border-input/70 bg-surface px-3.5 py-1.5 text-left text-sm transition-colors hover:bg-raised"
            onClick={() => onSend(chip)}
          >
            {chip}
          </button>
        </li>
      ))}
    </ul>
  );
}

function LoadingMessages() {
  const t = useTranslations();
  return (
    <div
      role="status"
      aria-label={t('common.loading')}
      className="mx-auto grid w-full max-w-3xl flex-1 content-end gap-6 px-4 py-6 sm:px-6"
    >
      <Skeleton className="h-12 w-2/5 justify-self-end rounded-xl" />
      <Skeleton className="h-24 w-4/5" />
      <Skeleton className="h-12 w-1/2 justify-self-end rounded-xl" />
      <Skeleton className="h-16 w-3/5" />
    </div>
  );
}

type MessageListProps = { agentId: string; conversationId: string; sendingText?: string; onSend: (message: string) => void };

/** A conversation: it follows the newest words until the reader scrolls away. */
export function MessageList({ agentId, conversationId, sendingText, onSend }: MessageListProps) {
  const report = useErrorToast();
  const t = useTranslations();
  const messages = useMessages(agentId, conversationId);
  const regenerate = useRegenerateReply(agentId, conversationId);
  const edit = useEditMessage(agentId, conversationId);
  const { scrollRef, contentRef, isAtBottom, scrollToBottom } = useStickToBottom({ initial: 'instant', resize: 'instant' });
  if (messages.isPending) return <LoadingMessages />;
  if (!messages.data) {
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
  const shown = messages.data;
  const last = shown.at(-1);
  const replying = shown.some(isOpen);
  const changeable = !replying && !regenerate.isPending && !edit.isPending && !sendingText;
  const onEdit = changeable ? (messageId: string, message: string) => edit.mutate({ messageId, message }, report) : undefined;
  return (
    <div className="relative min-h-0 flex-1">
      <div ref={scrollRef} tabIndex={0} role="log" aria-live="off" aria-label={t('chat.conversation')} className="h-full overflow-y-auto">
        <div ref={contentRef} className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6 sm:px-6">
          {messages.hasNextPage && (
            <Button
              variant="secondary"
              size="small"
              className="self-center"
              busy={messages.isFetchingNextPage}
              onClick={() => void messages.fetchNextPage()}
            >
              {t('chat.earlier')}
            </Button>
          )}
          {shown.map((message) => (
            <div key={message.id} className="message-row">
              {message.role === 'user' && <OwnMessage id={message.id} content={message.content} onEdit={onEdit} />}
              {message.role === 'assistant' && isOpen(message) && <OpenReply agentId={agentId} message={message} />}
              {message.role === 'assistant' && !isOpen(message) && (
                <FinishedReply
                  agentId={agentId}
                  message={message}
                  regenerating={regenerate.isPending && regenerate.variables === message.id}
                  onRegenerate={message === last && !replying ? () => regenerate.mutate(message.id, report) : undefined}
                />
              )}
              {message.role === 'system' && <p className="text-center text-xs text-muted-foreground">{message.content}</p>}
            </div>
          ))}
          {sendingText && (
            <div className="grid justify-items-end">
              <OwnBubble content={sendingText} faint />
            </div>
          )}
          {!replying && !sendingText && last?.role === 'assistant' && <Chips chips={last.suggestedChips} onSend={onSend} />}
        </div>
      </div>
      {!isAtBottom && (
        <Button
          variant="secondary"
          size="icon"
          className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full shadow-md"
          aria-label={t('chat.toNewest')}
          onClick={() => void scrollToBottom()}
        >
          <ArrowDown aria-hidden />
        </Button>
      )}
      <Announcer messages={shown} />
    </div>
  );
}

/** The first screen of a conversation: who is there, and how one may begin. */
export function Beginning({
  name,
  description,
  chips,
  sendingText,
  onSend,
}: {
  name: string;
  description: string;
  chips: string[];
  sendingText?: string;
  onSend: (message: string) => void;
}) {
  const t = useTranslations();
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col gap-6 overflow-y-auto px-4 py-8 sm:px-6">
      {sendingText ? (
        <div className="mt-auto grid justify-items-end">
          <OwnBubble content={sendingText} faint />
        </div>
      ) : (
        <>
          <div className="mt-auto grid gap-2">
            <h2 className="text-2xl font-semibold tracking-tight">{t('chat.beginTitle', { name })}</h2>
            <p className="max-w-prose leading-relaxed text-muted-foreground">{description || t('chat.beginText')}</p>
          </div>
          <Chips chips={chips} onSend={onSend} />
        </>
      )}
    </div>
  );
}
