import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { type Executor, pool, type Transaction, transaction } from '@/lib/platform/database';
import { now } from '@/lib/platform/clock';
import { newId } from '@/lib/platform/ids';
import { log } from '@/lib/platform/log';
import { contentWords } from '@/lib/platform/text-search';
import { decideMerge, hasSameWords, type MergeDecision } from './candidates';
import type { ReadFact } from './fact-reading';
import type { MemoryRow, RevisionActor } from './queries';
import { rankMemories } from './ranking-query';
import { stemWords } from './retrieval';
import type { MemorySource } from './schema';
import { claimExtraction, describeExtraction, releaseExtraction } from './learning-records';
import { changeMemory, insertMemory, lockMemory, lockMemoryCount, lockWeakest, storeVectors } from './store';

/** A fact with its vector (`number[512]`, unit length), or null when it has none. */
export type EmbeddedFact = ReadFact & {
  vector: number[] | null;
  /** When it was said last; just now when left out. */
  saidAt?: Date;
  /** How often it was said; once when left out. */
  mentions?: number;
  /** The owner chose its words just now, which therefore stand, whatever is known. */
  isReworded?: boolean;
};

/** Where facts come from, and whether the weakest memory makes room for one when the agent's memory is full. */
export type FactOrigin = { source: MemorySource; actor: RevisionActor; sourceMessageId: string | null; whenFull: 'archive' | 'leave' };

export type Lesson = {
  /** The same for every reading of one message, so that it is learned once. */
  eventId: string;
  replyId: string;
  userMessageId: string;
  facts: readonly EmbeddedFact[];
};

/** Ids of the memories that a lesson made, confirmed and replaced. */
export type Learned = { added: string[]; confirmed: string[]; superseded: string[]; archived: string[] };

const NEIGHBOURS = 8;
/** A confirmed fact comes this share of the way nearer to certainty. */
const CONFIRMATION = 0.3;
const HIGHEST_CONFIDENCE = 0.99;

/**
 * Stores the facts of one message in one transaction, each as a memory of its own, as one more mention of a known one, or in the
 * place of one that it contradicts. When the memory is full, the weakest unpinned one is archived.
 *
 * @returns what changed; undefined when this message had been learned before, and nothing was stored
 */
export async function learn(agent: OwnedAgent, lesson: Lesson): Promise<Learned | undefined> {
  return transaction(async (tx) => {
    await lockMemoryCount(tx, agent);
    if (!(await claimExtraction(tx, agent, { id: lesson.eventId, replyId: lesson.replyId }))) return undefined;
    const learned: Learned = { added: [], confirmed: [], superseded: [], archived: [] };
    const origin = { source: 'conversation', actor: 'agent', sourceMessageId: lesson.userMessageId, whenFull: 'archive' } as const;
    for (const fact of lesson.facts) {
      if ((await learnFact(tx, agent, origin, fact, learned)) === 'kept') continue;
      log().warn({ agentId: String(agent.id) }, 'a fact was not kept: the memory is full of pinned ones');
    }
    const isNews = Object.values(learned).some((ids) => ids.length > 0);
    if (isNews) await describeExtraction(tx, lesson.eventId, summarise(learned), learned);
    else await releaseExtraction(tx, lesson.eventId);
    return learned;
  });
}

/** What became of a fact; nothing was changed unless it was kept. `outdated`: what is known was said later and is not what it was to replace. */
export type FactFate = 'kept' | 'outdated' | 'no-room';

/**
 * Stores one fact: as a memory of its own, as one more mention of a known one, or in the place of one that it contradicts. Needs
 * `lockMemoryCount`.
 *
 * @param learned is told what changed
 */
