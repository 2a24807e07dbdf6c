import {
  APICallError,
  InvalidResponseDataError,
  JSONParseError,
  type LanguageModelV3FinishReason,
  type LanguageModelV3StreamPart,
  type LanguageModelV3Usage,
} from '@ai-sdk/provider';
import { createThinkFilter } from '@/lib/llm/think-filter';

type WireToolCallDelta = {
  index?: number | null;
  id?: string | null;
  function?: { name?: string | null; arguments?: string | null } | null;
};

type WireContent = string | { type?: string; text?: string }[] | null;

type WireMessage = {
  content?: WireContent;
  refusal?: string | null;
  reasoning_content?: string | null;
  reasoning?: string | null;
  tool_calls?: WireToolCallDelta[] | null;
};

type WireUsage = {
  prompt_tokens?: number;
  completion_tokens?: number;
  total_tokens?: number;
  prompt_tokens_details?: { cached_tokens?: number } | null;
  completion_tokens_details?: { reasoning_tokens?: number } | null;
};

type WireChunk = {
  id?: string;
  model?: string;
  error?: unknown;
  usage?: WireUsage | null;
  choices?: { delta?: WireMessage | null; message?: WireMessage | null; finish_reason?: string | null }[] | null;
};

type OpenToolCall = { id: string; name: string; input: string; started: boolean };

type Emit = (part: LanguageModelV3StreamPart) => void;

/** Turns the wire's chunks into stream parts. Every method may be called in any order; after the end nothing is emitted. */
export type ChunkTranslator = {
  /** One `data:` payload of the event stream, or the whole body of a server that does not stream. */
  accept: (data: string) => void;
  /** The connection ended. Without a finish reason or `[DONE]` before it, the answer counts as cut. */
  end: (cause?: unknown) => void;
  isEnded: () => boolean;
};

/** Translates OpenAI-style chat completion chunks, including split and unnumbered tool-call deltas, into V3 stream parts. */
export function createChunkTranslator(emit: Emit): ChunkTranslator {
  const toolCalls: OpenToolCall[] = [];
  const callByIndex = new Map<number, OpenToolCall>();
  const thoughts = createThinkFilter();
  let openBlock: 'text' | 'reasoning' | undefined;
  let finishReason: LanguageModelV3FinishReason | undefined;
  let usage: WireUsage | undefined;
  let isFirst = true;
  let ended = false;

  const switchBlock = (next: 'text' | 'reasoning' | undefined) => {
    if (openBlock === next) return;
    if (openBlock) emit({ type: `${openBlock}-end`, id: openBlock });
    if (next) emit({ type: `${next}-start`, id: next });
    openBlock = next;
  };

  const fail = (error: unknown) => {
    ended = true;
    emitText(thoughts.flush());
    switchBlock(undefined);
    emit({ type: 'error', error });
  };

  const finish = () => {
    ended = true;
    emitText(thoughts.flush());
    switchBlock(undefined);
    for (const call of toolCalls) {
      if (call.started) emit({ type: 'tool-input-end', id: call.id });
      emit({ type: 'tool-call', toolCallId: call.id, toolName: call.name, input: call.input });
    }
    const reason = finishReason ?? { unified: toolCalls.length > 0 ? 'tool-calls' : 'other', raw: undefined };
    emit({ type: 'finish', finishReason: reason, usage: toUsage(usage) });
  };

  const acceptToolCall = (delta: WireToolCallDelta) => {
    const index = delta.index ?? (delta.id ? toolCalls.length : Math.max(0, toolCalls.length - 1));
    let call = callByIndex.get(index);
    // Some local servers number every call 0: another id under a known number is another call.
    if (!call || (delta.id && call.id !== delta.id && delta.function?.name)) {
      call = { id: delta.id || `call_${toolCalls.length}`, name: '', input: '', started: false };
      callByIndex.set(index, call);
      toolCalls.push(call);
    }
    if (delta.function?.name && !call.started) call.name = delta.function.name;
    if (call.name && !call.started) {
      call.started = true;
      emit({ type: 'tool-input-start', id: call.id, toolName: call.name });
    }
    const piece = delta.function?.arguments;
    if (!piece) return;
    call.input += piece;
    if (call.started) emit({ type: 'tool-input-delta', id: call.id, delta: piece });
  };

  const emitReasoning = (delta: string) => {
    if (delta === '') return;
    switchBlock('reasoning');
    emit({ type: 'reasoning-delta', id: 'reasoning', delta });
  };

  const emitText = (delta: string) => {
    if (delta === '') return;
    switchBlock('text');
    emit({ type: 'text-delta', id: 'text', delta });
  };

  const acceptMessage = (message: WireMessage) => {
    emitReasoning(message.reasoning_content ?? message.reasoning ?? '');
    const content = textOf(message.content) || message.refusal;
    if (content) {
      const { text, reasoning } = thoughts.push(content);
      emitReasoning(reasoning);
      emitText(text);
    }
    if (!message.tool_calls?.length) return;
    switchBlock(undefined);
    for (const delta of message.tool_calls) acceptToolCall(delta);
  };

  const accept = (data: string) => {
    if (ended) return;
    if (data === '[DONE]') return finish();
    let chunk: WireChunk;
    try {
      chunk = JSON.parse(data) as WireChunk;
    } catch (cause) {
      return fail(new JSONParseError({ text: data.slice(0, 200), cause }));
    }
    if (chunk === null || typeof chunk !== 'object') {
      return fail(new InvalidResponseDataError({ data: undefined, message: 'The model server sent no JSON object.' }));
    }
    if (chunk.error) return fail(toStreamError(chunk.error));
    if (isFirst) {
      isFirst = false;
      emit({ type: 'response-metadata', id: chunk.id, modelId: chunk.model });
    }
    if (chunk.usage) usage = chunk.usage;
    const choice = chunk.choices?.[0];
    const message = choice?.delta ?? choice?.message;
    if (message) acceptMessage(message);
    if (choice?.finish_reason) finishReason = { unified: unifyFinishReason(choice.finish_reason), raw: choice.finish_reason };
  };

  const end = (cause?: unknown) => {
    if (ended) return;
    if (finishReason) return finish();
    fail(
      new APICallError({
        message: 'The model server closed the connection before its answer was complete.',
        url: '',
        requestBodyValues: undefined,
        cause,
        isRetryable: true,
      }),
    );
  };

  return { accept, end, isEnded: () => ended };
}

