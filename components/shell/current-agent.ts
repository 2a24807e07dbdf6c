'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { useAgents } from '@/lib/agents/hooks';

const KEPT = 'selfclaw.agent';

/** The parts of an agent, in the order in which they are shown. */
export const agentParts = ['chat', 'memory', 'knowledge', 'soul', 'growth', 'reflection', 'usage', 'settings'] as const;

export type AgentPart = (typeof agentParts)[number];

/** The agent and its part that a path names. */
export function agentOfPath(path: string): { agentId?: string; part?: AgentPart } {
  const [, agentId, part] = /^\/agents\/(\d+)(?:\/(\w+))?/.exec(path) ?? [];
  return { agentId, part: agentParts.find((known) => known === part) };
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const readKept = () => window.sessionStorage.getItem(KEPT);

/** The agent that the shell's links mean: the one on the page, else the one visited last, else the first. */
export function useCurrentAgent() {
  const path = usePathname();
  const agents = useAgents().data?.agents ?? [];
  const { agentId, part } = agentOfPath(path);
  const wanted = useSyncExternalStore(
    subscribe,
    () => agentId ?? readKept(),
    () => agentId ?? null,
  );
  useEffect(() => {
    if (!agentId || agentId === readKept()) return;
    window.sessionStorage.setItem(KEPT, agentId);
    for (const listener of listeners) listener();
  }, [agentId]);
  const agent = agents.find((candidate) => String(candidate.id) === wanted) ?? (agentId ? undefined : agents[0]);
  return { agents, agent, agentId: agentId ?? (agent ? String(agent.id) : undefined), part, onPage: agentId !== undefined };
}
