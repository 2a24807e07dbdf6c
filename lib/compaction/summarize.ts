import type { OwnedAgent } from '@/lib/auth/principal';
import { generateReply } from '@/lib/llm/generate';
import { costMicroUsd } from '@/lib/llm/metering';
import { cutToTokens } from '@/lib/llm/prompt';
import type { ResolvedModel } from '@/lib/llm/providers';
import { embedder, providers } from '@/lib/llm/runtime';
import { estimateTokens } from '@/lib/llm/tokens';
import { redactSecrets } from '@/lib/memories/secrets';
import { SECOND_MS } from '@/lib/platform/clock';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { recordCalls } from '@/lib/usage/calls';
import { extractSummary } from './extract';
import type { TalkMessage } from './queries';
import type { SummaryActor, SummaryMethod } from './schema';
import { sentencesOf, sentencesOfSummary } from './sentences';
import { composeSummaryPrompt } from './summary-prompt';

/** What a summary may take of a prompt, however much it stands for. */
export const SUMMARY_TOKENS = 600;
const SMALLEST_SUMMARY_TOKENS = 40;
/** A summary that is not much shorter than what it stands for would be none. */
const SUMMARY_SHARE = 0.5;
const INPUT_TOKENS = 8_000;
/** Of a model's prompt budget what the talk may take; the rest is for instructions and the earlier summary. */
const INPUT_SHARE = 0.7;
const TIMEOUTS = { firstTokenMs: 40 * SECOND_MS, idleMs: 20 * SECOND_MS, totalMs: 60 * SECOND_MS };

export type Summary = { content: string; tokens: number; method: SummaryMethod };

/**
 * One summary of an earlier one and of what was said after it: by the free chat model or, without one or where it fails, out of the
 * sentences themselves.
 *
 * @param coveredTokens what it will stand for in all
 * @returns undefined when nothing was said that could stand in a summary
 * @throws AppError SERVICE_UNAVAILABLE for a worker, which can wait, when the provider may answer later
 */
export async function summarize(
  agent: OwnedAgent,
  { previous, talk, coveredTokens }: { previous: string | null; talk: readonly TalkMessage[]; coveredTokens: number },
  actor: SummaryActor,
): Promise<Summary | undefined> {
  const limitTokens = Math.min(SUMMARY_TOKENS, Math.max(SMALLEST_SUMMARY_TOKENS, Math.floor(coveredTokens * SUMMARY_SHARE)));
  const resolved = await providers().resolveChatModel(null);
  const written = resolved.kind === 'recall' ? undefined : await askModel(agent, resolved, { previous, talk, limitTokens }, actor);
  if (written) return { content: written, tokens: estimateTokens(written), method: 'model' };
  const content = await extractSummary([...(previous ? sentencesOfSummary(previous) : []), ...sentencesOf(talk)], limitTokens, embedder());
  return content === '' ? undefined : { content, tokens: estimateTokens(content), method: 'extract' };
}

async function askModel(
  agent: OwnedAgent,
  resolved: Extract<ResolvedModel, { kind: 'language-model' }>,
  input: { previous: string | null; talk: readonly TalkMessage[]; limitTokens: number },
  actor: SummaryActor,
): Promise<string | undefined> {
  const inputTokens = Math.min(INPUT_TOKENS, Math.floor(resolved.promptBudgetTokens * INPUT_SHARE) - SUMMARY_TOKENS);
  const outcome = await generateReply({
    model: resolved.model,
    messages: composeSummaryPrompt({ ...input, inputTokens }),
    maxOutputTokens: Math.ceil(input.limitTokens * 1.5),
    timeouts: TIMEOUTS,
  });
  await recordCalls(
    agent,
    'memory',
    outcome.calls.map((call) => ({ ...call, costMicroUsd: costMicroUsd(call, resolved.price) })),
  );
  if (outcome.status === 'completed') return tidy(outcome.text, input.limitTokens);
  if (outcome.error?.code === 'PROVIDER_UNREACHABLE' && resolved.provider === 'local') providers().forgetLocalModel();
  if (outcome.error?.retryable && actor === 'worker')
    throw new AppError('SERVICE_UNAVAILABLE', `no summary could be written: ${outcome.error.code}`);
  log().warn({ code: outcome.error?.code }, 'a model wrote no summary; one is made of the sentences themselves');
  return undefined;
}

/** Lines of text alone: what a model wraps around them, pictures, and secrets are taken off. */
function tidy(text: string, limitTokens: number): string | undefined {
  const lines = redactSecrets(text)
    .replace(/```\w*\n?/g, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')
    .join('\n');
  return lines === '' ? undefined : cutToTokens(lines, limitTokens);
}
