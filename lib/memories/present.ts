import type { MemoryRow, MemoryState, RevisionRow } from './queries';
import type { MemoryChangeWire, MemoryWire, memoryRevisionWire } from './schema';
import type { ChangeRow } from './timeline-query';
import type { z } from 'zod';

/** @param embedderId of the embedder in use: a vector of another one does not count. */
export function presentMemory(row: MemoryRow, embedderId: string): MemoryWire {
  return {
    id: row.id,
    content: row.content,
    fact: row.content,
    category: row.category,
    confidence: round(row.confidence),
    mentionCount: row.mentionCount,
    pinned: row.pinned,
    status: row.status,
    source: row.source,
    sourceMessageId: row.sourceMessageId,
    sourceConversationId: row.sourceConversationId === null ? null : Number(row.sourceConversationId),
    indexed: row.embedderId === embedderId,
    lastMentionedAt: row.lastMentionedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function presentRevision(row: RevisionRow): z.infer<typeof memoryRevisionWire> {
  return {
    id: row.id,
    kind: row.kind,
    actor: row.actor,
    before: row.before && presentState(row.before),
    after: presentState(row.after),
    sourceMessageId: row.sourceMessageId,
    undone: row.undoneAt !== null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** A change as the timeline tells it. */
export function presentChange(row: ChangeRow): MemoryChangeWire {
  const { memoryId, source, sourceConversationId, replacedBy } = row;
  const conversationId = sourceConversationId === null ? null : Number(sourceConversationId);
  return { ...presentRevision(row), memoryId, source, sourceConversationId: conversationId, replacedBy };
}

function presentState({ content, category, pinned, status }: MemoryState) {
  return { content, category, pinned, status };
}

/** `real` columns carry rounding noise: 0.85 is read as 0.8500000238. */
export function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
