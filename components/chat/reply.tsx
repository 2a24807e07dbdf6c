'use client';

import { CloudOff, RefreshCw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { useLatePart } from '@/components/ui/late';
import { Notice } from '@/components/ui/surface';
import { Tooltip } from '@/components/ui/tooltip';
import { useReply } from '@/lib/chat/hooks';
import type { MessageWire } from '@/lib/conversations/schema';
import type { KeyOf } from '@/messages/keys';
import { growth } from './growth';
import { MemoryChips } from './memory-chips';
import { ReplyDetails } from './reply-details';
import { RichText } from './rich-text';
import type { ToolCall } from './tool-card';

// Few replies have any; the server draws them, so that nothing moves when their code comes. Without a stand-in of their own the whole page
// would wait for it.
const ReplySources = dynamic(() => import('./reply-sources').then((module) => module.ReplySources), { loading: () => null });
const ToolCard = dynamic(() => import('./tool-card').then((module) => module.ToolCard), { loading: () => null });

function Body({ content, growing, toolCalls }: { content: string; growing: boolean; toolCalls: readonly ToolCall[] }) {
  return (
    <>
      {toolCalls.length > 0 && (
        <div className="grid max-w-lg gap-1.5">
          {toolCalls.map((call) => (
            <ToolCard key={call.id} call={call} running={growing && call.output === undefined && content === ''} />
          ))}
        </div>
      )}
      {content !== '' && (
        <div className="max-w-reading min-w-0 text-reading">
          <RichText content={content} growing={growing} />
        </div>
      )}
    </>
  );
}

function Thinking({ label }: { label: string }) {
  return (
    <p className="flex h-6 items-center gap-2.5 text-body text-muted-foreground">
      <span aria-hidden className="size-2 animate-pulse rounded-full bg-accent" />
      {label}
    </p>
  );
}

/** A reply while it is written. It alone follows the stream, so that the messages above stand still. */
export function OpenReply({ agentId, message, followed }: { agentId: string; message: MessageWire; followed: boolean }) {
  const t = useTranslations();
  // Fetched before the first word comes.
  useLatePart(growth, true);
  const reply = useReply(agentId, followed ? message.id : undefined);
  const content = reply.data?.content ?? '';
  const toolCalls = reply.data?.toolCalls ?? [];
  const interrupted = reply.data?.interrupted ?? false;
  const silent = content === '' && toolCalls.length === 0 && !reply.error && !interrupted;
  return (
    <article aria-label={t('chat.reply')} aria-busy className="grid min-w-0 grid-cols-1 gap-3">
      {silent && <Thinking label={t(followed ? 'chat.thinking' : 'chat.queued')} />}
      <Body content={content} growing={reply.isFetching} toolCalls={toolCalls} />
      {interrupted && (
        <p role="status" className="flex items-center gap-2 text-label text-muted-foreground">
          <CloudOff aria-hidden className="size-4 shrink-0 text-warning" />
          {t('chat.streamLost')}
        </p>
      )}
      {reply.error && (
        <Notice tone="warning" role="alert" className="max-w-md items-center">
          <p className="flex-1">{t('chat.streamRefused')}</p>
          <Button variant="secondary" size="small" onClick={() => void reply.refetch()}>
            {t('chat.reconnect')}
          </Button>
        </Notice>
      )}
    </article>
  );
}

type FinishedReplyProps = {
  agentId: string;
  message: MessageWire;
  /** Given for the last reply alone, while it may be written anew. */
  onRegenerate?: (messageId: string) => void;
  regenerating: boolean;
};

function Failure({ message, onRegenerate, regenerating }: Omit<FinishedReplyProps, 'agentId'>) {
  const t = useTranslations();
  const known = `providerErrors.${message.errorCode}` as KeyOf<'providerErrors'>;
  return (
    <Notice tone="danger" className="max-w-xl items-center">
      <p className="flex-1">{t.has(known) ? t('chat.failedBy', { reason: t(known) }) : (message.error ?? t('chat.failed'))}</p>
      {onRegenerate && (
        <Button variant="secondary" size="small" busy={regenerating} onClick={() => onRegenerate(message.id)}>
          {t('common.retry')}
        </Button>
      )}
    </Notice>
  );
}

/** A reply that stands, with what can be done about it. */
export const FinishedReply = memo(function FinishedReply({ agentId, message, onRegenerate, regenerating }: FinishedReplyProps) {
  const t = useTranslations();
  const failed = message.status === 'error';
  const cited = message.knowledgeUsed.filter((passage) => passage.cited);
  return (
    <article aria-label={t('chat.reply')} aria-busy={regenerating || undefined} className="grid min-w-0 grid-cols-1 gap-3">
      <div className={regenerating ? 'grid min-w-0 grid-cols-1 gap-3 opacity-50' : 'contents'}>
        <Body content={message.content} growing={false} toolCalls={message.toolCalls ?? []} />
      </div>
      {message.status === 'stopped' && <p className="text-label text-muted-foreground">{t('chat.stopped')}</p>}
      {failed && <Failure message={message} onRegenerate={onRegenerate} regenerating={regenerating} />}
      {cited.length > 0 && <ReplySources agentId={agentId} passages={cited} />}
      <MemoryChips agentId={agentId} memories={message.memoriesSaved} />
      {!failed && (
        <div className="-ms-2 -mt-1 flex items-center">
          <CopyButton text={message.content} label={t('chat.copyReply')} className="text-muted-foreground" />
          {onRegenerate && (
            <Tooltip label={t('chat.regenerate')}>
              <Button
                variant="ghost"
                size="icon-small"
                aria-label={t('chat.regenerate')}
                className="text-muted-foreground"
                busy={regenerating}
                onClick={() => onRegenerate(message.id)}
              >
                <RefreshCw aria-hidden />
              </Button>
            </Tooltip>
          )}
          <ReplyDetails agentId={agentId} message={message} />
        </div>
      )}
    </article>
  );
});
