'use client';

import { useTranslations } from 'use-intl';
import { Notice } from '@/components/ui/surface';
import { useErrorText, useErrorToast } from '@/components/ui/use-error-text';
import { useAgent } from '@/lib/agents/hooks';
import { useStopReply } from '@/lib/chat/hooks';
import { useOtherTabs } from '@/lib/chat/tabs';
import { isOpen, useMessages } from '@/lib/conversations/hooks';
import type { MessageWire } from '@/lib/conversations/schema';
import type { MessagePage } from '@/lib/conversations/thread';
import { Beginning } from './beginning';
import { columnStyles } from './column-styles';
import { Composer } from './composer';
import { draftKeyOf } from './drafts';
import { ConversationError, LoadingMessages, MessageList } from './message-list';
import { ModelPicker } from './model-picker';
import { fateOf } from './outbox';
import { RecallBanner } from './recall-banner';
import { UnsentMessage } from './unsent-message';
import { useComposerState } from './use-composer-state';
import { useSending } from './use-sending';

function useStopping(agentId: string, openReply: MessageWire | undefined) {
  const report = useErrorToast();
  const stop = useStopReply(agentId);
  return {
    pending: stop.isPending,
    stop: () => openReply && stop.mutate(openReply.id, report),
  };
}

type ChatPageProps = {
  agentId: string;
  conversationId?: string;
  /** A message to begin with. */
  soughtId?: string;
  /** The end of the conversation as the server knows it. */
  newest?: MessagePage;
};

/** The conversation with an agent, or the beginning of a new one. */
export function ChatPage({ agentId, conversationId, soughtId, newest }: ChatPageProps) {
  const t = useTranslations();
  const errorText = useErrorText();
  const agent = useAgent(agentId).data?.agent;
  const messages = useMessages(agentId, conversationId, newest);
  const { thread } = messages;
  const openReply = thread?.messages.find(isOpen);
  const sending = useSending(agentId, conversationId);
  const { pending: stopping, stop } = useStopping(agentId, openReply);
  const { blockedReason, note } = useComposerState(agentId, agent?.status === 'paused');
  useOtherTabs(agentId);
  const onTheWay = sending.unsent?.message ?? sending.opening;
  const unsent = onTheWay && <UnsentMessage {...sending} message={onTheWay} />;
  const returned = sending.error && fateOf(sending.error) === 'back' ? errorText(sending.error) : undefined;
  return (
    <section aria-label={t('nav.chat')} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {agent?.modelInfo.provider === 'embedded' && (
        <div className={`${columnStyles} pt-3`}>
          <RecallBanner agentId={agentId} />
        </div>
      )}
      {!conversationId && !unsent && <Beginning agent={agent} open={!blockedReason} onSend={sending.start} />}
      {!conversationId && unsent && (
        <div className={`${columnStyles} flex min-h-0 flex-1 flex-col overflow-y-auto pt-6 pb-8`}>{unsent}</div>
      )}
      {conversationId && thread && (
        <MessageList
          key={conversationId}
          agentId={agentId}
          conversationId={conversationId}
          messages={{ ...messages, thread }}
          soughtId={soughtId}
          unsent={unsent}
          quiet={Boolean(blockedReason)}
          onSend={sending.start}
        />
      )}
      {conversationId && !thread && (messages.isPending ? <LoadingMessages /> : <ConversationError messages={messages} />)}
      {returned && !blockedReason && (
        <div className={columnStyles}>
          <Notice tone="danger" role="alert">
            {returned}
          </Notice>
        </div>
      )}
      <Composer
        key={draftKeyOf(agentId, conversationId)}
        draftKey={draftKeyOf(agentId, conversationId)}
        agentName={agent?.name ?? ''}
        replying={Boolean(openReply)}
        sending={Boolean(onTheWay)}
        stopping={stopping}
        blockedReason={blockedReason}
        note={note}
        tools={agent && <ModelPicker agentId={agentId} agent={agent} />}
        onSend={sending.start}
        onStop={stop}
      />
    </section>
  );
}
