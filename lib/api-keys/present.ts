import type { ApiKeyRow } from './queries';
import type { ApiKeyWire } from './schema';

/** A key as the API shows it: never its secret or hash. */
export function presentApiKey(row: ApiKeyRow): ApiKeyWire {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
