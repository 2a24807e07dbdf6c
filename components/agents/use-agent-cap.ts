'use client';

import { useAgents } from '@/lib/agents/hooks';
import { AGENT_LIMIT } from '@/lib/agents/limits';

/** How many agents count against the owner's cap, and whether it is reached. Those that a partner made count as its own until they are adopted. */
export function useAgentCap(): { own: number; full: boolean } {
  const { data } = useAgents();
  const own = data?.agents.filter((agent) => agent.createdByPartner === null).length ?? 0;
  return { own, full: own >= AGENT_LIMIT };
}
