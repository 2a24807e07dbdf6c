import { v7 } from 'uuid';
import type { OwnedAgent } from '@/lib/auth/principal';
import type { PassageReference } from '@/lib/knowledge/schema';
import { CATALOGUE, FREE_OF_CHARGE, RECALL_MODEL_ID } from '@/lib/llm/catalogue';
import { suggestChips } from '@/lib/llm/chips';
import { costMicroUsd } from '@/lib/llm/metering';
import { replyError } from '@/lib/llm/provider-error';
import { estimateTokens } from '@/lib/llm/tokens';
import { DAY_MS, MINUTE_MS } from '@/lib/platform/clock';
import type { Transaction } from '@/lib/platform/database';
import { newNumericId } from '@/lib/platform/ids';
import { searchableText } from '@/lib/platform/text-search';
import { findTemplate } from '@/lib/templates/catalogue';
import type { Chance } from './chance';
import type { SeedAgent, SeedExchange, SeedFact } from './content';
import { packSeedPrompt, type SeedTurn } from './seed-prompt';
import { writeSummary } from './write-summary';

/** A call of a model as it is written to `model_calls`. */
export type PlannedCall = {
  at: Date;
  messageId: string | null;
  callType: 'chat' | 'memory' | 'skill' | 'soul' | 'reflection' | 'guard';
  model: string;
  provider: string;
  inputTokens: number;
  outputTokens: number;
  costMicroUsd: number;
  latencyMs: number;
  firstTokenMs: number | null;
  finishReason: string;
};

/** What replies may refer to: ids of memories by their words, passages by the titles of their texts. */
export type Referable = {
  memoryIds: ReadonlyMap<string, string>;
  passages: ReadonlyMap<string, Omit<PassageReference, 'number' | 'cited'>>;
};

/** A fact with the message that it was learned from. */
export type LearnedFact = { fact: SeedFact; at: Date; messageId: string };

export type WrittenChat = {
  calls: PlannedCall[];
  learned: LearnedFact[];
  userMessages: number;
  userCharacters: number;
  lastActiveAt: Date;
};

const PROMPT_TOKENS = 900;
const TOKENS_A_SECOND = 80;
const FAILURE = replyError('PROVIDER_UNREACHABLE');

/** Provider, tier and price of a model by its name. */
export function describeModel(modelId: string) {
  const model = CATALOGUE.find((known) => known.modelId === modelId);
  if (model) return { modelId, provider: model.provider as string, tier: model.tier as string, price: model.price };
  return { modelId: RECALL_MODEL_ID, provider: 'embedded', tier: 'free', price: FREE_OF_CHARGE };
}

/** When a conversation that began `daysAgo` starts: today's within the last hour, older ones at some hour of their day. */
function startOf(daysAgo: number, now: Date, chance: Chance): number {
  const spreadMs = daysAgo === 0 ? chance.whole(25, 55) * MINUTE_MS : daysAgo * DAY_MS + chance.whole(-240, 240) * MINUTE_MS;
  return now.getTime() - spreadMs;
}

