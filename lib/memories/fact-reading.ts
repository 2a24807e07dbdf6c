import type { OwnedAgent } from '@/lib/auth/principal';
import { costMicroUsd } from '@/lib/llm/metering';
import { embedder, providers } from '@/lib/llm/runtime';
import { generateObject } from '@/lib/llm/structured';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import type { PricedCall } from '@/lib/usage/calls';
import { extractFacts } from './classifier';
import { composeExtractionPrompt, EXCHANGE_LIMIT_CHARACTERS, extractedFacts, keepKnownReplacements } from './extraction-prompt';
import type { ExchangeRow } from './queries';
import { retrieveMemories } from './retrieval';
import type { MemoryCategory } from './schema';
import { containsSecret, redactSecrets } from './secrets';

/** A fact as it was read from an exchange, before it is compared with what is stored. */
export type ReadFact = {
  content: string;
  category: MemoryCategory;
  confidence: number;
  importance: number;
  /** The memory that a language model says is repeated or contradicted. */
  replacesId: string | null;
};

const SHOWN_MEMORIES = 12;
/** 0–1: what somebody asked to be remembered, and what they said by the way. */
export const EXPLICIT_IMPORTANCE = 0.9;
export const ORDINARY_IMPORTANCE = 0.5;

/**
 * The lasting facts that an owner stated in an exchange, by the free chat model or, without one, by the classifier. What the model
 * answers in no usable form is read by the classifier too. Nothing that holds a secret is read or given away.
 *
 * @param record is told of every call of a model, also before this throws
 * @throws AppError SERVICE_UNAVAILABLE when the provider may answer later; EmbedderError when the classifier's encoder fails
 */
export async function readFacts(
  agent: OwnedAgent,
  exchange: ExchangeRow,
  record: (calls: PricedCall[]) => Promise<void>,
): Promise<ReadFact[]> {
  const facts = (await readByModel(agent, exchange, record)) ?? (await readByClassifier(exchange));
  return facts.filter(({ content }) => !containsSecret(content));
}

async function readByModel(
  agent: OwnedAgent,
  exchange: ExchangeRow,
  record: (calls: PricedCall[]) => Promise<void>,
): Promise<ReadFact[] | undefined> {
  const resolved = await providers().resolveChatModel(null);
  if (resolved.kind === 'recall') return undefined;
  const similarMemories = await retrieveMemories(agent, exchange.userMessage, { limit: SHOWN_MEMORIES });
  const outcome = await generateObject({
    model: resolved.model,
    schema: extractedFacts,
    name: 'facts',
    messages: composeExtractionPrompt({
      userMessage: redactSecrets(exchange.userMessage),
      // Looked through no further than it is shown, with room for a secret that the cut would halve.
      reply: redactSecrets(exchange.reply.slice(0, 2 * EXCHANGE_LIMIT_CHARACTERS)),
      similarMemories,
      now: exchange.sentAt,
    }),
  });
  await record(outcome.calls.map((call) => ({ ...call, costMicroUsd: costMicroUsd(call, resolved.price) })));
  if (outcome.ok) {
    return keepKnownReplacements(outcome.value.facts, similarMemories).map(({ fact, category, confidence, importance, replaces }) => ({
      content: fact,
      category,
      confidence,
      importance,
      replacesId: replaces,
    }));
  }
  if (outcome.error?.code === 'PROVIDER_UNREACHABLE' && resolved.provider === 'local') providers().forgetLocalModel();
  if (outcome.error?.retryable) throw new AppError('SERVICE_UNAVAILABLE', `no facts could be read: ${outcome.error.code}`);
  log().warn(
    { reason: outcome.reason, code: outcome.error?.code, replyId: exchange.replyId },
    'a model gave no facts; the classifier reads them',
  );
  return undefined;
}

async function readByClassifier({ userMessage }: ExchangeRow): Promise<ReadFact[]> {
  const facts = await extractFacts(userMessage, embedder());
  return facts.map(({ fact, category, confidence, explicit }) => ({
    content: fact,
    category,
    confidence,
    importance: explicit ? EXPLICIT_IMPORTANCE : ORDINARY_IMPORTANCE,
    replacesId: null,
  }));
}
