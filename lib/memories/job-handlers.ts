import { v5 as uuidv5 } from 'uuid';
import { trustedAgent } from '@/lib/auth/ownership';
import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder, providers } from '@/lib/llm/runtime';
import { log } from '@/lib/platform/log';
import { enqueueDueRewrite } from '@/lib/soul/rewrite-queries';
import { recordCalls } from '@/lib/usage/calls';
import { readFacts, type ReadFact } from './fact-reading';
import { learn, type EmbeddedFact } from './learning';
import { embedMissing } from './embedding';
import { type ExchangeRow, findAgentOfJob, findAgentsToEmbed, findExchange } from './queries';
import { isExtracted } from './learning-records';

const EXTRACTION_EVENTS = '5d0c9f5c-8a0e-4c43-9a9e-3f0b6c1f7e52';

/**
 * Learns from one finished exchange, and then lets the soul follow if it is time. A message is learned once, however often this runs
 * and however often it was answered. Throws when the model or the embedder may answer later; the queue tries again.
 */
export async function handleExtractMemories({ replyId }: { replyId: string }): Promise<void> {
  const exchange = await findExchange(replyId);
  if (!exchange) return;
  const { agentId, ownerId, agentName, agentStatus } = exchange;
  const agent = trustedAgent({ id: agentId, ownerId, name: agentName, status: agentStatus });
  await learnFrom(agent, exchange);
  // Also when this exchange had been learned before: the process may have died between the two.
  if ((await providers().resolveChatModel(null)).kind === 'language-model') await enqueueDueRewrite(agent);
}

async function learnFrom(agent: OwnedAgent, exchange: ExchangeRow): Promise<void> {
  const { replyId, userMessageId } = exchange;
  const eventId = uuidv5(userMessageId, EXTRACTION_EVENTS);
  if (await isExtracted(eventId)) return;
  const facts = await readFacts(agent, exchange, (calls) => recordCalls(agent, 'memory', calls, replyId));
  if (facts.length === 0) return;
  const learned = await learn(agent, { eventId, replyId, userMessageId, facts: await embedFacts(facts) });
  if (learned)
    log().info(
      { agentId: String(agent.id), replyId, added: learned.added.length, confirmed: learned.confirmed.length },
      'learned from an exchange',
    );
}

async function embedFacts(facts: readonly ReadFact[]): Promise<EmbeddedFact[]> {
  const vectors = await embedder().embed(facts.map(({ content }) => content));
  return facts.map((fact, index) => ({ ...fact, vector: vectors[index] ?? null }));
}

/** Computes the vectors that an agent's memories lack, or that another embedder made. */
export async function handleEmbedMemories({ agentId }: { agentId: string }): Promise<void> {
  const row = await findAgentOfJob(BigInt(agentId));
  if (!row) return;
  await embedMissing(trustedAgent(row));
}

const AGENTS_A_SWEEP = 200;

/**
 * Computes the vectors that no job will: of an embedder that was changed, or that failed longer than a job is tried. An agent whose
 * memories cannot be embedded is left to the next sweep, and the others are served.
 *
 * @returns how many agents had such memories and have their vectors now
 */
export async function sweepVectors(): Promise<number> {
  const agents = await findAgentsToEmbed(embedder().id, AGENTS_A_SWEEP);
  let served = 0;
  for (const agent of agents) {
    try {
      await embedMissing(trustedAgent(agent));
      served += 1;
    } catch (error) {
      log().warn({ error, agentId: String(agent.id) }, 'the memories of an agent could not be embedded');
    }
  }
  return served;
}
