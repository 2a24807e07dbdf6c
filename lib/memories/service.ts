import type { MarkDone } from '@/lib/api/idempotency';
import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { type Transaction, transaction } from '@/lib/platform/database';
import { refuse, type Refusal } from '@/lib/platform/errors';
import { enqueue, warmJobs } from '@/lib/platform/jobs';
import { log } from '@/lib/platform/log';
import { embedMemories } from './jobs';
import { presentChange, presentMemory, presentRevision } from './present';
import { findMemories, findMemory, findRevisions, type MemoryPage, type MemoryRow, type RevisionActor } from './queries';
import type { RetrievedMemory } from './ranking-query';
import { retrieveMemories } from './retrieval';
import { MEMORY_LIMIT, type MemoryCategory, type MemorySource, type MemoryWire } from './schema';
import { containsSecret } from './secrets';
import { noteLearning } from './learning-records';
import { findChanges, isChangeOf, type TimelinePage } from './timeline-query';
import { changeMemory, hasRoom, insertMemory, lockMemory, lockMemoryCount, lockSuperseded, markUndone, storeVectors } from './store';

/** A request waits this long for a vector; the job computes what did not come in time. */
const INLINE_EMBEDDING_MS = 3_000;
/** The job gives the request itself this long to have done it. */
const EMBEDDING_JOB_DELAY_SECONDS = 5;

/** Why a secret is refused. */
export const SECRET_SENTENCE = 'This looks like a password, key or card number. Secrets are never stored in memory.';
const notFound = () => refuse('NOT_FOUND', 'Memory not found');
const full = () =>
  refuse('MEMORY_LIMIT_REACHED', `An agent can keep ${MEMORY_LIMIT.toLocaleString('en')} memories. Delete one to make room.`);

export type AddMemoryInput = {
  content: string;
  category: MemoryCategory;
  source: MemorySource;
  actor: RevisionActor;
  pinned?: boolean;
  sourceMessageId?: string | null;
  /** 0–1; a fact that its owner wrote down is certain. */
  confidence?: number;
  /** 0–1. */
  importance?: number;
};

type Written = { success: true; memory: MemoryWire };

const written = (row: MemoryRow): Written => ({ success: true, memory: presentMemory(row, embedder().id) });

/** One page of what an agent remembers, most recent first. */
export async function listMemories(agent: OwnedAgent, page: MemoryPage) {
  const { rows, total } = await findMemories(agent.id, page);
  return { memories: rows.map((row) => presentMemory(row, embedder().id)), limit: page.limit, offset: page.offset, total };
}

/**
 * Adds a fact. It is found by its words at once, and by its meaning when this returns, unless the embedder is slow; then a
 * job does it. Refuses secrets (BAD_REQUEST) and a full memory (MEMORY_LIMIT_REACHED).
 *
 * @param markDone called with the row's transaction
 */
export async function addMemory(agent: OwnedAgent, input: AddMemoryInput, markDone?: MarkDone): Promise<Written | Refusal> {
  if (containsSecret(input.content)) return refuse('BAD_REQUEST', SECRET_SENTENCE);
  const added = await writeMemories(async (tx) => {
    await lockMemoryCount(tx, agent);
    const row = await insertMemory(tx, agent, {
      content: input.content,
      category: input.category,
      pinned: input.pinned ?? false,
      confidence: input.confidence ?? 1,
      importance: input.importance ?? 0.6,
      source: input.source,
      sourceMessageId: input.sourceMessageId ?? null,
      actor: input.actor,
    });
    if (row) await enqueueEmbedding(tx, agent);
    if (row?.source === 'conversation') await noteLearning(tx, agent, row.id);
    if (row) await markDone?.(tx);
    return row;
  });
  if (!added) return full();
  return written(await embedNow(agent, added));
}

export type PatchMemoryInput = { content?: string; fact?: string; category?: MemoryCategory; pinned?: boolean };

/** Corrects, re-files or pins an active memory. What the owner wrote is certain. */
export async function patchMemory(
  agent: OwnedAgent,
  memoryId: string,
  input: PatchMemoryInput,
  actor: RevisionActor,
): Promise<Written | Refusal> {
  const content = input.content ?? input.fact;
  if (content !== undefined && containsSecret(content)) return refuse('BAD_REQUEST', SECRET_SENTENCE);
  const changed = await writeMemories(async (tx) => {
    const before = await lockMemory(tx, agent, memoryId);
    if (before?.status !== 'active') return undefined;
    const changes = {
      content: content ?? before.content,
      category: input.category ?? before.category,
      pinned: input.pinned ?? before.pinned,
      confidence: content === undefined ? before.confidence : 1,
    };
    if (changes.content === before.content && changes.category === before.category && changes.pinned === before.pinned) return before;
    const after = await changeMemory(tx, agent, before, changes, { kind: 'edited', actor });
    if (after.content !== before.content) await enqueueEmbedding(tx, agent);
    return after;
  });
  if (!changed) return notFound();
  return written(await embedNow(agent, changed));
}

/** Forgets a memory. It stays in the history, and {@link undoMemory} brings it back. */
export async function deleteMemory(agent: OwnedAgent, memoryId: string, actor: RevisionActor): Promise<{ success: true } | Refusal> {
  const deleted = await writeMemories(async (tx) => {
    const before = await lockMemory(tx, agent, memoryId);
    if (before?.status !== 'active') return undefined;
    return changeMemory(tx, agent, before, { status: 'deleted' }, { kind: 'deleted', actor });
  });
  return deleted ? { success: true } : notFound();
}

/** Every change of a memory, newest first; also of one that was deleted or superseded. */
export async function readHistory(agent: OwnedAgent, memoryId: string) {
  const memory = await findMemory(agent.id, memoryId);
  if (!memory) return notFound();
  const revisions = await findRevisions(agent.id, memoryId);
  return { revisions: revisions.map(presentRevision) };
}