export async function learnFact(
  tx: Transaction,
  agent: OwnedAgent,
  origin: FactOrigin,
  fact: EmbeddedFact,
  learned: Learned,
): Promise<FactFate> {
  const decision = await decideFact(agent, fact, tx);
  const known = decision.kind === 'new' ? undefined : await lockMemory(tx, agent, decision.id);
  const by = { actor: origin.actor, sourceMessageId: origin.sourceMessageId };
  if (known?.status === 'active' && decision.kind === 'strengthen' && !(fact.isReworded && !hasSameWords(known.content, fact.content))) {
    // What the agent noted while it answered is this same mention, not a second one.
    if (origin.sourceMessageId !== null && known.sourceMessageId === origin.sourceMessageId) return 'kept';
    await changeMemory(tx, agent, known, strengthened(known, fact), { ...by, kind: 'strengthened' });
    learned.confirmed.push(known.id);
    return 'kept';
  }
  const replaced = known?.status === 'active' ? known : undefined;
  if (replaced && decision.kind === 'supersede' && isOutdated(fact, replaced, learned)) return 'outdated';
  const id = newId();
  if (replaced) {
    await changeMemory(tx, agent, replaced, { status: 'superseded', supersededById: id }, { ...by, kind: 'superseded' });
    learned.superseded.push(replaced.id);
  }
  const added = await addFact(tx, agent, { id, pinned: replaced?.pinned ?? false }, origin, fact, learned);
  if (!added) return 'no-room';
  learned.added.push(added.id);
  if (fact.vector) await storeVectors(agent, embedder().id, [added], [fact.vector], tx);
  return 'kept';
}

/** Whether a fact that was said before may not take the place of a memory: one that is newer, unless it was named to make way. */
function isOutdated({ saidAt, replacesId, isReworded }: EmbeddedFact, known: MemoryRow, { added }: Learned): boolean {
  return saidAt !== undefined && !isReworded && saidAt < known.lastMentionedAt && known.id !== replacesId && !added.includes(known.id);
}

/** What would become of a fact, by what the agent remembers now. */
export async function decideFact(
  agent: OwnedAgent,
  fact: Pick<EmbeddedFact, 'content' | 'vector' | 'replacesId'>,
  executor: Executor = pool(),
): Promise<MergeDecision> {
  const question = { embedderId: embedder().id, embedding: fact.vector, words: stemWords(contentWords(fact.content)), limit: NEIGHBOURS };
  const neighbours = await rankMemories(agent.id, question, executor);
  const decision = decideMerge(fact.content, neighbours, embedder().thresholds);
  if (decision.kind === 'new' && fact.replacesId) return { kind: 'supersede', id: fact.replacesId };
  return decision;
}

async function addFact(
  tx: Transaction,
  agent: OwnedAgent,
  place: { id: string; pinned: boolean },
  { source, actor, sourceMessageId, whenFull }: FactOrigin,
  { content, category, confidence, importance, saidAt, mentions }: EmbeddedFact,
  learned: Learned,
): Promise<MemoryRow | undefined> {
  const memory = { ...place, content, category, confidence, importance, source, actor, sourceMessageId, saidAt, mentions };
  const added = await insertMemory(tx, agent, memory);
  if (added || whenFull === 'leave') return added;
  const weakest = await lockWeakest(tx, agent);
  if (!weakest) return undefined;
  await changeMemory(tx, agent, weakest, { status: 'archived' }, { actor, sourceMessageId, kind: 'archived' });
  learned.archived.push(weakest.id);
  return insertMemory(tx, agent, memory);
}

function strengthened(known: MemoryRow, fact: EmbeddedFact) {
  const saidAt = fact.saidAt ?? now();
  return {
    mentionCount: known.mentionCount + (fact.mentions ?? 1),
    confidence: Math.max(known.confidence, Math.min(HIGHEST_CONFIDENCE, known.confidence + (1 - known.confidence) * CONFIRMATION)),
    importance: Math.max(known.importance, fact.importance),
    lastMentionedAt: saidAt > known.lastMentionedAt && saidAt <= now() ? saidAt : known.lastMentionedAt,
  };
}

function summarise({ added, confirmed, superseded }: Learned): string {
  const fresh = added.length - superseded.length;
  const parts = [
    fresh > 0 ? `Learned ${countFacts(fresh)}` : '',
    superseded.length > 0 ? `Updated ${countFacts(superseded.length)}` : '',
    confirmed.length > 0 ? `Heard ${countFacts(confirmed.length)} again` : '',
  ].filter(Boolean);
  return parts.join('. ');
}

function countFacts(count: number): string {
  return count === 1 ? 'one fact' : `${count} facts`;
}
