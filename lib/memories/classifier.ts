import type { Embedder } from '@/lib/llm/embedder/embedder';
import { parseAnswer, parseRemember } from '@/lib/llm/recall/commands';
import { judgeSentence, memoryWeights } from '@/lib/memories/classifier/model';
import { readStatements, tidyFact } from '@/lib/memories/classifier/sentences';
import type { MemoryCategory } from '@/lib/memories/schema';
import { containsSecret } from '@/lib/memories/secrets';

/** Something a person said about themselves that is worth keeping. */
export type ExtractedFact = {
  /** In the person's own words and first person ("I'm allergic to peanuts"), fit to be quoted on a page and in a prompt. */
  fact: string;
  category: MemoryCategory;
  /** From 0 to 1. */
  confidence: number;
  /** Whether they asked for it to be remembered. */
  explicit: boolean;
};

const EXPLICIT_CONFIDENCE = 0.95;
const LONGEST_SENTENCE = 300;
const LONGEST_FACT = 500;
const FEWEST_WORDS = 3;

/** What cannot be understood outside its conversation. */
const LEANS_ON_CONTEXT =
  /^(?:it|its|it's|this|that|that's|these|those|they|they're|their|them|he|he's|his|she|she's|her|both|such|same|so|then|there|one of them)\b/i;
const CARRIES_ON = /^(?:it|it's|its|they|they're|their|he|he's|his|she|she's|her|both)\b/i;
const ENGLISH = /\b(?:i|i'm|i've|my|we|our|me|mine|the|is|are|am|have|has|to|a|in|and|of|for|with|on)\b/i;

type Candidate = { sentence: string; explicit: boolean };

/**
 * Finds the facts in a message without a language model: a logistic model over the embedded encoder's vectors, trained on
 * labelled English sentences, that would rather miss a fact than keep what is none. What somebody asks to be remembered is
 * always kept; what holds a secret never is.
 *
 * With another embedder than the one the model was trained on, and in other languages than English, only what was asked to be
 * remembered is found.
 *
 * @throws EmbedderError when the embedder fails.
 */
export async function extractFacts(message: string, embedder: Embedder, options: { signal?: AbortSignal } = {}): Promise<ExtractedFact[]> {
  const candidates = findCandidates(message);
  if (candidates.length === 0) return [];
  const isTrainedOn = embedder.id === memoryWeights.embedder;
  const vectors = isTrainedOn
    ? await embedder.embed(
        candidates.map(({ sentence }) => sentence),
        options,
      )
    : [];
  const facts: ExtractedFact[] = [];
  candidates.forEach(({ sentence, explicit }, index) => {
    const vector = vectors[index];
    const previous = facts.at(-1);
    if (previous && !explicit && CARRIES_ON.test(sentence) && previous.fact.length + sentence.length < LONGEST_SENTENCE) {
      // "I have a dog. He is called Rex": the second sentence means nothing without the first.
      if (candidates[index - 1] && sameFact(previous.fact, candidates[index - 1]!.sentence)) previous.fact += `. ${tidyFact(sentence)}`;
      return;
    }
    if (!explicit && (!vector || LEANS_ON_CONTEXT.test(sentence) || !ENGLISH.test(sentence))) return;
    const verdict = vector ? judgeSentence(sentence, vector) : { memorable: 0, category: 'fact' as const };
    if (!explicit && verdict.memorable < memoryWeights.threshold) return;
    facts.push({
      fact: tidyFact(sentence).slice(0, LONGEST_FACT),
      category: verdict.category,
      confidence: explicit ? EXPLICIT_CONFIDENCE : Math.round(verdict.memorable * 100) / 100,
      explicit,
    });
  });
  return withoutRepeats(facts);
}

function findCandidates(message: string): Candidate[] {
  // It says nothing without the question, and is kept with it.
  if (parseAnswer(message)) return [];
  const whole = parseRemember(message);
  if (whole?.kind === 'remember' && !message.trim().includes('\n') && isKeepable(whole.fact, LONGEST_FACT)) {
    return [{ sentence: whole.fact, explicit: true }];
  }
  return readStatements(message).flatMap((statement) => {
    const command = parseRemember(statement);
    const explicit = command?.kind === 'remember';
    const sentence = explicit ? command.fact : tidyFact(statement);
    const isTooShort = !explicit && sentence.split(/[\s']+/).length < FEWEST_WORDS;
    if (isTooShort || (!explicit && statement.endsWith('?')) || !isKeepable(sentence, explicit ? LONGEST_FACT : LONGEST_SENTENCE))
      return [];
    return [{ sentence, explicit }];
  });
}

function isKeepable(sentence: string, longest: number): boolean {
  return sentence.length <= longest && !containsSecret(sentence);
}

function sameFact(fact: string, sentence: string): boolean {
  return fact.endsWith(tidyFact(sentence));
}

function withoutRepeats(facts: readonly ExtractedFact[]): ExtractedFact[] {
  const seen = new Set<string>();
  return facts.filter(({ fact }) => {
    const key = fact.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}
