import type { SoulRow, SoulVersionRow } from './queries';
import type { SoulVersionWire } from './schema';

export function presentSoul(row: SoulRow): { soul: string; updatedAt: string } {
  return { soul: row.content, updatedAt: row.updatedAt.toISOString() };
}

export function presentSoulVersion(row: SoulVersionRow): SoulVersionWire {
  return {
    id: row.id,
    version: row.version,
    soul: row.content,
    author: row.author,
    reason: row.reason,
    restoredFrom: row.restoredFrom,
    current: row.current,
    createdAt: row.createdAt.toISOString(),
  };
}
