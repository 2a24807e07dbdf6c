import type { JSONSchema7, LanguageModelV3FunctionTool, LanguageModelV3ToolResultOutput } from '@ai-sdk/provider';
import { z } from 'zod';
import { cleanJson, cleanText } from '@/lib/llm/clean-text';
import type { InterruptionSource } from '@/lib/llm/interruption';
import type { RawToolCall } from '@/lib/llm/model-call';
import type { ChatTool, ReplyToolCall } from '@/lib/llm/reply-types';

/** More than any honest tool returns; a longer result would push the conversation out of the model's context. */
const RESULT_LIMIT_CHARACTERS = 8_000;

const definitions = new WeakMap<ChatTool['inputSchema'], JSONSchema7>();

/** The tools in the form that models are told of them. The schema is converted once. */
export function describeTools(tools: readonly ChatTool[]): LanguageModelV3FunctionTool[] {
  return tools.map((tool) => {
    let schema = definitions.get(tool.inputSchema);
    if (!schema) {
      const { $schema: _, ...rest } = z.toJSONSchema(tool.inputSchema, { target: 'draft-7', io: 'input' });
      schema = rest as JSONSchema7;
      definitions.set(tool.inputSchema, schema);
    }
    return { type: 'function', name: tool.name, description: tool.description, inputSchema: schema };
  });
}

export type ToolRunOptions = {
  tools: readonly ChatTool[];
  toolMs: number;
  interruptions: InterruptionSource;
  now: () => number;
};

/**
 * Runs one call of the model. Whatever is wrong with it (unknown name, broken or unfit input, a tool that throws or
 * hangs) becomes an error result for the model. Undefined when the reply was interrupted meanwhile.
 */
export async function runToolCall(call: RawToolCall, options: ToolRunOptions): Promise<ReplyToolCall | undefined> {
  const startedAt = options.now();
  const close = (result: Pick<ReplyToolCall, 'input' | 'output' | 'error'>): ReplyToolCall => ({
    id: call.id,
    name: call.name,
    durationMs: Math.round(options.now() - startedAt),
    ...result,
  });

  const tool = options.tools.find((candidate) => candidate.name === call.name);
  if (!tool) {
    const names = options.tools.map((candidate) => candidate.name).join(', ');
    return close({ input: call.input, error: `There is no tool named "${call.name}". The tools are: ${names || 'none'}.` });
  }
  const json = parseJson(call.input);
  if (!json.ok) return close({ input: call.input, error: 'The input was no valid JSON. Call the tool again with one JSON object.' });
  const parsed = tool.inputSchema.safeParse(json.value);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`);
    return close({ input: json.value, error: `The input does not fit: ${issues.join('; ')}.` });
  }

  const abort = new AbortController();
  const unsubscribe = options.interruptions.subscribe(() => abort.abort());
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort.abort();
      reject(new Error('The tool took too long.'));
    }, options.toolMs);
  });
  try {
    const running = Promise.resolve().then(() => tool.execute(parsed.data, { signal: abort.signal }));
    const output = await options.interruptions.race(Promise.race([running, tooLong]));
    if (options.interruptions.current()) return undefined;
    return close({ input: parsed.data, output: output ?? null });
  } catch (error) {
    if (options.interruptions.current()) return undefined;
    const message = error instanceof Error ? error.message : 'The tool failed.';
    return close({ input: parsed.data, error: cleanText(message).slice(0, 500) });
  } finally {
    clearTimeout(timer);
    unsubscribe();
  }
}

/** What the model is shown of a finished call. */
export function toModelOutput(call: ReplyToolCall): LanguageModelV3ToolResultOutput {
  if (call.error !== undefined) return { type: 'error-text', value: `Error: ${call.error}` };
  const text = cleanText(typeof call.output === 'string' ? call.output : (JSON.stringify(call.output) ?? 'null'));
  if (text.length <= RESULT_LIMIT_CHARACTERS) return { type: 'text', value: text };
  return { type: 'text', value: `${cleanText(text.slice(0, RESULT_LIMIT_CHARACTERS))} [cut: the result was longer]` };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  if (text.trim() === '') return { ok: true, value: {} };
  try {
    return { ok: true, value: cleanJson(JSON.parse(text)) };
  } catch {
    return { ok: false };
  }
}