function planReply(exchange: SeedExchange, agent: SeedAgent, historyTokens: number, { memoryIds, passages }: Referable, chance: Chance) {
  const model = describeModel(exchange.model ?? 'grok-4-1-fast-non-reasoning');
  const failed = exchange.ends === 'failed';
  const usage = failed
    ? { inputTokens: 0, outputTokens: 0 }
    : { inputTokens: PROMPT_TOKENS + historyTokens + chance.whole(0, 150), outputTokens: estimateTokens(exchange.reply) };
  const firstTokenMs = failed ? null : chance.whole(280, 900);
  const finishReason = failed ? 'error' : exchange.ends === 'stopped' ? 'stopped' : 'stop';
  const tools = exchange.tools?.map((call) => ({
    id: `call_${chance.hex(12)}`,
    ...call,
    error: null,
    durationMs: chance.whole(4, 60),
    offset: 0,
  }));
  const used = (exchange.used ?? []).map((content) => {
    const id = memoryIds.get(content);
    if (!id) throw new Error(`no memory says "${content}"`);
    return { id, content };
  });
  const knowledge = (exchange.looksUp ?? []).map((title, index) => {
    const passage = passages.get(title);
    if (!passage) throw new Error(`no text has the title "${title}"`);
    return { ...passage, number: index + 1, cited: true };
  });
  const chips = failed
    ? []
    : suggestChips({
        personaChips: findTemplate(agent.profile.personaTemplate ?? 'general').suggestedChips,
        reply: exchange.reply,
        lastUserMessage: exchange.ask,
        calledTools: tools?.map((call) => call.name),
        finishReason,
      });
  return {
    status: failed ? 'error' : exchange.ends === 'stopped' ? 'stopped' : 'completed',
    tools: tools ?? null,
    used,
    knowledge,
    chips,
    finishReason,
    firstTokenMs,
    latencyMs: (firstTokenMs ?? 5_000) + Math.round((usage.outputTokens / TOKENS_A_SECOND) * 1_000),
    cost: costMicroUsd(usage, model.price),
    error: failed ? FAILURE : null,
    ...model,
    ...usage,
  };
}

/** Writes the conversations of a demo agent as finished exchanges, in the past. */
export async function writeChat(
  tx: Transaction,
  agent: OwnedAgent,
  content: SeedAgent,
  referable: Referable,
  now: Date,
  chance: Chance,
): Promise<WrittenChat> {
  const written: WrittenChat = { calls: [], learned: [], userMessages: 0, userCharacters: 0, lastActiveAt: new Date(0) };
  for (const conversation of content.conversations) {
    const conversationId = newNumericId();
    const startedMs = startOf(conversation.daysAgo, now, chance);
    const rows: Record<string, unknown>[] = [];
    const said: SeedTurn['history'][number][] = [];
    let atMs = startedMs;
    let historyTokens = 0;
    for (const exchange of conversation.exchanges) {
      const reply = planReply(exchange, content, historyTokens, referable, chance);
      const kept = packSeedPrompt(content, {
        ask: exchange.ask,
        at: new Date(atMs),
        history: said,
        sequence: rows.length + 1,
        memories: reply.used,
        isRecall: reply.provider === 'embedded',
      });
      const [askId, replyId] = [v7({ msecs: atMs }), v7({ msecs: atMs + 1 })];
      const repliedMs = Math.min(atMs + reply.latencyMs, now.getTime());
      rows.push(
        {
          ...ROW,
          id: askId,
          sequence: rows.length + 1,
          role: 'user',
          content: exchange.ask,
          at: new Date(atMs),
          completed_at: new Date(atMs),
        },
        {
          ...ROW,
          id: replyId,
          sequence: rows.length + 2,
          role: 'assistant',
          status: reply.status,
          content: exchange.reply,
          reply_to_id: askId,
          error_code: reply.error?.code ?? null,
          error: reply.error?.message ?? null,
          tool_calls: reply.tools,
          suggested_chips: reply.chips,
          memories_used: reply.used,
          knowledge_used: reply.knowledge,
          model: reply.modelId,
          provider: reply.provider,
          tier: reply.tier,
          finish_reason: reply.finishReason,
          input_tokens: reply.inputTokens,
          output_tokens: reply.outputTokens,
          cost_micro_usd: reply.cost,
          latency_ms: reply.latencyMs,
          first_token_ms: reply.firstTokenMs,
          at: new Date(atMs + 1),
          completed_at: new Date(repliedMs),
          prompt: kept.prompt,
          prompt_texts: kept.texts?.toString('hex') ?? null,
        },
      );
      said.push({ sequence: rows.length - 1, role: 'user', content: exchange.ask });
      if (!reply.error)
        said.push({ sequence: rows.length, role: 'assistant', content: exchange.reply, ...(reply.tools && { toolCalls: reply.tools }) });
      written.calls.push(...callsOf(exchange, replyId, reply, new Date(repliedMs)));
      written.learned.push(...(exchange.learned ?? []).map((fact) => ({ fact, at: new Date(repliedMs), messageId: askId })));
      written.userMessages += 1;
      written.userCharacters += exchange.ask.length;
      if (atMs > written.lastActiveAt.getTime()) written.lastActiveAt = new Date(atMs);
      historyTokens += estimateTokens(exchange.ask) + reply.outputTokens;
      atMs = Math.min(repliedMs + chance.whole(1, 6) * MINUTE_MS, now.getTime() - 1_000);
    }
    await insertConversation(tx, agent, conversationId, conversation.title, new Date(startedMs), rows);
    if (conversation.summary) await writeSummary(tx, agent, conversationId, said, conversation.summary, new Date(atMs));
  }
  return written;
}

