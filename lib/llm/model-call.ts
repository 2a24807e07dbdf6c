import type { LanguageModelV3, LanguageModelV3CallOptions, LanguageModelV3StreamPart } from '@ai-sdk/provider';
import { cleanText, createDeltaCleaner } from '@/lib/llm/clean-text';
import type { InterruptionSource } from '@/lib/llm/interruption';
import { describeProviderError, replyError, retryDelayMs } from '@/lib/llm/provider-error';
import type { ModelCallRecord, ReplyError, ReplyTimeouts } from '@/lib/llm/reply-types';
import { estimatePromptTokens, estimateTokens } from '@/lib/llm/tokens';

const RETRY_LIMIT = 2;
/** Far beyond any output cap: ends a local server that ignores the cap and never stops. */
const TEXT_LIMIT_CHARACTERS = 200_000;

export type RawToolCall = { id: string; name: string; input: string };

export type ModelCallResult = {
  text: string;
  toolCalls: RawToolCall[];
  finishReason: string;
  error?: ReplyError;
};

export type ModelCallOptions = {
  model: LanguageModelV3;
  request: Omit<LanguageModelV3CallOptions, 'abortSignal'>;
  timeouts: ReplyTimeouts;
  interruptions: InterruptionSource;
  onText: (text: string) => void;
  onRecord: (record: ModelCallRecord) => void;
  now: () => number;
};

/**
 * Asks the model once. Limits, faults and refused connections are retried up to twice, but only while nothing of the
 * answer has arrived. Faults are values, never exceptions; what `onText` throws is passed on after the provider was cut.
 */
export async function callModel(options: ModelCallOptions): Promise<ModelCallResult> {
  for (let attempt = 0; ; attempt += 1) {
    const result = await attemptCall(options);
    const mayRetry = result.error && !result.hasBegun && attempt < RETRY_LIMIT && !options.interruptions.current();
    const delayMs = mayRetry && result.error ? retryDelayMs(result.error, attempt) : undefined;
    if (delayMs === undefined) return result;
    await sleepUnlessInterrupted(delayMs, options.interruptions);
    if (options.interruptions.current()) return result;
  }
}

