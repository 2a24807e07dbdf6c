import type { OwnedAgent, OwnedAgentId } from '@/lib/auth/principal';
import { type Executor, pool } from '@/lib/platform/database';
import { binaryVector } from '@/lib/platform/vector';
import { PLACES_A_MESSAGE } from './passages';
import { DATED, formsQueries, type SearchRow, searchStatement, stemPrefix, unpackSearch } from './packed';
import type { Question } from './question';
import type { SearchedPassages } from './scoring';

/** Messages that are to be found again: what was said to the end, by people or a language model. What the recall model quotes is left out. */
const FINDABLE = `m.role in ('user', 'assistant') and m.status in ('completed', 'stopped') and m.superseded_at is null
  and m.content <> '' and m.provider is distinct from 'embedded'`;
const UNINDEXED = `not exists (select 1 from message_passages p where p.message_id = m.id and p.embedder_id = $1)`;

export type UnindexedMessage = { id: string; role: string; content: string; speaker: string | null };

/** Findable messages of an agent, of `since` or later, that have no passages of this embedder; the newest first. */
export async function findUnindexed(agentId: OwnedAgentId, embedderId: string, since: Date, limit: number): Promise<UnindexedMessage[]> {
  const { rows } = await pool().query<UnindexedMessage>({
    name: 'passages-unindexed',
    text: `select m.id, m.role, m.content, m.speaker from messages m
           where m.agent_id = $2 and m.created_at >= $3 and ${FINDABLE} and ${UNINDEXED} order by m.created_at desc, m.id desc limit $4`,
    values: [embedderId, agentId, since, limit],
  });
  return rows;
}

/** Agents with findable messages of `since` or later that have waited over a minute for passages of this embedder. */
export async function findAgentsToIndex(
  embedderId: string,
  since: Date,
  limit: number,
): Promise<{ id: bigint; ownerId: string; name: string; status: string }[]> {
  const { rows } = await pool().query<{ id: bigint; ownerId: string; name: string; status: string }>(
    `select id, owner_id as "ownerId", name, status from agents where id in (
       select m.agent_id from messages m
       where m.created_at >= $2 and coalesce(m.completed_at, m.created_at) < now() - interval '1 minute' and ${FINDABLE} and ${UNINDEXED}
       group by m.agent_id limit $3)`,
    [embedderId, since, limit],
  );
  return rows;
}

export type NewPassage = {
  messageId: string;
  part: number;
  speaker: string;
  /** Folded words with blanks between them; null for a passage that must not be found. */
  words: string | null;
  /** A vector in pgvector's notation. */
  embedding: string | null;
};

/** Stores passages of messages that still stand, in place of those of another embedder. */
export async function storePassages(agent: OwnedAgent, embedderId: string, passages: readonly NewPassage[]): Promise<number> {
  const { rowCount } = await pool().query(
    `insert into message_passages as p
       (message_id, part, owner_id, agent_id, conversation_id, place, speaker, said_at, words, embedder_id, embedding)
     select m.id, given.part, m.owner_id, m.agent_id, m.conversation_id, m.sequence * ${PLACES_A_MESSAGE} + given.part, given.speaker, m.created_at,
       (select array_to_tsvector(array_agg(distinct $2 || stem)) from unnest(string_to_array(given.words, ' ')) as word
        cross join lateral (select (ts_lexize('english_stem', word))[1] as stem) as stemmed where stem is not null),
       $3, given.embedding::vector
     from unnest($4::uuid[], $5::int2[], $6::text[], $7::text[], $8::text[]) as given(message_id, part, speaker, words, embedding)
     join messages m on m.id = given.message_id and m.agent_id = $1 and m.superseded_at is null
     on conflict (message_id, part) do update
       set speaker = excluded.speaker, words = excluded.words, embedder_id = excluded.embedder_id, embedding = excluded.embedding`,
    [
      agent.id,
      stemPrefix(agent.id),
      embedderId,
      passages.map(({ messageId }) => messageId),
      passages.map(({ part }) => part),
      passages.map(({ speaker }) => speaker),
      passages.map(({ words }) => words),
      passages.map(({ embedding }) => embedding),
    ],
  );
  return rowCount ?? 0;
}

