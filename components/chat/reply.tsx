'use client';

import { RefreshCw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/surface';
import { Tooltip } from '@/components/ui/tooltip';
import { useReply } from '@/lib/chat/hooks';
import type { MessageWire } from '@/lib/conversations/schema';
import { MemoryChips } from './memory-chips';
import { ReplyDetails } from './reply-details';
import { type ToolCall, ToolCard } from './tool-card';

const RichText = dynamic(() => import('./rich-text').then((module) => module.RichText), {
  ssr: false,
  // Until the renderer is there the words stand as they came.
  loading: () => null,
});

function Body({ content, growing, toolCalls }: { content: string; growing: boolean; toolCalls: ToolCall[] }) {
  return (
    <>
      {toolCalls.length > 0 && (
        <div className="grid max-w-md gap-1.5">
          {toolCalls.map((call) => (
            <ToolCard key={call.id} call={call} running={growing && call.output === undefined && content === ''} />
          ))}
        </div>
      )}
      <div className="min-w-0 text-[0.9375rem] leading-relaxed">
        <RichText content={content} growing={growing} />
      </div>
    </>
  );
}

function Thinking() {
  const t = useTranslations();
  return (
    <p className="flex items-center gap-2 text-sm text-muted-foreground">
      <span aria-hidden className="size-2 animate-pulse rounded-full bg-accent" />
      {t('chat.thinking')}
    </p>
  );
}

/** A reply while it is written. It alone follows the stream, so that the messages above stand still. */
export function OpenReply({ agentId, message }: { agentId: string; message: MessageWire }) {
  const t = useTranslations();
  const reply = useReply(agentId, String(message.conversationId), message.id);
  const content = reply.data?.content ?? '';
  const toolCalls = reply.data?.toolCalls ?? [];
  return (
    <article aria-label={t('chat.reply')} aria-busy className="grid min-w-0 gap-3">
      {content === '' && toolCalls.length === 0 && !reply.error && <Thinking />}
      <Body content={content} growing={reply.isFetching} toolCalls={toolCalls} />
      {reply.error && (
        <Notice tone="warning" role="alert" className="max-w-md items-center">
          <p className="flex-1">{t('chat.streamLost')}</p>
          <Button variant="secondary" size="small" onClick={() => void reply.refetch()}>
            {t('chat.reconnect')}
          </Button>
        </Notice>
      )}
    </article>
  );
}

type FinishedReplyProps = { agentId: string; message: MessageWire; onRegenerate?: () => void; regenerating: boolean; children?: ReactNode };

function Failure({ message, onRegenerate, regenerating }: Pick<FinishedReplyProps, 'message' | 'onRegenerate' | 'regenerating'>) {
  const t = useTranslations();
  return (
    <Notice tone="danger" className="max-w-xl items-center">
      <p className="flex-1">{message.error ?? t('chat.failed')}</p>
      {onRegenerate && (
        <Button variant="secondary" size="small" busy={regenerating} onClick={onRegenerate}>
          {t('common.retry')}
        </Button>
      )}
    </Notice>
  );
}

/** A reply that stands, with what can be done about it. `onRegenerate` is given for the last one alone. */
export const FinishedReply = memo(function FinishedReply({ agentId, message, onRegenerate, regenerating }: FinishedReplyProps) {
  const t = useTranslations();
  const failed = message.status === 'error';
  return (
    <article aria-label={t('chat.reply')} className="grid min-w-0 gap-3">
      <Body content={message.content} growing={false} toolCalls={message.toolCalls ?? []} />
      {message.status === 'stopped' && <p className="text-xs text-muted-foreground">{t('chat.stopped')}</p>}
      {failed && <Failure message={message} onRegenerate={onRegenerate} regenerating={regenerating} />}
      <MemoryChips agentId={agentId} memories={message.memoriesSaved} />
      {!failed && (
        <div className="-ms-2 flex items-center">
          <CopyButton text={message.content} label={t('chat.copyReply')} className="text-muted-foreground" />
          {onRegenerate && (
            <Tooltip label={t('chat.regenerate')}>
              <Button
                variant="ghost"
                size="icon-small"
                aria-label={t('chat.regenerate')}
                className="text-muted-foreground"
                busy={regenerating}
                onClick={onRegenerate}
              >
                {!regenerating && <RefreshCw aria-hidden />}
              </Button>
            </Tooltip>
          )}
          <ReplyDetails message={message} />
        </div>
      )}
    </article>
  );
});