async function attemptCall(options: ModelCallOptions): Promise<ModelCallResult & { hasBegun: boolean }> {
  const { model, request, timeouts, interruptions, now } = options;
  const startedAt = now();
  const clean = createDeltaCleaner();
  const abort = new AbortController();
  const toolCalls: RawToolCall[] = [];
  let text = '';
  let reasoningCharacters = 0;
  let firstTokenAt: number | undefined;
  let finish: Extract<LanguageModelV3StreamPart, { type: 'finish' }> | undefined;
  let error: ReplyError | undefined;
  let ended: 'interrupted' | 'text-limit' | ReplyError | undefined;
  let reader: ReadableStreamDefaultReader<LanguageModelV3StreamPart> | undefined;
  let giveUpStart: (() => void) | undefined;
  let timer: NodeJS.Timeout;

  // A cancelled reader answers its pending read at once, whether or not the model obeys the abort signal.
  const endCall = (reason: NonNullable<typeof ended>) => {
    if (ended) return;
    ended = reason;
    abort.abort();
    giveUpStart?.();
    reader?.cancel().catch(() => undefined);
  };
  const noteProgress = () => {
    if (firstTokenAt !== undefined) return void timer.refresh();
    firstTokenAt = now();
    clearTimeout(timer);
    timer = setTimeout(() => endCall(replyError('PROVIDER_STALLED')), timeouts.idleMs);
  };

  timer = setTimeout(() => endCall(replyError('PROVIDER_TIMEOUT')), timeouts.firstTokenMs);
  const unsubscribe = interruptions.subscribe(() => endCall('interrupted'));
  try {
    const stream = await startStream();
    reader = stream?.getReader();
    while (reader && !ended) {
      const { done, value: part } = await reader.read();
      if (done || ended) break;
      if (part.type === 'text-delta') {
        noteProgress();
        const delta = clean(part.delta);
        if (delta === '') continue;
        text += delta;
        options.onText(delta);
        if (text.length > TEXT_LIMIT_CHARACTERS) endCall('text-limit');
      } else if (part.type === 'reasoning-delta') {
        noteProgress();
        reasoningCharacters += part.delta.length;
      } else if (part.type === 'tool-input-start' || part.type === 'tool-input-delta') noteProgress();
      else if (part.type === 'tool-call') {
        noteProgress();
        toolCalls.push({ id: cleanText(String(part.toolCallId)), name: cleanText(String(part.toolName)), input: cleanText(part.input) });
      } else if (part.type === 'error') {
        error = describeProviderError(part.error, firstTokenAt !== undefined);
        break;
      } else if (part.type === 'finish') {
        finish = part;
        break;
      }
    }
  } catch (cause) {
    if (cause instanceof CallerFault) throw cause.cause;
    if (!ended) error = describeProviderError(cause, firstTokenAt !== undefined);
  } finally {
    clearTimeout(timer);
    unsubscribe();
    if (!finish) {
      abort.abort();
      reader?.cancel().catch(() => undefined);
    }
  }
  if (typeof ended === 'object') error = ended;
  if (!finish && !error && !ended) error = replyError('PROVIDER_DISCONNECTED');

  const hasBegun = firstTokenAt !== undefined;
  const finishReason = error ? 'error' : ended === 'interrupted' ? 'stopped' : ended ? 'length' : (finish?.finishReason.unified ?? 'other');
  const inputTokens = readCount(finish?.usage.inputTokens.total);
  const outputTokens = readCount(finish?.usage.outputTokens.total);
  const usageEstimated = inputTokens === undefined || outputTokens === undefined;
  // A request that was refused before anything came back was not billed.
  const mayBeBilled = hasBegun || finish !== undefined || ended !== undefined;
  options.onRecord({
    model: model.modelId,
    provider: model.provider,
    inputTokens: inputTokens ?? (mayBeBilled ? estimatePromptTokens(request.prompt) : 0),
    outputTokens: outputTokens ?? (hasBegun ? estimateOutput() : 0),
    usageEstimated: usageEstimated && mayBeBilled,
    latencyMs: Math.round(now() - startedAt),
    firstTokenMs: firstTokenAt === undefined ? null : Math.round(firstTokenAt - startedAt),
    finishReason,
    ...(error ? { errorCode: error.code } : {}),
  });
  return { text, toolCalls, finishReason, hasBegun, ...(error ? { error } : {}) };

  async function startStream(): Promise<ReadableStream<LanguageModelV3StreamPart> | undefined> {
    if (ended) return undefined;
    const givenUp = new Promise<undefined>((resolve) => {
      giveUpStart = () => resolve(undefined);
    });
    const starting = Promise.resolve(model.doStream({ ...request, abortSignal: abort.signal }));
    const started = await Promise.race([starting, givenUp]);
    giveUpStart = undefined;
    if (started) return started.stream;
    starting.then((late) => late.stream.cancel()).catch(() => undefined);
    return undefined;
  }

  function estimateOutput(): number {
    const inputs = toolCalls.reduce((sum, call) => sum + estimateTokens(call.input) + 8, 0);
    return estimateTokens(text) + Math.ceil(reasoningCharacters / 4) + inputs;
  }
}

/** No request of today's models comes near; a figure beyond it is a fault of the server. */
const MOST_TOKENS = 100_000_000;

/** A figure of the provider, if it is one that can be counted: a whole number that is not negative. */
function readCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_TOKENS ? value : undefined;
}

/** Marks what the caller's own callback threw, so that it is not taken for a fault of the provider. */
class CallerFault extends Error {
  constructor(override readonly cause: unknown) {
    super('A callback of the caller failed.');
  }
}

/** Wraps a callback so that `callModel` passes its exceptions on instead of reporting them as provider faults. */
export function guardCallback<Value>(callback: (value: Value) => void): (value: Value) => void {
  return (value) => {
    try {
      callback(value);
    } catch (cause) {
      throw new CallerFault(cause);
    }
  };
}

async function sleepUnlessInterrupted(delayMs: number, interruptions: InterruptionSource): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await interruptions.race(
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, delayMs);
    }),
  );
  clearTimeout(timer);
}
