import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { wordsOf } from '@/lib/memories/candidates';
import { extractFacts } from '@/lib/memories/classifier';
import { EXPLICIT_IMPORTANCE, ORDINARY_IMPORTANCE } from '@/lib/memories/fact-reading';
import { decideFact } from '@/lib/memories/learning';
import { containsSecret, REDACTED } from '@/lib/memories/secrets';
import { sha256 } from '@/lib/platform/crypto';
import { isFit } from '@/lib/spawning/screen';
import type { ImportMessage } from './queries';
import type { Standing } from './schema';
import type { NewCandidate } from './store';

const EXCERPT_BEFORE = 100;
const EXCERPT_CHARACTERS = 300;

const standingOf = { new: 'new', strengthen: 'known', supersede: 'contrary' } as const satisfies Record<string, Standing>;

type Found = Omit<NewCandidate, 'standing' | 'memoryId' | 'embedderId' | 'vector'>;

/**
 * The facts that a person stated in messages, each once, beside what the agent remembers now. They are read by the classifier, so it costs
 * nothing. What is no statement about oneself is left out, see {@link isKeepable}: an export holds what people pasted, too.
 *
 * @param messages the newest first
 * @throws EmbedderError when the encoder fails
 */
export async function findFacts(agent: OwnedAgent, messages: readonly ImportMessage[]): Promise<NewCandidate[]> {
  const found = new Map<string, Found>();
  for (const message of messages) {
    for (const { fact, category, confidence, explicit } of await extractFacts(message.content, embedder())) {
      if (!isKeepable(fact)) continue;
      const wordsHash = sha256(wordsOf(fact).join(' '));
      const key = wordsHash.toString('hex');
      const known = found.get(key);
      if (known) known.mentions += 1;
      else {
        const { title, saidAt } = message;
        const importance = explicit ? EXPLICIT_IMPORTANCE : ORDINARY_IMPORTANCE;
        const excerpt = excerptOf(message.content, fact);
        found.set(key, { wordsHash, content: fact, category, confidence, importance, mentions: 1, saidAt, title, excerpt });
      }
    }
  }
  return compare(agent, [...found.values()]);
}

/** What people say of themselves; and marks of machines and pages, in which nobody does. */
const OF_ONESELF = /\b(?:i|me|my|mine|myself|we|us|our|ours|ourselves)\b/i;
const MARKUP = /[<>{}|`#]|\]\(/;
/** From the first mark to the last one: a quotation may hold another. */
const QUOTATION = /["“„«].*["”»]|["“„«].*$/;

/**
 * Whether a sentence may be proposed: somebody speaks of themselves in it, and not only in a quotation; it holds no secret and nothing that
 * stood for one, no order to a model, no address to leave things at.
 */
export function isKeepable(fact: string): boolean {
  if (MARKUP.test(fact) || !OF_ONESELF.test(fact.replace(QUOTATION, ''))) return false;
  return !fact.includes(REDACTED) && !containsSecret(fact) && isFit(fact, '');
}

async function compare(agent: OwnedAgent, facts: readonly Found[]): Promise<NewCandidate[]> {
  const vectors = facts.length === 0 ? [] : await embedder().embed(facts.map(({ content }) => content));
  const compared: NewCandidate[] = [];
  for (const [index, fact] of facts.entries()) {
    const vector = vectors[index] ?? null;
    const decision = await decideFact(agent, { content: fact.content, vector, replacesId: null });
    const memoryId = decision.kind === 'new' ? null : decision.id;
    compared.push({ ...fact, standing: standingOf[decision.kind], memoryId, embedderId: embedder().id, vector });
  }
  return compared;
}

/** The part of a message around a fact; its beginning where the fact does not stand in it word for word. */
export function excerptOf(message: string, fact: string): string {
  const text = message.replace(/\s+/g, ' ').trim();
  const at = text.toLowerCase().indexOf(fact.toLowerCase());
  const before = text.slice(0, Math.max(0, at));
  const start = before.length <= EXCERPT_BEFORE ? 0 : before.indexOf(' ', before.length - EXCERPT_BEFORE) + 1;
  const part = text.slice(start, start + EXCERPT_CHARACTERS).toWellFormed();
  return `${start > 0 ? '…' : ''}${part.trim()}${start + EXCERPT_CHARACTERS < text.length ? '…' : ''}`;
}
