import type { OwnedAgent } from '@/lib/auth/principal';
import type { MemoryCategory } from '@/lib/memories/schema';
import { vectorText } from '@/lib/memories/store';
import { pool, type Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { noJobSql } from '@/lib/platform/jobs';
import type { ReadExport } from './export';
import { readMemoryImport } from './jobs';
import { OPEN_IMPORTS, REVIEW_DAYS } from './limits';
import { findImport, findOpenImport, IMPORT_COLUMNS, type ImportOutcome, type ImportRow } from './queries';
import type { ImportStatus, Standing } from './schema';

export type NewImport = ReadExport & { fileName: string; fileHash: Buffer };

/**
 * Stores an import with the messages that are to be read; the open one of the same file, when there is one; `undefined` when as many are
 * open as may be. Additions to one agent wait for each other, so that the count is true.
 */
export async function insertImport(
  tx: Transaction,
  agent: OwnedAgent,
  given: NewImport,
): Promise<{ row: ImportRow; isNew: boolean } | undefined> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('memory-imports:' || $1::text, 0))`, [agent.id]);
  const open = await findOpenImport(agent.id, given.fileHash, tx);
  if (open) return { row: open, isNew: false };
  const { rows } = await tx.query<ImportRow>(
    `with i as (
       insert into memory_imports (id, owner_id, agent_id, format, file_name, file_hash, conversations, messages, unread_count, older_count)
       select $1::uuid, $2::uuid, $3::bigint, $4, $5, $6::bytea, $7::int, $8::int, $9::int, $10::int
       where (select count(*) from memory_imports where agent_id = $3 and status in ('reading', 'ready')) < $11 returning *
     ) select ${IMPORT_COLUMNS} from i`,
    [
      newId(),
      agent.ownerId,
      agent.id,
      given.format,
      given.fileName,
      given.fileHash,
      given.conversations,
      given.messages.length,
      given.unread,
      given.older,
      OPEN_IMPORTS,
    ],
  );
  const row = rows[0];
  if (!row) return undefined;
  await tx.query(
    `insert into memory_import_messages (import_id, position, owner_id, agent_id, title, content, said_at)
     select $1::uuid, given.place - 1, $2::uuid, $3::bigint, given.title, given.content, given.said_at
     from unnest($4::text[], $5::text[], $6::timestamptz[]) with ordinality as given(title, content, said_at, place)`,
    [
      row.id,
      agent.ownerId,
      agent.id,
      given.messages.map(({ title }) => title),
      given.messages.map(({ content }) => content),
      given.messages.map(({ saidAt }) => saidAt),
    ],
  );
  return { row, isNew: true };
}

/** Keeps others from changing an import until the transaction ends. Gives where it stands. */
export async function lockImport(
  tx: Transaction,
  agent: OwnedAgent,
  importId: string,
): Promise<{ status: ImportStatus; messagesRead: number } | undefined> {
  const { rows } = await tx.query<{ status: ImportStatus; messagesRead: number }>(
    `select status, messages_read as "messagesRead" from memory_imports where id = $1 and agent_id = $2 for update`,
    [importId, agent.id],
  );
  return rows[0];
}

/** A fact that was read in one message or several. */
export type NewCandidate = {
  wordsHash: Buffer;
  content: string;
  category: MemoryCategory;
  confidence: number;
  importance: number;
  mentions: number;
  saidAt: Date | null;
  title: string;
  excerpt: string;
  standing: Standing;
  memoryId: string | null;
  embedderId: string;
  vector: number[] | null;
};

/**
 * Adds facts to an import that the transaction has locked; those that it has already are counted as said again, and what no room is left
 * for is left out.
 *
 * @param candidates each with other words
 * @returns how many were left out
 */
export async function storeCandidates(
  tx: Transaction,
  agent: OwnedAgent,
  importId: string,
  candidates: readonly NewCandidate[],
  limit: number,
): Promise<number> {
  if (candidates.length === 0) return 0;
  const { rows } = await tx.query<{ wordsHash: Buffer }>(`select words_hash as "wordsHash" from memory_candidates where import_id = $1`, [
    importId,
  ]);
  const known = new Set(rows.map(({ wordsHash }) => wordsHash.toString('hex')));
  const isKnown = ({ wordsHash }: NewCandidate) => known.has(wordsHash.toString('hex'));
  const fresh = candidates.filter((candidate) => !isKnown(candidate)).slice(0, Math.max(0, limit - known.size));
  const stored = [...candidates.filter(isKnown), ...fresh];
  const column = <Value>(pick: (candidate: NewCandidate) => Value) => stored.map(pick);
  await tx.query(
    `insert into memory_candidates (id, import_id, owner_id, agent_id, words_hash, content, category, confidence, importance, mentions, said_at,
       title, excerpt, standing, memory_id, embedder_id, embedding)
     select given.id, $1::uuid, $2::uuid, $3::bigint, given.words_hash, given.content, given.category, given.confidence, given.importance,
       given.mentions, given.said_at, given.title, given.excerpt, given.standing, given.memory_id, given.embedder_id, given.vector::vector
     from unnest($4::uuid[], $5::bytea[], $6::text[], $7::text[], $8::real[], $9::real[], $10::int[], $11::timestamptz[], $12::text[],
       $13::text[], $14::text[], $15::uuid[], $16::text[], $17::text[]) as given(id, words_hash, content, category, confidence, importance,
       mentions, said_at, title, excerpt, standing, memory_id, embedder_id, vector)
     on conflict (import_id, words_hash) do update set mentions = memory_candidates.mentions + excluded.mentions,
       confidence = greatest(memory_candidates.confidence, excluded.confidence),
       importance = greatest(memory_candidates.importance, excluded.importance),
       said_at = greatest(memory_candidates.said_at, excluded.said_at)`,
    [
      importId,
      agent.ownerId,
      agent.id,
      column(() => newId()),
      column(({ wordsHash }) => wordsHash),
      column(({ content }) => content),
      column(({ category }) => category),
      column(({ confidence }) => confidence),
      column(({ importance }) => importance),
      column(({ mentions }) => mentions),
      column(({ saidAt }) => saidAt),
      column(({ title }) => title),
      column(({ excerpt }) => excerpt),
      column(({ standing }) => standing),
      column(({ memoryId }) => memoryId),
      column(({ embedderId }) => embedderId),
      column(({ vector }) => vectorText(vector)),
    ],
  );
  return candidates.length - stored.length;
}

/** Notes on an import that the transaction has locked how far it was read, and removes the messages that were. The last ones make it ready. */
export async function noteProgress(
  tx: Transaction,
  importId: string,
  { messagesRead, surplus }: { messagesRead: number; surplus: number },
): Promise<void> {
  await tx.query(`delete from memory_import_messages where import_id = $1 and position < $2`, [importId, messagesRead]);
  await tx.query(
    `update memory_imports set messages_read = $2, surplus_count = surplus_count + $3, attempts = 0, updated_at = now(),
       status = case when $2 >= messages then 'ready' else status end where id = $1`,
    [importId, messagesRead, surplus],
  );
}

export type TakenCandidate = Pick<NewCandidate, 'content' | 'category' | 'confidence' | 'importance' | 'mentions' | 'saidAt'> & {
  id: string;
  /** The memory that its review showed as the one that makes way for it. */
  replacesId: string | null;
  /** `number[512]` of unit length by the embedder that is asked for, or null. */
  vector: number[] | null;
};

/** Facts of an import, what was said first coming first, so that later ones take the place of those that they contradict. */
export async function readTaken(
  tx: Transaction,
  agent: OwnedAgent,
  importId: string,
  embedderId: string,
  ids: readonly string[] | undefined,
): Promise<TakenCandidate[]> {
  const { rows } = await tx.query<TakenCandidate>(
    `select id, content, category, confidence, importance, mentions, said_at as "saidAt",
            case when standing = 'contrary' then memory_id end as "replacesId",
            case when embedder_id = $3 then embedding::real[] end as vector
     from memory_candidates where import_id = $1 and agent_id = $2 and ($4::uuid[] is null or id = any($4::uuid[]))
     order by said_at nulls first, id desc`,
    [importId, agent.id, embedderId, ids ?? null],
  );
  return rows;
}

/** Ends an import that the transaction has locked, and removes its texts. */
export async function closeImport(
  tx: Transaction,
  agent: OwnedAgent,
  importId: string,
  status: 'accepted' | 'failed',
  outcome: ImportOutcome | null,
): Promise<ImportRow | undefined> {
  await tx.query(`delete from memory_candidates where import_id = $1`, [importId]);
  await tx.query(`delete from memory_import_messages where import_id = $1`, [importId]);
  await tx.query(`update memory_imports set status = $3, outcome = $4, updated_at = now() where id = $1 and agent_id = $2`, [
    importId,
    agent.id,
    status,
    outcome && JSON.stringify(outcome),
  ]);
  return findImport(agent.id, importId, tx);
}

/** Removes an import with its texts. Gives whether the agent had it. */
export async function removeImport(tx: Transaction, agent: OwnedAgent, importId: string): Promise<boolean> {
  const { rowCount } = await tx.query(`delete from memory_imports where id = $1 and agent_id = $2`, [importId, agent.id]);
  return rowCount === 1;
}

/** Ends what has no job any more, and removes what was not reviewed in time. Gives how many imports these were. */
export async function endForgotten(staleMinutes: number): Promise<number> {
  const { rows } = await pool().query<{ ended: number }>(
    `with stale as (
       update memory_imports i set status = 'failed', updated_at = now()
       where i.status = 'reading' and i.updated_at < now() - make_interval(mins => $1)
         and ${noJobSql(readMemoryImport, 'importId', 'i.id::text')} returning i.id
     ), texts as (
       delete from memory_import_messages where import_id in (select id from stale)
     ), facts as (
       delete from memory_candidates where import_id in (select id from stale)
     ), old as (
       delete from memory_imports where status = 'ready' and updated_at < now() - make_interval(days => $2) returning id
     )
     select ((select count(*) from stale) + (select count(*) from old))::int as ended`,
    [staleMinutes, REVIEW_DAYS],
  );
  return rows[0]?.ended ?? 0;
}
