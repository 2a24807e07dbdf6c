import type { JSONSchema7, LanguageModelV3, LanguageModelV3Prompt } from '@ai-sdk/provider';
import { z } from 'zod';
import { cleanJson } from '@/lib/llm/clean-text';
import { generateReply } from '@/lib/llm/generate';
import type { ModelCallRecord, ReplyError, ReplyTimeouts } from '@/lib/llm/reply-types';

const TIMEOUTS: ReplyTimeouts = { firstTokenMs: 60_000, idleMs: 30_000, totalMs: 120_000, toolMs: 1 };

export type GenerateObjectOptions<Schema extends z.ZodType> = {
  model: LanguageModelV3;
  schema: Schema;
  /** A short name of what is asked for, letters and underscores. */
  name: string;
  messages: LanguageModelV3Prompt;
  maxOutputTokens?: number;
  /** Takes nothing but the JSON itself, and asks once: for a check where whatever is unclear must count as no. */
  exact?: boolean;
  signal?: AbortSignal;
  timeouts?: Partial<ReplyTimeouts>;
};

export type ObjectOutcome<Value> = { calls: ModelCallRecord[]; usage: { inputTokens: number; outputTokens: number } } & (
  { ok: true; value: Value } | { ok: false; reason: 'bad-answer' | 'stopped' | 'provider'; error?: ReplyError }
);

/**
 * Asks a model for JSON of the given shape. Small models wrap it in friendly words or a code fence: it is found in
 * there. An answer that still does not fit is sent back once with what is wrong with it. Never throws for the model's
 * or the provider's faults.
 */
export async function generateObject<Schema extends z.ZodType>(
  options: GenerateObjectOptions<Schema>,
): Promise<ObjectOutcome<z.infer<Schema>>> {
  const { $schema: _, ...jsonSchema } = z.toJSONSchema(options.schema, { target: 'draft-7', io: 'input' });
  const responseFormat = { type: 'json' as const, name: options.name, schema: jsonSchema as JSONSchema7 };
  const model = withResponseFormat(options.model, responseFormat);
  const messages: LanguageModelV3Prompt = [...options.messages];
  const calls: ModelCallRecord[] = [];

  for (let attempt = 0; ; attempt += 1) {
    const reply = await generateReply({
      model,
      messages,
      maxOutputTokens: options.maxOutputTokens ?? 1_024,
      signal: options.signal,
      timeouts: { ...TIMEOUTS, ...options.timeouts },
    });
    calls.push(...reply.calls);
    const usage = sumUsage(calls);
    if (reply.status === 'stopped') return { ok: false, reason: 'stopped', calls, usage };
    if (reply.status === 'error' && reply.error?.code !== 'EMPTY_ANSWER') {
      return { ok: false, reason: 'provider', error: reply.error, calls, usage };
    }
    const result = readObject(reply.text, options.schema, options.exact);
    if (result.ok) return { ok: true, value: result.value, calls, usage };
    if (attempt > 0 || options.exact) return { ok: false, reason: 'bad-answer', calls, usage };
    if (reply.text !== '') messages.push({ role: 'assistant', content: [{ type: 'text', text: reply.text.slice(0, 4_000) }] });
    messages.push({
      role: 'user',
      content: [{ type: 'text', text: `That does not fit: ${result.problem}. Answer with the corrected JSON alone.` }],
    });
  }
}

/** Finds JSON of the given shape in a text: the text itself and, unless it must be `exact`, what stands in a code fence or the outermost braces. */
export function readObject<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  exact = false,
): { ok: true; value: z.infer<Schema> } | { ok: false; problem: string } {
  let problem = 'it is no JSON';
  for (const candidate of exact ? [text.trim()] : jsonCandidates(text)) {
    const parsed = parseJson(candidate);
    if (parsed === undefined) continue;
    // A key that is said twice, or a comma too many: not exactly what was asked for.
    if (exact && withoutSpace(JSON.stringify(parsed.value)) !== withoutSpace(candidate)) continue;
    const checked = schema.safeParse(parsed.value);
    if (checked.success) return { ok: true, value: checked.data };
    const issue = checked.error.issues[0];
    problem = issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : 'it has another shape';
  }
  return { ok: false, problem };
}

const withoutSpace = (text: string) => text.replace(/\s+/g, '');

function* jsonCandidates(text: string): Generator<string> {
  const trimmed = text.trim();
  yield trimmed;
  for (const block of trimmed.matchAll(/```(?:json)?\s*\n?([\s\S]*?)```/gi)) yield (block[1] ?? '').trim();
  for (const [open, close] of [
    ['{', '}'],
    ['[', ']'],
  ] as const) {
    const start = trimmed.indexOf(open);
    const end = trimmed.lastIndexOf(close);
    if (start >= 0 && end > start) yield trimmed.slice(start, end + 1);
  }
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: cleanJson(JSON.parse(text)) };
  } catch {
    // Trailing commas are the one fault of small models that can be mended without guessing.
    try {
      return { value: cleanJson(JSON.parse(text.replace(/,(\s*[}\]])/g, '$1'))) };
    } catch {
      return undefined;
    }
  }
}

function withResponseFormat(model: LanguageModelV3, responseFormat: { type: 'json'; name: string; schema: JSONSchema7 }): LanguageModelV3 {
  return {
    specificationVersion: 'v3',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: (options) => model.doGenerate({ ...options, responseFormat }),
    doStream: (options) => model.doStream({ ...options, responseFormat }),
  };
}

function sumUsage(calls: readonly ModelCallRecord[]): { inputTokens: number; outputTokens: number } {
  return {
    inputTokens: calls.reduce((sum, call) => sum + call.inputTokens, 0),
    outputTokens: calls.reduce((sum, call) => sum + call.outputTokens, 0),
  };
}
