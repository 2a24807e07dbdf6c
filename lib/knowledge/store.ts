import type { OwnedAgent } from '@/lib/auth/principal';
import { containsSecret } from '@/lib/memories/secrets';
import type { Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { searchableText } from '@/lib/platform/text-search';
import { stemPrefix } from '@/lib/retrieval/packed';
import { cutIntoChunks, windowsOf } from './chunking';
import { KNOWLEDGE_LIMIT } from './limits';
import { findKnowledgeById, type KnowledgeRow } from './queries';
import type { KnowledgeSource } from './schema';

export type NewKnowledge = { title: string; content: string; source: KnowledgeSource; sourceName: string | null };

/** What an embedder must be known by to cut and index a text for it. */
export type IndexedBy = { id: string; maxTokens: number };

/**
 * Adds a text with its passages; `undefined` when the agent holds as many as it may. Additions to one agent wait for each other, so that
 * the count is true.
 */
export async function insertKnowledge(
  tx: Transaction,
  agent: OwnedAgent,
  embedder: IndexedBy,
  knowledge: NewKnowledge,
): Promise<KnowledgeRow | undefined> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('knowledge:' || $1::text, 0))`, [agent.id]);
  const { rows } = await tx.query<{ id: string }>(
    `insert into knowledge (id, owner_id, agent_id, title, content, source, source_name, created_at, updated_at)
     select $1::uuid, $2::uuid, $3::bigint, $4, $5, $6, $7, clock_timestamp(), clock_timestamp()
     where (select count(*) from knowledge where agent_id = $3) < $8 returning id`,
    [newId(), agent.ownerId, agent.id, knowledge.title, knowledge.content, knowledge.source, knowledge.sourceName, KNOWLEDGE_LIMIT],
  );
  const id = rows[0]?.id;
  if (id === undefined) return undefined;
  await writePassages(tx, agent, embedder, { id, ...knowledge });
  return findKnowledgeById(agent.id, embedder.id, id, tx);
}

/** Reads a text and keeps others from changing it until the transaction ends. */
export async function lockKnowledge(
  tx: Transaction,
  agent: OwnedAgent,
  embedder: IndexedBy,
  knowledgeId: string,
): Promise<KnowledgeRow | undefined> {
  await tx.query(`select 1 from knowledge where id = $1 and agent_id = $2 for update`, [knowledgeId, agent.id]);
  return findKnowledgeById(agent.id, embedder.id, knowledgeId, tx);
}

/** Changes a text that the transaction has locked. Its passages are made anew, because they bear its title. */
export async function changeKnowledge(
  tx: Transaction,
  agent: OwnedAgent,
  embedder: IndexedBy,
  changed: { id: string; title: string; content: string },
): Promise<KnowledgeRow | undefined> {
  await tx.query(
    `update knowledge set title = $3, content = $4, version = version + 1, index_failed_at = null, updated_at = clock_timestamp()
     where id = $1 and agent_id = $2`,
    [changed.id, agent.id, changed.title, changed.content],
  );
  await tx.query(`delete from knowledge_chunks where knowledge_id = $1`, [changed.id]);
  await writePassages(tx, agent, embedder, changed);
  return findKnowledgeById(agent.id, embedder.id, changed.id, tx);
}

/** @returns whether the agent had it */
export async function removeKnowledge(tx: Transaction, agent: OwnedAgent, knowledgeId: string): Promise<boolean> {
  const { rowCount } = await tx.query(`delete from knowledge where id = $1 and agent_id = $2`, [knowledgeId, agent.id]);
  return rowCount === 1;
}

type NewWindow = { position: number; start: number; end: number; words: string };

/** Cuts a text and stores its passages, found by their words from now on. What looks like a secret has no windows, so it is never found. */
async function writePassages(
  tx: Transaction,
  agent: OwnedAgent,
  embedder: IndexedBy,
  { id, title, content }: { id: string; title: string; content: string },
): Promise<void> {
  const chunks = cutIntoChunks(content).map((chunk) => ({ ...chunk, isWithheld: containsSecret(chunk.content) }));
  const windows: NewWindow[] = chunks.flatMap((chunk, position) =>
    chunk.isWithheld
      ? []
      : windowsOf(chunk, embedder.maxTokens).map(({ start, end }) => {
          const words = searchableText(`${title} ${chunk.heading} ${chunk.content.slice(start, end)}`);
          return { position, start, end, words };
        }),
  );
  await tx.query(`update knowledge set chunk_count = $2 where id = $1`, [id, chunks.length]);
  await tx.query(
    `insert into knowledge_chunks (knowledge_id, position, owner_id, agent_id, heading, content, withheld)
     select $1::uuid, given.position - 1, $2::uuid, $3::bigint, given.heading, given.content, given.withheld
     from unnest($4::text[], $5::text[], $6::boolean[]) with ordinality as given(heading, content, withheld, position)`,
    [
      id,
      agent.ownerId,
      agent.id,
      chunks.map(({ heading }) => heading),
      chunks.map((chunk) => chunk.content),
      chunks.map(({ isWithheld }) => isWithheld),
    ],
  );
  await tx.query(
    `insert into knowledge_windows (knowledge_id, place, position, owner_id, agent_id, start, "end", words)
     select $1::uuid, given.place - 1, given.position, $2::uuid, $3::bigint, given.start, given.stop,
       (select array_to_tsvector(array_agg(distinct $4 || stem)) from unnest(string_to_array(given.words, ' ')) as word
        cross join lateral (select (ts_lexize('english_stem', word))[1] as stem) as stemmed where stem is not null)
     from unnest($5::int[], $6::int[], $7::int[], $8::text[]) with ordinality as given(position, start, stop, words, place)`,
    [
      id,
      agent.ownerId,
      agent.id,
      stemPrefix(agent.id),
      windows.map(({ position }) => position),
      windows.map(({ start }) => start),
      windows.map(({ end }) => end),
      windows.map(({ words }) => words),
    ],
  );
}
