import { suggestChips } from '@/lib/llm/chips';
import { costMicroUsd } from '@/lib/llm/metering';
import type { ReplyOutcome } from '@/lib/llm/reply-types';
import { providers } from '@/lib/llm/runtime';
import { newId } from '@/lib/platform/ids';
import { searchableText } from '@/lib/platform/text-search';
import { chatProcess, type LiveReply } from './live-replies';
import type { FinishedReply } from './settlement';
import type { Turn } from './turn';

/** What an owner is told when the fault is ours. */
export const FAILED = { code: 'REPLY_FAILED', message: 'Something went wrong while this reply was written. Regenerate it to try again.' };

/** What the end of a reply writes: its text, what it cost, and how it ended. */
export function describeEnd(
  live: LiveReply,
  turn: Turn | undefined,
  outcome: ReplyOutcome | undefined,
  failure: { code: string; message: string } | undefined,
  firstTokenMs: number | null,
): FinishedReply {
  const error = failure ?? outcome?.error ?? (live.interruption === 'stopped' || outcome ? undefined : FAILED);
  const status = error ? 'error' : outcome?.status === 'completed' ? 'completed' : 'stopped';
  if (error?.code === 'PROVIDER_UNREACHABLE' && turn?.provider === 'local') providers().forgetLocalModel();
  const calls = (outcome?.calls ?? []).map((call) => ({
    id: newId(),
    model: turn?.modelId ?? call.model,
    provider: turn?.provider ?? call.provider,
    input_tokens: call.inputTokens,
    output_tokens: call.outputTokens,
    cost_micro_usd: turn ? costMicroUsd(call, turn.price) : 0,
    latency_ms: call.latencyMs,
    first_token_ms: call.firstTokenMs,
    finish_reason: call.finishReason,
  }));
  const kept = turn?.packPrompt();
  const usage = outcome?.usage ?? { inputTokens: 0, outputTokens: 0 };
  const content = live.feed.text;
  const toolCalls = live.feed.toolCalls;
  return {
    replyId: live.feed.replyId,
    leaseOwner: chatProcess.id,
    status,
    content,
    search: searchableText(content),
    toolCalls: toolCalls.length > 0 ? toolCalls : null,
    suggestedChips:
      turn && status !== 'error'
        ? suggestChips({
            personaChips: turn.personaChips,
            reply: content,
            lastUserMessage: live.question,
            calledTools: toolCalls.map((call) => call.name),
            finishReason: outcome?.finishReason ?? 'stopped',
          })
        : [],
    memoriesUsed: turn?.memoriesUsedBy(content) ?? [],
    knowledgeUsed: turn?.knowledgeUsedBy(content) ?? [],
    model: turn?.modelId ?? null,
    provider: turn?.provider ?? null,
    tier: turn?.tier ?? null,
    finishReason: error ? 'error' : (outcome?.finishReason ?? 'stopped'),
    ...usage,
    costMicroUsd: calls.reduce((sum, call) => sum + call.cost_micro_usd, 0),
    latencyMs: Math.round(performance.now() - live.acceptedAtMs),
    firstTokenMs,
    errorCode: error?.code ?? null,
    error: error?.message ?? null,
    countedTokens: turn?.provider === 'embedded' ? 0 : usage.inputTokens + usage.outputTokens,
    calls,
    prompt: kept ? JSON.stringify(kept.prompt) : null,
    promptTexts: kept?.texts ?? null,
    summarize: turn?.isHistoryLong ?? false,
  };
}
