import type { OwnedAgent, OwnedAgentId } from '@/lib/auth/principal';
import { type Executor, pool } from '@/lib/platform/database';
import { binaryVector } from '@/lib/platform/vector';
import { PLACES_A_MESSAGE } from './passages';
import type { Question } from './question';
import type { SearchedConversation, SearchedPassages, WordHits } from './scoring';

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

/** What stands before each stem of an agent's passages. */
const prefixOf = (agentId: bigint) => `${agentId.toString(16)}:`;

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
      prefixOf(agent.id),
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

type SearchRow = {
  /** Null for the row that says a word was looked for. */
  conversationId: bigint | null;
  /** The word that the places hold; null for the row of all passages of the conversation. */
  word: string | null;
  packed: Buffer | null;
  lastSaidAt: Date | null;
};

// Thousands of passages come back from each search; as text or as rows they would take longer than the comparison of their vectors.
// A passage is eight bytes: its place, its traits, and its cosine times 10,000 above `NO_VECTOR`. A hit is a place of four bytes.
const PASSAGE_BYTES = 8;
const HIT_BYTES = 4;
const SIMILARITY_SCALE = 10_000;
const NO_VECTOR = 0;
const SIMILARITY_ZERO = 32_768;
/** Traits: the position among the asked speakers from 1, 0 for none, and whether it was said in the asked time. */
const DATED = 128;

function unpackPassages(conversationId: bigint, packed: Buffer, lastSaidAt: Date | null): SearchedConversation {
  const count = packed.length / PASSAGE_BYTES;
  const order = Array.from({ length: count }, (_, index) => index);
  const placeAt = (index: number) => packed.readInt32BE(index * PASSAGE_BYTES);
  if (order.some((index) => index > 0 && placeAt(index) < placeAt(index - 1))) order.sort((left, right) => placeAt(left) - placeAt(right));
  const places = new Int32Array(count);
  const similarities = new Float32Array(count);
  const speakers = new Uint8Array(count);
  const dated = new Uint8Array(count);
  order.forEach((from, index) => {
    const traits = packed.readUInt16BE(from * PASSAGE_BYTES + 4);
    const similarity = packed.readUInt16BE(from * PASSAGE_BYTES + 6);
    places[index] = placeAt(from);
    similarities[index] = similarity === NO_VECTOR ? 0 : (similarity - SIMILARITY_ZERO) / SIMILARITY_SCALE;
    speakers[index] = traits % DATED;
    dated[index] = traits >= DATED ? 1 : 0;
  });
  return { conversationId, places, similarities, speakers, dated, lastSaidAt: lastSaidAt ?? new Date(0) };
}

function unpackPlaces(packed: Buffer): Int32Array {
  return Int32Array.from({ length: packed.length / HIT_BYTES }, (_, index) => packed.readInt32BE(index * HIT_BYTES));
}

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
  const { rows } = await executor.query<SearchRow>({
    name: 'passages-search',
    text: `with read as materialized (
             select conversation_id, said_at, int8send(
               (place::int8 << 32)
               | ((coalesce(array_position($5::text[], speaker), 0)
                   + case when said_at >= $6::timestamptz and said_at < $7::timestamptz then ${DATED} else 0 end)::int8 << 16)
               | (case when embedder_id = $2 then coalesce(${SIMILARITY_ZERO} - (${SIMILARITY_SCALE} * (embedding <#> $3::vector))::int, ${NO_VECTOR})
                  else ${NO_VECTOR} end)::int8) as packed
             from message_passages where agent_id = $1 and (embedding is not null or words is not null)
           ), asked as materialized (
             select distinct on (stem) word, quote_literal($8 || stem)::tsquery as query
             from (select word, (ts_lexize('english_stem', word))[1] as stem from unnest($4::text[]) as word) as stemmed where stem is not null
           ), hits as materialized (
             select p.conversation_id, a.word, p.place from asked a join message_passages p on p.words @@ a.query and p.agent_id + 0 = $1
           )
           select conversation_id as "conversationId", null as word, string_agg(packed, ''::bytea) as packed, max(said_at) as "lastSaidAt"
           from read group by conversation_id
           union all
           select conversation_id, word, string_agg(int4send(place), ''::bytea), null from hits group by word, conversation_id
           union all
           select null, word, null, null from asked`,
    values: [
      agentId,
      embedderId,
      embedding && binaryVector(embedding),
      question.words,
      question.speakers,
      question.period?.from ?? null,
      question.period?.to ?? null,
      prefixOf(agentId),
    ],
  });
  const conversations: SearchedConversation[] = [];
  const hits: WordHits[] = [];
  const words: string[] = [];
  for (const { conversationId, word, packed, lastSaidAt } of rows) {
    if (conversationId === null || packed === null) words.push(word ?? '');
    else if (word === null) conversations.push(unpackPassages(conversationId, packed, lastSaidAt));
    else hits.push({ conversationId, word, places: unpackPlaces(packed) });
  }
  return { conversations, hits, words };
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
