'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { conversationsKey, messagesKey } from '@/lib/conversations/hooks';

const CHANNEL = 'selfclaw:chat';

type Change = { agentId: string; conversationId: number };

let channel: BroadcastChannel | undefined;
const ownChannel = () => (channel ??= new BroadcastChannel(CHANNEL));

/** Tells the other tabs of this browser that a conversation has changed. */
export function tellOtherTabs(agentId: string, conversationId: number | string): void {
  ownChannel().postMessage({ agentId, conversationId: Number(conversationId) } satisfies Change);
}

/** Reads again what another tab has changed, so that a message sent there appears here at once. */
export function useOtherTabs(agentId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const heard = ({ data }: MessageEvent<Change>) => {
      if (data.agentId !== agentId) return;
      void client.invalidateQueries({ queryKey: messagesKey(agentId, data.conversationId) });
      void client.invalidateQueries({ queryKey: conversationsKey(agentId) });
    };
    const own = ownChannel();
    own.addEventListener('message', heard);
    return () => own.removeEventListener('message', heard);
  }, [agentId, client]);
}
