import { cosineSimilarity, type Embedder } from '@/lib/llm/embedder/embedder';
import { estimateTokens } from '@/lib/llm/tokens';
import { log } from '@/lib/platform/log';
import { lineOf, type Sentence } from './sentences';

/** More sentences than these are first thinned out by their words, since the encoder takes some milliseconds for each. */
const EMBEDDED = 200;
/** What counts beside how near a sentence is to what the talk is about: what it tells, and how far what was chosen says it already. */
const TOLD = 0.25;
const REPEATED = 1;

/**
 * A summary out of the sentences themselves, in their order: those that are nearest to what the whole is about, tell something of their
 * speaker, and do not repeat each other. Where the encoder cannot answer, by their words alone.
 *
 * @returns lines of at most `limitTokens`; empty when no sentence fits
 */
export async function extractSummary(sentences: readonly Sentence[], limitTokens: number, embedder: Embedder): Promise<string> {
  const candidates = thinOut(sentences, EMBEDDED);
  const vectors = await embed(candidates, embedder);
  const nearness = nearnessToAll(vectors);
  const scores = candidates.map(({ weight }, index) => (nearness[index] ?? 0) + TOLD * weight);
  const closest = candidates.map(() => 0);
  const chosen = new Set<number>();
  let tokens = 0;
  for (;;) {
    let best = -1;
    for (let index = 0; index < candidates.length; index += 1) {
      if (chosen.has(index) || closest[index]! >= embedder.thresholds.duplicate) continue;
      if (tokens + costOf(candidates[index]!) > limitTokens) continue;
      if (best < 0 || scores[index]! - REPEATED * closest[index]! > scores[best]! - REPEATED * closest[best]!) best = index;
    }
    if (best < 0) break;
    chosen.add(best);
    tokens += costOf(candidates[best]!);
    const vector = vectors[best];
    candidates.forEach(({ text }, index) => {
      const other = vectors[index];
      const likeness = text === candidates[best]!.text ? 1 : vector && other ? cosineSimilarity(vector, other) : 0;
      closest[index] = Math.max(closest[index]!, likeness);
    });
  }
  return candidates
    .filter((_, index) => chosen.has(index))
    .map(lineOf)
    .join('\n');
}

const costs = new WeakMap<Sentence, number>();

function costOf(sentence: Sentence): number {
  const known = costs.get(sentence) ?? estimateTokens(lineOf(sentence)) + 1;
  costs.set(sentence, known);
  return known;
}

/** The `limit` sentences that tell most by their words, in their order. */
export function thinOut(sentences: readonly Sentence[], limit: number): Sentence[] {
  if (sentences.length <= limit) return [...sentences];
  const order = sentences
    .map((_, index) => index)
    .sort((left, right) => sentences[right]!.weight - sentences[left]!.weight || left - right);
  const kept = new Set(order.slice(0, limit));
  return sentences.filter((_, index) => kept.has(index));
}

async function embed(sentences: readonly Sentence[], embedder: Embedder): Promise<(number[] | null)[]> {
  try {
    return await embedder.embed(sentences.map(({ text }) => text));
  } catch (error) {
    log().warn({ error }, 'sentences could not be embedded; they are chosen by their words');
    return sentences.map(() => null);
  }
}

/** The cosine of each vector with the mean of all; 0 where there is none. */
function nearnessToAll(vectors: readonly (number[] | null)[]): number[] {
  const known = vectors.filter((vector) => vector !== null);
  const first = known[0];
  if (!first) return vectors.map(() => 0);
  const sum = first.map((_, component) => known.reduce((total, vector) => total + vector[component]!, 0));
  const length = Math.hypot(...sum) || 1;
  return vectors.map((vector) => (vector ? cosineSimilarity(vector, sum) / length : 0));
}