const ROW = {
  status: 'completed',
  suggested_chips: [],
  memories_used: [],
  knowledge_used: [],
  input_tokens: 0,
  output_tokens: 0,
  cost_micro_usd: 0,
};

function callsOf(exchange: SeedExchange, messageId: string, reply: ReturnType<typeof planReply>, at: Date): PlannedCall[] {
  if (exchange.ends === 'failed') return [];
  const chat: PlannedCall = {
    at,
    messageId,
    callType: 'chat',
    model: reply.modelId,
    provider: reply.provider,
    inputTokens: reply.inputTokens,
    outputTokens: reply.outputTokens,
    costMicroUsd: reply.cost,
    latencyMs: reply.latencyMs,
    firstTokenMs: reply.firstTokenMs,
    finishReason: reply.finishReason,
  };
  if (!exchange.learned || reply.provider === 'embedded') return [chat];
  const usage = { inputTokens: 640 + estimateTokens(exchange.ask), outputTokens: 40 * exchange.learned.length };
  const { modelId, provider, price } = describeModel('grok-4-1-fast-non-reasoning');
  const reading = { callType: 'memory' as const, model: modelId, provider, ...usage, costMicroUsd: costMicroUsd(usage, price) };
  return [chat, { ...chat, ...reading, latencyMs: 1_100, firstTokenMs: null, finishReason: 'stop' }];
}

async function insertConversation(
  tx: Transaction,
  agent: OwnedAgent,
  id: bigint,
  title: string,
  startedAt: Date,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const last = rows.at(-1)?.at ?? startedAt;
  await tx.query(
    `insert into conversations (id, owner_id, agent_id, title, message_count, last_sequence, created_at, last_message_at)
     values ($1, $2, $3, $4, $5, $5, $6, $7)`,
    [id, agent.ownerId, agent.id, title, rows.length, startedAt, last],
  );
  await tx.query(
    `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, content, reply_to_id, error_code, error, tool_calls,
       suggested_chips, memories_used, knowledge_used, model, provider, tier, finish_reason, input_tokens, output_tokens, cost_micro_usd, latency_ms,
       first_token_ms, created_at, completed_at, search, prompt, prompt_texts)
     select r.id, $1, $2, $3, r.sequence, r.role, r.status, r.content, r.reply_to_id, r.error_code, r.error, r.tool_calls,
       array(select jsonb_array_elements_text(r.suggested_chips)), r.memories_used, r.knowledge_used, r.model, r.provider, r.tier, r.finish_reason, r.input_tokens,
       r.output_tokens, r.cost_micro_usd, r.latency_ms, r.first_token_ms, r.at, r.completed_at, to_tsvector('simple', r.words), r.prompt, decode(r.prompt_texts, 'hex')
     from jsonb_to_recordset($4::jsonb) as r(id uuid, sequence int, role text, status text, content text, reply_to_id uuid, error_code text,
       error text, tool_calls jsonb, suggested_chips jsonb, memories_used jsonb, knowledge_used jsonb, model text, provider text, tier text, finish_reason text,
       input_tokens int, output_tokens int, cost_micro_usd int8, latency_ms int, first_token_ms int, at timestamptz, completed_at timestamptz,
       words text, prompt jsonb, prompt_texts text)`,
    [agent.ownerId, agent.id, id, JSON.stringify(rows.map((row) => ({ ...row, words: searchableText(String(row.content)) })))],
  );
}
