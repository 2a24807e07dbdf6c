import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { cleanJson } from '@/lib/llm/clean-text';
import { readBody, sendToProvider } from '@/lib/llm/openai-transport';
import { describeProviderError, replyError, retryDelayMs } from '@/lib/llm/provider-error';
import type { ModelCallRecord, ReplyError } from '@/lib/llm/reply-types';

const RETRIES = 2;
/** A search of many pages takes minutes. */
const TIMEOUT_MS = 240_000;
const SEARCH_TOOLS = [{ type: 'web_search' }, { type: 'x_search' }] as const;

export type LiveSearchConfig = { provider: string; baseUrl: string; apiKey?: string; modelId: string };

export type LiveSearchRequest = {
  instructions: string;
  question: string;
  /** A short name of what is asked for, letters and underscores. */
  name: string;
  schema: z.ZodType;
  maxOutputTokens: number;
  timeoutMs?: number;
};

export type Citation = { url: string; title: string };

export type LiveSearchOutcome = { calls: ModelCallRecord[] } & (
  { ok: true; text: string; citations: Citation[] } | { ok: false; error: ReplyError }
);

const annotation = z.looseObject({ type: z.string(), url: z.string().optional(), title: z.string().nullish() });
const response = z.looseObject({
  status: z.string().optional(),
  output: z.array(
    z.looseObject({
      type: z.string(),
      content: z
        .array(z.looseObject({ type: z.string(), text: z.string().optional(), annotations: z.array(annotation).nullish() }))
        .nullish()
        .catch(null),
    }),
  ),
  citations: z.array(z.unknown()).nullish(),
  usage: z.looseObject({ input_tokens: z.number(), output_tokens: z.number() }).nullish().catch(null),
});

/**
 * Asks a model that searches the web and X by itself while it answers: xAI's Responses API, which is the only one that still has its
 * live search. Limits and faults are tried again twice. Never throws for the provider's faults.
 */
export async function searchLive(config: LiveSearchConfig, request: LiveSearchRequest): Promise<LiveSearchOutcome> {
  const calls: ModelCallRecord[] = [];
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptSearch(config, request, calls);
    const delayMs = outcome.ok || attempt >= RETRIES ? undefined : retryDelayMs(outcome.error, attempt);
    if (delayMs === undefined) return { ...outcome, calls };
    await sleep(delayMs);
  }
}

type Attempt = { ok: true; text: string; citations: Citation[] } | { ok: false; error: ReplyError };

async function attemptSearch(config: LiveSearchConfig, request: LiveSearchRequest, calls: ModelCallRecord[]): Promise<Attempt> {
  const startedAt = performance.now();
  const timeoutMs = request.timeoutMs ?? TIMEOUT_MS;
  const signal = AbortSignal.timeout(timeoutMs);
  const record = (usage: { input_tokens: number; output_tokens: number } | null | undefined, finishReason: string, error?: ReplyError) =>
    calls.push({
      model: config.modelId,
      provider: config.provider,
      inputTokens: wholeNumber(usage?.input_tokens),
      outputTokens: wholeNumber(usage?.output_tokens),
      usageEstimated: !usage,
      latencyMs: Math.round(performance.now() - startedAt),
      firstTokenMs: null,
      finishReason,
      ...(error ? { errorCode: error.code } : {}),
    });
  const fail = (error: ReplyError, usage?: { input_tokens: number; output_tokens: number } | null): Attempt => {
    record(usage, 'error', error);
    return { ok: false, error };
  };
  let body: string;
  try {
    const answer = await sendToProvider({
      url: `${config.baseUrl.replace(/\/+$/, '')}/responses`,
      headers: { 'content-type': 'application/json', ...(config.apiKey ? { authorization: `Bearer ${config.apiKey}` } : {}) },
      body: JSON.stringify(buildRequest(config.modelId, request)),
      signal,
    });
    body = await readBody(answer, undefined, timeoutMs);
  } catch (error) {
    return fail(signal.aborted ? replyError('PROVIDER_TIMEOUT') : describeProviderError(error, false));
  }
  const parsed = response.safeParse(parseJson(body));
  if (!parsed.success) return fail(replyError('PROVIDER_BAD_ANSWER'));
  const { status = 'completed', output, citations, usage } = parsed.data;
  if (status !== 'completed') return fail(replyError(status === 'incomplete' ? 'PROVIDER_BAD_ANSWER' : 'PROVIDER_UNAVAILABLE'), usage);
  const pieces = output
    .flatMap((item) => (item.type === 'message' ? (item.content ?? []) : []))
    .filter(({ type }) => type === 'output_text');
  const text = pieces.map((piece) => piece.text ?? '').join('');
  if (text.trim() === '') return fail(replyError('EMPTY_ANSWER'), usage);
  record(usage, 'stop');
  const cited = pieces.flatMap((piece) => piece.annotations ?? []).filter(({ type }) => type === 'url_citation');
  return { ok: true, text, citations: readCitations([...cited, ...(citations ?? [])]) };
}

function buildRequest(model: string, { instructions, question, name, schema, maxOutputTokens }: LiveSearchRequest) {
  return {
    model,
    input: [
      { role: 'system', content: instructions },
      { role: 'user', content: question },
    ],
    tools: SEARCH_TOOLS,
    max_output_tokens: maxOutputTokens,
    text: { format: { type: 'json_schema', name, schema: strictSchema(schema), strict: true } },
    // Nothing of the owner is left with the provider for later requests.
    store: false,
  };
}

/** A strict schema takes no bounds on lengths and numbers. */
const BOUNDS = new Set(['$schema', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum', 'pattern']);

function strictSchema(schema: z.ZodType): unknown {
  const full = z.toJSONSchema(schema, { target: 'draft-7' });
  return JSON.parse(JSON.stringify(full, (key, value: unknown) => (BOUNDS.has(key) ? undefined : value)));
}

/** Addresses of the web, each once: xAI lists them beside the text, OpenAI's protocol inside it. */
function readCitations(found: readonly unknown[]): Citation[] {
  const known = new Map<string, Citation>();
  for (const item of found) {
    const { url, title } = typeof item === 'string' ? { url: item, title: '' } : (item as { url?: unknown; title?: unknown });
    if (typeof url !== 'string' || !/^https?:\/\//i.test(url) || !URL.canParse(url) || known.has(url)) continue;
    known.set(url, { url, title: typeof title === 'string' && !/^\d*$/.test(title) ? title : new URL(url).hostname });
  }
  return [...known.values()];
}

function parseJson(text: string): unknown {
  try {
    return cleanJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const wholeNumber = (value: number | undefined) => (value !== undefined && Number.isSafeInteger(value) && value > 0 ? value : 0);
