import type { KnowledgeRow, PassageRow, UseRow } from './queries';
import type { KnowledgeUseWire, KnowledgeWire, PassageWire } from './schema';

export function presentKnowledge(row: KnowledgeRow): KnowledgeWire {
  const { id, title, content, chunkCount, source, sourceName, isIndexed, indexFailedAt } = row;
  return {
    id,
    title,
    content,
    chunkCount,
    source,
    sourceName,
    indexed: isIndexed,
    indexState: isIndexed ? 'indexed' : indexFailedAt ? 'failed' : 'waiting',
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function presentPassage({ position, heading, content, withheld }: PassageRow): PassageWire {
  return { position, heading, content, withheld };
}

export function presentUse({ conversationId, createdAt, ...row }: UseRow): KnowledgeUseWire {
  return { ...row, conversationId: Number(conversationId), createdAt: createdAt.toISOString() };
}
