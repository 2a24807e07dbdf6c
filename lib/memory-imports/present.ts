import type { CandidateRow, ImportRow } from './queries';
import type { MemoryCandidateWire, MemoryImportWire } from './schema';

export function presentImport({ unread, older, surplus, createdAt, updatedAt, ...row }: ImportRow): MemoryImportWire {
  return { ...row, leftOut: { unread, older, surplus }, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

export function presentCandidate({ confidence, saidAt, title, memoryId, memoryContent, ...row }: CandidateRow): MemoryCandidateWire {
  return {
    ...row,
    // `real` columns carry rounding noise.
    confidence: Math.round(confidence * 1_000) / 1_000,
    saidAt: saidAt?.toISOString() ?? null,
    conversationTitle: title,
    memory: memoryId === null ? null : { id: memoryId, content: memoryContent ?? '' },
  };
}
