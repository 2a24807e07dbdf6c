import type { OwnedAgent } from '@/lib/auth/principal';
import { questionOf } from './profile';
import type { GapRow, SpawningRow } from './queries';
import type { Research } from './research';
import type { KnowledgeGapWire, SpawningFault, SpawningStatusWire } from './schema';

const SENTENCES: Record<SpawningFault, string> = {
  NO_MODEL: 'There is no language model, so nothing was looked up. Pages that you named were kept as they are.',
  NOTHING_TO_READ: 'The language model cannot search the web, and no addresses were given that it could read.',
  NOTHING_READ: 'None of the addresses could be read.',
  PROVIDER_REFUSED: 'The model provider refused the request.',
  PROVIDER_UNAVAILABLE: 'The model provider could not be reached or had a fault.',
  BAD_ANSWER: 'The model gave no answer that could be used.',
  INTERRUPTED: 'It was interrupted too often and was given up.',
};

/** A gap with its question. */
export function presentGap({ field, type, inferredValue }: GapRow): KnowledgeGapWire {
  return { field, type, ...(inferredValue === null ? {} : { inferredValue }), question: questionOf(field, inferredValue) };
}

function presentResearch({ summary, interests, skills, recentActivity, personalContext, sources }: Research) {
  return { summary, interests, skills, recentActivity, personalContext, sources };
}

/** The state of an agent's spawning in the contract's shape. */
export function presentSpawning(agent: OwnedAgent, { status, steps, research, gaps }: SpawningRow): SpawningStatusWire {
  const isReady = status === 'ready';
  return {
    agentId: Number(agent.id),
    spawningStatus: status,
    progress: steps.map(({ step, status, code }) => ({ step, status, ...(code ? { error: SENTENCES[code], code } : {}) })),
    ...(isReady && research && hasFound(research) ? { research: presentResearch(research) } : {}),
    ...(isReady ? { knowledgeGaps: gaps.map(presentGap) } : {}),
  };
}

function hasFound({ summary, sources, interests, skills, recentActivity, personalContext }: Research): boolean {
  return summary !== '' || personalContext !== '' || [sources, interests, skills, recentActivity].some((list) => list.length > 0);
}
