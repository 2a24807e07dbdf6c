'use client';

import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AgentWire } from '@/lib/agents/schema';
import { conversationMatches } from '@/lib/conversations/hooks';
import { memoryMatches } from '@/lib/memories/hooks';

const WAIT_MS = 180;
const LEAST_LETTERS = 2;
const MOST_EACH = 4;
const FRESH_MS = 30_000;

/** A value once it has rested for a moment. */
function useRested<Value>(value: Value, waitMs: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), waitMs);
    return () => clearTimeout(timer);
  }, [value, waitMs]);
  return rested;
}

/** Conversations and memories of all agents that hold the words. A search that is overtaken by the next one is given up. */
export function usePaletteSearch(agents: readonly AgentWire[], typed: string) {
  const wanted = typed.trim();
  const words = useRested(wanted, WAIT_MS);
  const enabled = words.length >= LEAST_LETTERS && words.length <= 200;
  const common = { enabled, staleTime: FRESH_MS, retry: false };
  const conversations = useQueries({
    queries: agents.map((agent) => ({ ...conversationMatches(agent.id, words, MOST_EACH), ...common })),
  });
  const memories = useQueries({ queries: agents.map((agent) => ({ ...memoryMatches(agent.id, words, MOST_EACH), ...common })) });
  const all = [...conversations, ...memories];
  const searching = wanted.length >= LEAST_LETTERS && agents.length > 0;
  return {
    searching,
    loading: searching && (words !== wanted || all.some(({ isPending }) => isPending)),
    failed: searching && all.some(({ isError }) => isError),
    retry: () => all.forEach((query) => query.isError && void query.refetch()),
    conversations: searching
      ? agents.flatMap((agent, index) => (conversations[index]?.data?.results ?? []).map((found) => ({ agent, ...found })))
      : [],
    memories: searching
      ? agents.flatMap((agent, index) => (memories[index]?.data?.memories ?? []).map((memory) => ({ agent, memory })))
      : [],
  };
}