function textOf(content: WireContent | undefined): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => part.text ?? '').join('');
}

function unifyFinishReason(reason: string): LanguageModelV3FinishReason['unified'] {
  switch (reason) {
    case 'stop':
    case 'length':
      return reason;
    case 'content_filter':
      return 'content-filter';
    case 'tool_calls':
    case 'function_call':
      return 'tool-calls';
    default:
      return 'other';
  }
}

function toStreamError(error: unknown): APICallError {
  const detail = typeof error === 'object' && error !== null ? (error as { code?: unknown; type?: unknown }) : {};
  const statusCode = typeof detail.code === 'number' ? detail.code : undefined;
  return new APICallError({
    message: 'The model server reported an error.',
    url: '',
    requestBodyValues: undefined,
    statusCode,
    responseBody: JSON.stringify({ error }).slice(0, 4_000),
    isRetryable: statusCode === undefined || statusCode === 429 || statusCode >= 500,
  });
}

function toUsage(usage: WireUsage | undefined): LanguageModelV3Usage {
  const input = usage?.prompt_tokens;
  const cached = usage?.prompt_tokens_details?.cached_tokens;
  const reasoning = usage?.completion_tokens_details?.reasoning_tokens;
  const completion = usage?.completion_tokens;
  // xAI leaves reasoning tokens out of `completion_tokens` but bills them: the total tells.
  const output = completion === undefined ? undefined : Math.max(completion, (usage?.total_tokens ?? 0) - (usage?.prompt_tokens ?? 0));
  return {
    inputTokens: {
      total: input,
      noCache: input === undefined ? undefined : input - (cached ?? 0),
      cacheRead: cached,
      cacheWrite: undefined,
    },
    outputTokens: {
      total: output,
      text: output === undefined ? undefined : output - (reasoning ?? 0),
      reasoning,
    },
  };
}
