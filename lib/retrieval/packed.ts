import { SHORTEST_BEGINNING } from './word-forms';
import type { SearchedConversation, SearchedPassages, WordHits } from './scoring';

/** What stands before each stem of an agent's passages. */
export const stemPrefix = (agentId: bigint) => `${agentId.toString(16)}:`;

/** What the query of each word goes on with: its other forms, as further terms. Forms are letters and digits, so nothing in them is syntax. */
export function formsQueries(agentId: bigint, forms: readonly (readonly string[])[]): string[] {
  const prefix = stemPrefix(agentId);
  return forms.map((ofWord) => ofWord.map((form) => ` | '${prefix}${form}'${form.length >= SHORTEST_BEGINNING ? ':*' : ''}`).join(''));
}

// Thousands of passages come back from each search; as text or as rows they would take longer than the comparison of their vectors.
// A passage is eight bytes: its place, its traits, and its cosine times 10,000 above `NO_VECTOR`. A hit is a place of four bytes.
const PASSAGE_BYTES = 8;
const HIT_BYTES = 4;
const SIMILARITY_SCALE = 10_000;
const NO_VECTOR = 0;
const SIMILARITY_ZERO = 32_768;
/** Traits: the position among the asked speakers from 1, 0 for none, and whether it was said in the asked time. */
export const DATED = 128;

/** A row of {@link searchStatement}: all passages of a group, or those that hold a word, or a word that was looked for. */
export type SearchRow<Group> = {
  /** Null for the row that says a word was looked for. */
  group: Group | null;
  /** The word that the places hold; null for the row of all passages of the group. */
  word: string | null;
  packed: Buffer | null;
  lastSaidAt: Date | null;
};

export type SearchedTable = {
  /** Has the columns `agent_id`, `place`, `words`, `embedder_id` and `embedding`. */
  table: string;
  /** The column of the conversation or text that places count through. */
  group: string;
  /** SQL condition of the passages that are compared. */
  searched: string;
  /** SQL of a passage's traits, see {@link DATED}. */
  traits: string;
  /** The column of when a passage was said; null where there is none. */
  saidAt: string | null;
};

/**
 * The statement that searches an agent's passages, exactly: `$1` the agent, `$2` the embedder, `$3` the question's vector, `$4` its words,
 * `$5` the agent's {@link stemPrefix}, `$6` the words' {@link formsQueries}, and whatever `traits` reads.
 */
export function searchStatement({ table, group, searched, traits, saidAt }: SearchedTable): string {
  const columns = saidAt ? `${group}, ${saidAt}` : group;
  const latest = saidAt ? `max(${saidAt})` : 'null::timestamptz';
  return `with read as materialized (
      select ${columns}, int8send((place::int8 << 32) | ((${traits})::int8 << 16)
        | (case when embedder_id = $2
             then coalesce(${SIMILARITY_ZERO} - (${SIMILARITY_SCALE} * (embedding <#> $3::vector))::int, ${NO_VECTOR}) else ${NO_VECTOR} end)::int8) as packed
      from ${table} where agent_id = $1 and (${searched})
    ), asked as materialized (
      select distinct on (stem) word, (quote_literal($5 || stem) || forms)::tsquery as query
      from (select word, (ts_lexize('english_stem', word))[1] as stem, forms from unnest($4::text[], $6::text[]) as given(word, forms)) as stemmed
      where stem is not null
    ), hits as materialized (
      select p.${group}, a.word, p.place from asked a join ${table} p on p.words @@ a.query and p.agent_id + 0 = $1
    )
    select ${group} as "group", null as word, string_agg(packed, ''::bytea) as packed, ${latest} as "lastSaidAt" from read group by ${group}
    union all
    select ${group}, word, string_agg(int4send(place), ''::bytea), null from hits group by word, ${group}
    union all
    select null, word, null, null from asked`;
}

/** What {@link searchStatement} found, as the ranking reads it. */
export function unpackSearch<Group>(rows: readonly SearchRow<Group>[], idOf: (group: Group) => bigint): SearchedPassages {
  const conversations: SearchedConversation[] = [];
  const hits: WordHits[] = [];
  const words: string[] = [];
  for (const { group, word, packed, lastSaidAt } of rows) {
    if (group === null || packed === null) words.push(word ?? '');
    else if (word === null) conversations.push(unpackPassages(idOf(group), packed, lastSaidAt));
    else hits.push({ conversationId: idOf(group), word, places: unpackPlaces(packed) });
  }
  return { conversations, hits, words };
}

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
