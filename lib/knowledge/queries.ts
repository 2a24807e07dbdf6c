import type { OwnedAgent, OwnedAgentId } from '@/lib/auth/principal';
import { type Executor, pool } from '@/lib/platform/database';
import { binaryVector } from '@/lib/platform/vector';
import { formsQueries, type SearchRow, searchStatement, stemPrefix, unpackSearch } from '@/lib/retrieval/packed';
import type { Question } from '@/lib/retrieval/question';
import type { SearchedPassages } from '@/lib/retrieval/scoring';
import type { KnowledgeSource } from './schema';

export type KnowledgeRow = {
  id: string;
  title: string;
  content: string;
  version: number;
  chunkCount: number;
  source: KnowledgeSource;
  sourceName: string | null;
  indexFailedAt: Date | null;
  /** Every window has its vector by the embedder that was asked for. */
  isIndexed: boolean;
  createdAt: Date;
  updatedAt: Date;
};

/** The columns of a {@link KnowledgeRow}, of the table or statement that `k` names; `$2` is the embedder in use. */
export const KNOWLEDGE_COLUMNS = `k.id, k.title, k.content, k.version, k.chunk_count as "chunkCount", k.source, k.source_name as "sourceName",
  k.index_failed_at as "indexFailedAt", k.created_at as "createdAt", k.updated_at as "updatedAt",
  not exists (select 1 from knowledge_windows w where w.knowledge_id = k.id and w.embedder_id is distinct from $2) as "isIndexed"`;

/** All texts of an agent, the newest first. */
export async function findKnowledge(agentId: OwnedAgentId, embedderId: string): Promise<KnowledgeRow[]> {
  const { rows } = await pool().query<KnowledgeRow>({
    name: 'knowledge-list',
    text: `select ${KNOWLEDGE_COLUMNS} from knowledge k where k.agent_id = $1 order by k.created_at desc, k.id desc`,
    values: [agentId, embedderId],
  });
  return rows;
}

/** One text of an agent. */
export async function findKnowledgeById(
  agentId: OwnedAgentId,
  embedderId: string,
  knowledgeId: string,
  executor: Executor = pool(),
): Promise<KnowledgeRow | undefined> {
  const { rows } = await executor.query<KnowledgeRow>(`select ${KNOWLEDGE_COLUMNS} from knowledge k where k.agent_id = $1 and k.id = $3`, [
    agentId,
    embedderId,
    knowledgeId,
  ]);
  return rows[0];
}

export type PassageRow = { position: number; heading: string; content: string; withheld: boolean };

/** The passages of a text in their order. */
export async function findPassages(agentId: OwnedAgentId, knowledgeId: string): Promise<PassageRow[]> {
  const { rows } = await pool().query<PassageRow>(
    `select position, heading, content, withheld from knowledge_chunks where knowledge_id = $2 and agent_id = $1 order by position`,
    [agentId, knowledgeId],
  );
  return rows;
}

export type UseRow = {
  messageId: string;
  conversationId: bigint;
  conversationTitle: string | null;
  position: number;
  excerpt: string;
  cited: boolean;
  createdAt: Date;
};

/** The latest uses of a text in replies that still stand, newest first. */
export async function findUses(agentId: OwnedAgentId, knowledgeId: string, limit: number): Promise<UseRow[]> {
  const { rows } = await pool().query<UseRow>(
    `select m.id as "messageId", m.conversation_id as "conversationId", c.title as "conversationTitle", m.created_at as "createdAt",
            (used ->> 'position')::int as position, used ->> 'excerpt' as excerpt, (used ->> 'cited')::boolean as cited
     from messages m join conversations c on c.id = m.conversation_id
     cross join lateral jsonb_array_elements(m.knowledge_used) as used
     where m.knowledge_used <> '[]' and m.knowledge_used @> jsonb_build_array(jsonb_build_object('knowledgeId', $2::text))
       and m.agent_id = $1 and m.superseded_at is null and used ->> 'knowledgeId' = $2::text
     order by m.created_at desc, m.id desc, position limit $3`,
    [agentId, knowledgeId, limit],
  );
  return rows;
}

export type UnembeddedWindow = {
  knowledgeId: string;
  place: number;
  version: number;
  title: string;
  heading: string;
  content: string;
  start: number;
  end: number;
};

/** Windows of an agent whose vector is missing or was made by another embedder. */
export async function findUnembeddedWindows(agentId: OwnedAgentId, embedderId: string, limit: number): Promise<UnembeddedWindow[]> {
  const { rows } = await pool().query<UnembeddedWindow>(
    `select w.knowledge_id as "knowledgeId", w.place, k.version, k.title, c.heading, c.content, w.start, w."end"
     from knowledge_windows w join knowledge k on k.id = w.knowledge_id
     join knowledge_chunks c on c.knowledge_id = w.knowledge_id and c.position = w.position
     where w.agent_id = $1 and w.embedder_id is distinct from $2 order by k.created_at desc, w.knowledge_id, w.place limit $3`,
    [agentId, embedderId, limit],
  );
  return rows;
}

