import { round } from '@/lib/memories/present';
import type { CandidateRow, ImportRow } from './queries';
import type { MemoryCandidateWire, MemoryImportWire } from './schema';

export function presentImport({ unread, older, surplus, outcome, createdAt, updatedAt, ...row }: ImportRow): MemoryImportWire {
  return {
    ...row,
    leftOut: { unread, older, surplus },
    outcome: outcome && { ...outcome, outdated: outcome.outdated ?? 0 },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function presentCandidate({ confidence, saidAt, title, memoryId, memoryContent, ...row }: CandidateRow): MemoryCandidateWire {
  return {
    ...row,
    confidence: round(confidence),
    saidAt: saidAt?.toISOString() ?? null,
    conversationTitle: title,
    memory: memoryId === null ? null : { id: memoryId, content: memoryContent ?? '' },
  };
}
