import type { IncomingMessage } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import type {
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3Content,
  LanguageModelV3GenerateResult,
  LanguageModelV3StreamPart,
  LanguageModelV3StreamResult,
} from '@ai-sdk/provider';
import { createParser } from 'eventsource-parser';
import { buildChatRequest, type RequestDialect } from '@/lib/llm/openai-request';
import { createChunkTranslator } from '@/lib/llm/openai-stream';
import { connectionError, readBody, sendToProvider } from '@/lib/llm/openai-transport';

const QUEUED_PARTS = 512;
const EVENT_LIMIT_CHARACTERS = 4 * 1024 * 1024;

export type OpenAICompatibleConfig = {
  /** Shown in records, such as `xai`, `openai` or `local`. */
  provider: string;
  /** Up to and including `/v1`, with or without a slash at its end. */
  baseUrl: string;
  apiKey?: string;
} & Partial<RequestDialect> &
  Pick<RequestDialect, 'modelId'>;

/**
 * A chat model behind any server that speaks OpenAI's chat completions: xAI, OpenAI, Ollama, LM Studio, llama-server.
 * It implements the same interface as the models of the AI SDK; it exists because the SDK's own adapter validates every
 * chunk and costs several times the CPU of the answer itself.
 */
export function createOpenAICompatibleModel(config: OpenAICompatibleConfig): LanguageModelV3 {
  const url = `${config.baseUrl.replace(/\/+$/, '')}/chat/completions`;
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'text/event-stream' };
  if (config.apiKey) headers.authorization = `Bearer ${config.apiKey}`;
  const dialect: RequestDialect = {
    modelId: config.modelId,
    maxTokensParameter: config.maxTokensParameter ?? 'max_tokens',
    supportsStructuredOutputs: config.supportsStructuredOutputs ?? true,
    extraBody: config.extraBody,
  };

  const doStream = async (options: LanguageModelV3CallOptions): Promise<LanguageModelV3StreamResult> => {
    const body = JSON.stringify(buildChatRequest(options, dialect));
    const response = await sendToProvider({ url, headers, body, signal: options.abortSignal });
    return { stream: streamParts(response, options.abortSignal) };
  };

  return {
    specificationVersion: 'v3',
    provider: config.provider,
    modelId: config.modelId,
    supportedUrls: {},
    doStream,
    doGenerate: async (options) => collectParts((await doStream(options)).stream),
  };
}

function streamParts(response: IncomingMessage, signal?: AbortSignal): ReadableStream<LanguageModelV3StreamPart> {
  let closed = false;
  return new ReadableStream<LanguageModelV3StreamPart>(
    {
      start(controller) {
        const { emit, flush } = joinDeltas((part) => {
          if (!closed) controller.enqueue(part);
        });
        const translator = createChunkTranslator(emit);
        const close = () => {
          flush();
          if (closed || !translator.isEnded()) return;
          closed = true;
          controller.close();
        };
        controller.enqueue({ type: 'stream-start', warnings: [] });
        if (isJsonBody(response)) {
          void readBody(response)
            .then(translator.accept)
            .then(() => translator.end(), translator.end)
            .finally(close);
          return;
        }
        const decoder = new StringDecoder('utf8');
        const parser = createParser({ onEvent: (event) => translator.accept(event.data) });
        let pendingCharacters = 0;
        response.on('data', (chunk: Buffer) => {
          const text = decoder.write(chunk);
          pendingCharacters = text.includes('\n') ? 0 : pendingCharacters + text.length;
          if (pendingCharacters > EVENT_LIMIT_CHARACTERS) {
            response.destroy(connectionError('The model server sent a line that does not end.'));
            return;
          }
          parser.feed(text);
          close();
          if (!closed && (controller.desiredSize ?? 1) <= 0) response.pause();
        });
        const end = (cause?: unknown) => {
          // The last event of a server that forgets the closing blank line.
          if (!translator.isEnded() && response.complete) parser.feed('\n\n');
          translator.end(cause);
          close();
        };
        response.on('end', () => end());
        response.on('error', end);
        response.on('close', () => end(signal?.reason));
      },
      pull() {
        response.resume();
      },
      cancel() {
        closed = true;
        response.destroy();
      },
    },
    { highWaterMark: QUEUED_PARTS },
  );
}

type TextDelta = Extract<LanguageModelV3StreamPart, { type: 'text-delta' }>;

/** Joins text that came in one piece over the network: a fast server sends many tokens at once, and every part costs its reader a turn. */
function joinDeltas(enqueue: (part: LanguageModelV3StreamPart) => void) {
  let waiting: TextDelta | undefined;
  const flush = () => {
    if (waiting) enqueue(waiting);
    waiting = undefined;
  };
  const emit = (part: LanguageModelV3StreamPart) => {
    if (part.type === 'text-delta' && waiting?.id === part.id) {
      waiting = { ...waiting, delta: waiting.delta + part.delta };
      return;
    }
    flush();
    if (part.type === 'text-delta') waiting = part;
    else enqueue(part);
  };
  return { emit, flush };
}

function isJsonBody(response: IncomingMessage): boolean {
  return response.headers['content-type']?.startsWith('application/json') ?? false;
}

async function collectParts(stream: ReadableStream<LanguageModelV3StreamPart>): Promise<LanguageModelV3GenerateResult> {
  const content: LanguageModelV3Content[] = [];
  let text = '';
  let reasoning = '';
  const reader = stream.getReader();
  for (;;) {
    const { done, value: part } = await reader.read();
    if (done) throw connectionError('The model server ended its answer without a finish.');
    if (part.type === 'text-delta') text += part.delta;
    else if (part.type === 'reasoning-delta') reasoning += part.delta;
    else if (part.type === 'tool-call') content.push(part);
    else if (part.type === 'error') throw part.error;
    else if (part.type === 'finish') {
      if (text) content.unshift({ type: 'text', text });
      if (reasoning) content.unshift({ type: 'reasoning', text: reasoning });
      return { content, finishReason: part.finishReason, usage: part.usage, warnings: [] };
    }
  }
}
