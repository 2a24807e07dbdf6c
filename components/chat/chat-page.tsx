'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Notice } from '@/components/ui/surface';
import { useErrorText, useErrorToast } from '@/components/ui/use-error-text';
import { useAgent } from '@/lib/agents/hooks';
import type { ApiError } from '@/lib/api/api-error';
import { newAttempt } from '@/lib/api/attempt';
import { useSendMessage, useStopReply } from '@/lib/chat/hooks';
import { isOpen, useMessages } from '@/lib/conversations/hooks';
import { Composer } from './composer';
import { writeDraft } from './drafts';
import { Beginning, MessageList } from './message-list';
import { RecallBanner } from './recall-banner';

/** Sends, and gives the text back to its field when it could not be sent. */
function useSending(agentId: string, conversationId: string | undefined, draftKey: string) {
  const router = useRouter();
  const send = useSendMessage(agentId, conversationId);
  const [unanswered, setUnanswered] = useState<{ message: string; attempt: string }>();
  const start = (message: string) => {
    // The same words after a lost answer are the same attempt: the server may have them already.
    const attempt = unanswered?.message === message ? unanswered.attempt : newAttempt();
    writeDraft(draftKey, '');
    send.mutate(
      { message, attempt },
      {
        onSuccess: (started) => {
          setUnanswered(undefined);
          if (!conversationId) router.replace(`/agents/${agentId}/chat/${started.conversationId}`, { scroll: false });
        },
        onError: (error) => {
          setUnanswered(error.status === 0 ? { message, attempt } : undefined);
          writeDraft(draftKey, message);
        },
      },
    );
  };
  return { send, start };
}

function SendProblem({ error }: { error: ApiError }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const text = error.code === 'NETWORK' ? t('chat.sendOffline') : errorText(error);
  return (
    <Notice tone="danger" role="alert" className="mx-auto w-full max-w-3xl">
      {text}
    </Notice>
  );
}

function useOpenReply(agentId: string, conversationId: string | undefined) {
  return useMessages(agentId, conversationId).data?.find(isOpen);
}

function useStopping(agentId: string, messageId: string | undefined) {
  const report = useErrorToast();
  const stop = useStopReply(agentId);
  return {
    pending: stop.isPending,
    stop: () => messageId && stop.mutate(messageId, report),
  };
}

/** The conversation with an agent, or the beginning of a new one. */
export function ChatPage({ agentId, conversationId }: { agentId: string; conversationId?: string }) {
  const t = useTranslations();
  const agent = useAgent(agentId).data?.agent;
  const draftKey = `${agentId}:${conversationId ?? 'new'}`;
  const { send, start } = useSending(agentId, conversationId, draftKey);
  const openReply = useOpenReply(agentId, conversationId);
  const { pending: stopping, stop } = useStopping(agentId, openReply?.id);
  // A new conversation shows its first message until its own page has taken over.
  const sending = send.isPending || (send.isSuccess && !conversationId);
  const sendingText = sending ? send.variables?.message : undefined;
  const name = agent?.name ?? '';
  const paused = agent?.status === 'paused';
  return (
    <section aria-label={t('nav.chat')} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {agent?.modelInfo.provider === 'embedded' && (
        <div className="px-4 pt-3 sm:px-6">
          <RecallBanner />
        </div>
      )}
      {conversationId ? (
        <MessageList key={conversationId} agentId={agentId} conversationId={conversationId} sendingText={sendingText} onSend={start} />
      ) : (
        <Beginning
          name={name}
          description={agent?.description ?? ''}
          chips={paused ? [] : (agent?.suggestedChips ?? [])}
          sendingText={sendingText}
          onSend={start}
        />
      )}
      {send.error && (
        <div className="px-4 sm:px-6">
          <SendProblem error={send.error} />
        </div>
      )}
      <Composer
        key={draftKey}
        draftKey={draftKey}
        agentName={name}
        replying={Boolean(openReply)}
        sending={sending}
        stopping={stopping}
        disabledReason={paused ? t('chat.paused') : undefined}
        onSend={start}
        onStop={stop}
      />
    </section>
  );
}