/** One page of what came to be known when, newest first. `next` is there while more is. */
export async function readTimeline(agent: OwnedAgent, page: TimelinePage) {
  if (page.before !== undefined && !(await isChangeOf(agent.id, page.before))) {
    return refuse('BAD_REQUEST', 'before: is no change of this agent’s memories');
  }
  const rows = await findChanges(agent.id, { ...page, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  return { changes: shown.map(presentChange), next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null };
}

/**
 * Takes the last change of a memory back: an edit, a deletion, a strengthening, or its creation, which also brings back what
 * it took the place of. What was undone is not undone again: CONFLICT until the memory changes anew.
 */
export async function undoMemory(agent: OwnedAgent, memoryId: string, actor: RevisionActor): Promise<Written | Refusal> {
  const restored = await writeMemories(async (tx) => {
    await lockMemoryCount(tx, agent);
    const current = await lockMemory(tx, agent, memoryId);
    if (!current) return notFound();
    const [last] = await findRevisions(agent.id, memoryId, tx);
    if (!last || last.kind === 'restored') return refuse('CONFLICT', 'There is no change to take back.');
    const replaced = last.before ? [] : await lockSuperseded(tx, agent, memoryId);
    const returning = last.before ? Number(last.before.status === 'active' && current.status !== 'active') : replaced.length - 1;
    if (returning > 0 && !(await hasRoom(tx, agent, returning))) return full();
    await markUndone(tx, last.id);
    const change = { kind: 'restored', actor } as const;
    const state = last.before ? { ...last.before, lastMentionedAt: new Date(last.before.lastMentionedAt) } : { status: 'deleted' as const };
    const after = await changeMemory(tx, agent, current, state, change);
    for (const row of replaced) await changeMemory(tx, agent, row, { status: 'active', supersededById: null }, change);
    await enqueueEmbedding(tx, agent);
    return after;
  });
  if (!('content' in restored)) return restored;
  return written(await embedNow(agent, restored));
}

/** What to forget: a memory by its id, or the one that a description clearly means. */
export type ForgetTarget = { memoryId: string } | { query: string };

export type ForgetOutcome =
  | { forgotten: { id: string; content: string }; candidates?: undefined }
  /** Nothing was forgotten: none of these is clearly meant, or there is none at all. */
  | { forgotten: null; candidates: { id: string; content: string }[] };

/** For the agent itself, when its owner asks it to forget something. Every deletion can be undone. */
export async function forgetMemory(agent: OwnedAgent, target: ForgetTarget, actor: RevisionActor = 'agent'): Promise<ForgetOutcome> {
  if ('query' in target) {
    const candidates = await retrieveMemories(agent, target.query, { limit: 5 });
    const meant = clearlyMeant(candidates);
    return meant
      ? forgetMemory(agent, { memoryId: meant.id }, actor)
      : { forgotten: null, candidates: candidates.filter(isNear).map(({ id, content }) => ({ id, content })) };
  }
  const memory = await findMemory(agent.id, target.memoryId);
  const deleted = memory ? await deleteMemory(agent, memory.id, actor) : undefined;
  if (!memory || !deleted || !('success' in deleted)) return { forgotten: null, candidates: [] };
  return { forgotten: { id: memory.id, content: memory.content } };
}

const CLEAR_WORDS = 0.6;
const CLEAR_LEAD = 0.1;

function isNear({ similarity, lexical }: RetrievedMemory): boolean {
  return (similarity ?? 0) >= embedder().thresholds.closest || lexical > 0.25;
}

/** The first of the ranked memories, if it fits well and far better than the second. */
function clearlyMeant([first, second]: readonly RetrievedMemory[]): RetrievedMemory | undefined {
  if (!first) return undefined;
  const fits = (first.similarity ?? 0) >= embedder().thresholds.answer || first.lexical >= CLEAR_WORDS;
  const leads = !second || first.score - second.score >= CLEAR_LEAD;
  return fits && leads ? first : undefined;
}

/**
 * A transaction in which jobs may be enqueued. The queue opens before it: opening inside would wait for a database that
 * serves one transaction at a time.
 */
export async function writeMemories<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  await warmJobs();
  return transaction(work);
}

/** Puts the computing of vectors into its queue with the rows that need them. */
export async function enqueueEmbedding(tx: Transaction, agent: OwnedAgent): Promise<void> {
  await enqueue(tx, embedMemories, { agentId: String(agent.id) }, { startAfter: EMBEDDING_JOB_DELAY_SECONDS });
}

async function embedNow(agent: OwnedAgent, row: MemoryRow): Promise<MemoryRow> {
  const { id } = embedder();
  if (row.status !== 'active' || row.embedderId === id) return row;
  const vectors = await embedInTime([row.content]);
  if (vectors.length === 0) return row;
  try {
    const stored = await storeVectors(agent, id, [row], vectors);
    return stored === 1 ? { ...row, embedderId: id } : row;
  } catch (error) {
    // The memory stands already: its caller must not take it for lost, and repeat it.
    log().warn({ error, memoryId: row.id }, 'the vector of a memory could not be stored; a job will compute it');
    return row;
  }
}

/** The vectors of some texts, or none of them where the embedder fails or is slow: a job will compute them. */
export async function embedInTime(texts: readonly string[]): Promise<(number[] | null)[]> {
  if (texts.length === 0) return [];
  try {
    return await embedder().embed([...texts], { signal: AbortSignal.timeout(INLINE_EMBEDDING_MS) });
  } catch (error) {
    log().warn({ error, texts: texts.length }, 'memories are stored without their vectors; a job will compute them');
    return [];
  }
}
