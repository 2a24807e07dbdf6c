'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { agentQuery } from '@/lib/agents/hooks';
import { conversationPages } from '@/lib/conversations/hooks';
import { agentHealthQuery } from '@/lib/health/hooks';
import { memoryPages } from '@/lib/memories/hooks';
import type { AgentPart } from './current-agent';

const FRESH_MS = 10_000;

/** Reads ahead what a part of an agent asks for: what the pointer or the focus rests on is on the screen at once when it is followed. */
export function useReadAhead() {
  const client = useQueryClient();
  return useCallback(
    (agentId: string, part: AgentPart) => {
      void client.prefetchQuery(agentQuery(agentId));
      void client.prefetchQuery(agentHealthQuery(agentId));
      if (part === 'chat') void client.prefetchInfiniteQuery({ ...conversationPages(agentId), staleTime: FRESH_MS });
      if (part === 'memory') void client.prefetchInfiniteQuery({ ...memoryPages(agentId), staleTime: FRESH_MS });
    },
    [client],
  );
}
