import type { OwnedAgentId } from '@/lib/auth/principal';
import { type Executor, pool } from '@/lib/platform/database';
import { binaryVector } from '@/lib/platform/vector';
import { MEMORY_WEIGHTS } from '@/lib/retrieval/weights';
import type { MemoryCategory } from './schema';

export type RetrievedMemory = {
  id: string;
  content: string;
  category: MemoryCategory;
  /** Cosine with the text, −1 to 1; null where either has no vector. */
  similarity: number | null;
  /** Share of the text's words that the memory holds, 0–1, rare words counting more. */
  lexical: number;
  pinned: boolean;
  mentionCount: number;
  sourceMessageId: string | null;
  createdAt: Date;
  lastMentionedAt: Date;
  score: number;
};

/** A word that is looked for, or the beginning of some, with other forms of it that count as the same. */
export type SoughtWord = { word: string; isPrefix: boolean; forms?: readonly Omit<SoughtWord, 'forms'>[] };

export type RankingQuestion = {
  embedderId: string;
  /** `number[512]`, unit length. */
  embedding: number[] | null;
  /** Folded words, letters and digits alone. */
  words: readonly SoughtWord[];
  limit: number;
};

/** Numbers of words that statements are made for; a question's is rounded up, so that a connection plans each statement once. */
const WORD_COUNTS = [4, 8, 16, 40] as const;

/**
 * One pass over the memories for their similarity and for each word's hits, one over what came of it for how rare the words are.
 * Every word has a column of its own: joining words with memories, or a function call a word and memory, costs several times as much.
 */
function rankingStatement(wordCount: number): string {
  const weights = MEMORY_WEIGHTS;
  const eachWord = (write: (position: number) => string, separator = ', ') =>
    Array.from({ length: wordCount }, (_, index) => write(index + 1)).join(separator);
  return `with words as materialized (
      select ${eachWord((n) => `to_tsquery('simple', ($4::text[])[${n}]) as word${n}`)}
    ), candidates as materialized (
      select id, content, category, importance, pinned, mention_count, source_message_id, created_at, last_mentioned_at,
        case when embedder_id = $2 then -(embedding <#> $3::vector) end as similarity,
        ${eachWord((n) => `search @@ word${n} as hit${n}`)}
      from memories, words where agent_id = $1 and status = 'active'
    ), counted as (
      select count(*) as memories, ${eachWord((n) => `count(*) filter (where hit${n}) as hits${n}`)} from candidates
    ), rarity as materialized (
      select ${eachWord((n) => `case when word${n} is null then 0 else ln(1 + (memories - hits${n} + 0.5::float8) / (hits${n} + 0.5::float8)) end as weight${n}`)}
      from counted, words
    ), ranked as (
      select candidates.*,
        coalesce((${eachWord((n) => `case when hit${n} then weight${n} else 0 end`, ' + ')}) / nullif(${eachWord((n) => `weight${n}`, ' + ')}, 0), 0) as lexical
      from candidates, rarity
    )
    select id, content, category, similarity, lexical, pinned, mention_count as "mentionCount", source_message_id as "sourceMessageId",
      created_at as "createdAt", last_mentioned_at as "lastMentionedAt",
      coalesce(similarity, lexical * ${weights.coverageAsSimilarity}) * ${weights.similarity} + lexical * ${weights.lexical}
        + importance * ${weights.importance}
        + exp(-greatest(0, date_part('epoch', now() - last_mentioned_at)) / ${weights.recencyDays * 86_400}) * ${weights.recency}
        + case when pinned then ${weights.pinned} else 0 end as score
    from ranked order by score desc, created_at desc, id limit $5`;
}

const statements = new Map(WORD_COUNTS.map((count) => [count, { name: `memories-rank-${count}`, text: rankingStatement(count) }]));

const termOf = ({ word, isPrefix }: SoughtWord) => (isPrefix ? `${word}:*` : word);

/** Ranks all active memories of an agent. Words beyond the first 40 are left out. */
export async function rankMemories(
  agentId: OwnedAgentId,
  question: RankingQuestion,
  executor: Executor = pool(),
): Promise<RetrievedMemory[]> {
  const wordCount = WORD_COUNTS.find((count) => count >= question.words.length) ?? 40;
  const { rows } = await executor.query<RetrievedMemory>({
    ...(statements.get(wordCount) as { name: string; text: string }),
    values: [
      agentId,
      question.embedderId,
      question.embedding && binaryVector(question.embedding),
      question.words.slice(0, wordCount).map((word) => [word, ...(word.forms ?? [])].map(termOf).join(' | ')),
      question.limit,
    ],
  });
  return rows;
}