/** Takes the passages of messages that were replaced by an edit or a regeneration out of the index. */
export async function removeReplaced(agentId: OwnedAgentId, since: Date): Promise<void> {
  await pool().query({
    name: 'passages-remove-replaced',
    text: `delete from message_passages p using messages m
           where m.id = p.message_id and m.agent_id = $1 and p.agent_id = $1 and m.superseded_at >= $2`,
    values: [agentId, since],
  });
}

const SEARCH = searchStatement({
  table: 'message_passages',
  group: 'conversation_id',
  searched: 'embedding is not null or words is not null',
  traits: `coalesce(array_position($7::text[], speaker), 0)
    + case when said_at >= $8::timestamptz and said_at < $9::timestamptz then ${DATED} else 0 end`,
  saidAt: 'said_at',
});

/**
 * Everything that the ranking of an agent's passages needs, in one statement: the cosine of each with the question, exactly, and where the
 * question's words stand.
 *
 * @param embedding `number[512]` of unit length
 */
export async function searchPassages(
  agentId: OwnedAgentId,
  embedderId: string,
  embedding: readonly number[] | null,
  question: Question,
  executor: Executor = pool(),
): Promise<SearchedPassages> {
  const { rows } = await executor.query<SearchRow<bigint>>({
    name: 'passages-search',
    text: SEARCH,
    values: [
      agentId,
      embedderId,
      embedding && binaryVector(embedding),
      question.words,
      stemPrefix(agentId),
      formsQueries(agentId, question.forms),
      question.speakers,
      question.period?.from ?? null,
      question.period?.to ?? null,
    ],
  });
  return unpackSearch(rows, (conversationId) => conversationId);
}

/**
 * SQL: whether something was learned from the exchange of a message that was forgotten since, replaced by news, or corrected by the owner.
 *
 * @param message the alias of the message's row
 */
export const isRetracted = (message: string) => `exists (
  select 1 from memories f
  where f.source_message_id in (${message}.id, ${message}.reply_to_id) and f.agent_id = ${message}.agent_id
    and (f.status in ('deleted', 'superseded')
      or exists (select 1 from memory_revisions r
                 where r.memory_id = f.id and r.kind = 'edited' and r.actor <> 'agent' and r.undone_at is null
                   and r.before ->> 'content' is distinct from r.after ->> 'content')))`;

export type PassageRow = {
  /** Which of the wanted ones it is, from 0. */
  position: number;
  conversationId: bigint;
  place: number;
  messageId: string;
  role: 'user' | 'assistant';
  speaker: string | null;
  content: string;
  title: string | null;
  saidAt: Date;
};

/**
 * The messages of some passages, in their order. Missing are those that were deleted or replaced meanwhile, and exchanges of which something learned was
 * forgotten, replaced by news, or corrected by the owner: what no longer holds must not come back by way of what was said.
 */
export async function readPassages(
  agentId: OwnedAgentId,
  wanted: readonly { conversationId: bigint; place: number }[],
): Promise<PassageRow[]> {
  const { rows } = await pool().query<PassageRow>({
    name: 'passages-read',
    text: `select (wanted.number - 1)::int as position, p.conversation_id as "conversationId", p.place, m.id as "messageId", m.role, m.speaker, m.content, c.title, p.said_at as "saidAt"
           from unnest($2::int8[], $3::int4[]) with ordinality as wanted(conversation_id, place, number)
           join message_passages p on p.agent_id = $1 and p.conversation_id = wanted.conversation_id and p.place = wanted.place
           join messages m on m.id = p.message_id and m.agent_id = $1 and m.superseded_at is null
             and not ${isRetracted('m')}
           join conversations c on c.id = m.conversation_id and c.agent_id = $1
           order by wanted.number`,
    values: [agentId, wanted.map(({ conversationId }) => String(conversationId)), wanted.map(({ place }) => place)],
  });
  return rows;
}