/** Agents with texts that have waited over a minute for vectors of this embedder: after a change of it, or a long failure. */
export async function findAgentsToEmbed(
  embedderId: string,
  limit: number,
): Promise<{ id: bigint; ownerId: string; name: string; status: string }[]> {
  const { rows } = await pool().query<{ id: bigint; ownerId: string; name: string; status: string }>(
    `select id, owner_id as "ownerId", name, status from agents where id in (
       select k.agent_id from knowledge k
       where k.updated_at < now() - interval '1 minute'
         and exists (select 1 from knowledge_windows w where w.knowledge_id = k.id and w.embedder_id is distinct from $1)
       group by k.agent_id limit $2)`,
    [embedderId, limit],
  );
  return rows;
}

/**
 * Stores vectors, each only if its text is still in the version that was embedded. A window that the embedder has no vector for is marked
 * as seen.
 *
 * @param vectors in pgvector's notation, or null
 */
export async function storeWindowVectors(
  agent: OwnedAgent,
  embedderId: string,
  windows: readonly Pick<UnembeddedWindow, 'knowledgeId' | 'place' | 'version'>[],
  vectors: readonly (string | null)[],
): Promise<number> {
  const { rowCount } = await pool().query(
    `with current as materialized (
       select given.* from unnest($3::uuid[], $4::int[], $5::int[], $6::text[]) as given(knowledge_id, place, version, vector)
       join (select id, version from knowledge where agent_id = $1 and id = any($3::uuid[]) order by id for share) k
         on k.id = given.knowledge_id and k.version = given.version
     )
     update knowledge_windows w set embedding = current.vector::vector, embedder_id = $2
     from current where w.knowledge_id = current.knowledge_id and w.place = current.place and w.agent_id = $1`,
    [
      agent.id,
      embedderId,
      windows.map(({ knowledgeId }) => knowledgeId),
      windows.map(({ place }) => place),
      windows.map(({ version }) => version),
      vectors,
    ],
  );
  return rowCount ?? 0;
}

/** Takes the note of {@link noteIndexFailure} off all texts of an agent, which have their vectors now. */
export async function forgetIndexFailure(agentId: OwnedAgentId): Promise<void> {
  await pool().query(`update knowledge set index_failed_at = null where agent_id = $1 and index_failed_at is not null`, [agentId]);
}

/** Notes on an agent's texts without vectors that these could not be computed. */
export async function noteIndexFailure(agentId: OwnedAgentId, embedderId: string): Promise<void> {
  await pool().query(
    `update knowledge k set index_failed_at = now()
     where k.agent_id = $1 and exists (select 1 from knowledge_windows w where w.knowledge_id = k.id and w.embedder_id is distinct from $2)`,
    [agentId, embedderId],
  );
}

const SEARCH = searchStatement({
  table: 'knowledge_windows',
  group: 'knowledge_id',
  searched: 'embedding is not null or words is not null',
  traits: '0',
  saidAt: null,
});

/**
 * Everything that the ranking of an agent's windows needs, in one statement. Texts stand in it by their index in `knowledgeIds`.
 *
 * @param embedding `number[512]` of unit length
 */
export async function searchWindows(
  agentId: OwnedAgentId,
  embedderId: string,
  embedding: readonly number[] | null,
  { words, forms }: Pick<Question, 'words' | 'forms'>,
): Promise<SearchedPassages & { knowledgeIds: string[] }> {
  const { rows } = await pool().query<SearchRow<string>>({
    name: 'knowledge-search',
    text: SEARCH,
    values: [agentId, embedderId, embedding && binaryVector(embedding), words, stemPrefix(agentId), formsQueries(agentId, forms)],
  });
  const knowledgeIds = [...new Set(rows.flatMap(({ group }) => group ?? []))];
  const places = new Map(knowledgeIds.map((id, index) => [id, BigInt(index)]));
  return { ...unpackSearch(rows, (id) => places.get(id) ?? -1n), knowledgeIds };
}

export type FoundWindow = {
  knowledgeId: string;
  place: number;
  position: number;
  title: string;
  heading: string;
  content: string;
  start: number;
  end: number;
};

/** Some windows with the passages that they are of. Missing are those whose text was changed or deleted meanwhile. */
export async function readWindows(
  agentId: OwnedAgentId,
  wanted: readonly { knowledgeId: string; place: number }[],
): Promise<FoundWindow[]> {
  const { rows } = await pool().query<FoundWindow>({
    name: 'knowledge-windows-read',
    text: `select w.knowledge_id as "knowledgeId", w.place, w.position, k.title, c.heading, c.content, w.start, w."end"
           from unnest($2::uuid[], $3::int4[]) as wanted(knowledge_id, place)
           join knowledge_windows w on w.knowledge_id = wanted.knowledge_id and w.place = wanted.place and w.agent_id = $1
           join knowledge_chunks c on c.knowledge_id = w.knowledge_id and c.position = w.position and not c.withheld
           join knowledge k on k.id = w.knowledge_id and k.agent_id = $1`,
    values: [agentId, wanted.map(({ knowledgeId }) => knowledgeId), wanted.map(({ place }) => place)],
  });
  return rows;
}
