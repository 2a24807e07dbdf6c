import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  defaultAnswer,
  embedDeterministically,
  splitIntoTokens,
  takeAnswer,
  type ChatRequestBody,
  type ScriptedAnswer,
} from '@/tests/model-server-answers';
import { answerResponses } from '@/tests/model-server-responses';

export type JournalEntry = {
  path: string;
  atMs: number;
  authorization: string | undefined;
  body: ChatRequestBody & Record<string, unknown>;
  /** Set when the caller went away before the answer was complete. */
  aborted: boolean;
  /** How many text pieces were sent. */
  sentTokens: number;
};

export type ModelServerOptions = {
  port?: number;
  /** Pause before each token. */
  delayMs?: number;
  /** Names on `/v1/models`. */
  models?: string[];
  /** Names on Ollama's `/api/tags`; without them that path is 404. */
  ollamaModels?: string[];
  /** Keep no journal: for benches. */
  quiet?: boolean;
  /** What is said when nothing scripted fits. */
  defaultText?: string;
};

export type ModelServer = {
  /** `http://127.0.0.1:port/v1` */
  baseUrl: string;
  origin: string;
  journal: JournalEntry[];
  /** Appends answers; the first that fits a request is used. */
  script: (...answers: ScriptedAnswer[]) => void;
  reset: () => void;
  close: () => Promise<void>;
};

/**
 * A model server on loopback that speaks OpenAI's chat completions and embeddings, and the Responses API with live search, says what it was told to say, and
 * fails how it was told to fail, down to the byte. Other processes script it by `POST /__script` (one answer or a list),
 * read it by `GET /__journal`, and empty it by `POST /__reset`.
 */
export async function startModelServer(options: ModelServerOptions = {}): Promise<ModelServer> {
  const journal: JournalEntry[] = [];
  const script: ScriptedAnswer[] = [];
  const reset = () => {
    journal.length = 0;
    script.length = 0;
  };

  const server = http.createServer((request, response) => {
    response.on('error', () => undefined);
    handle(request, response).catch(() => response.destroy());
  });

  const handle = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const body = request.method === 'POST' ? ((await readJson(request)) as JournalEntry['body']) : {};
    switch (path) {
      case '/__journal':
        return sendJson(response, 200, journal);
      case '/__script':
        script.push(...(Array.isArray(body) ? (body as ScriptedAnswer[]) : [body as ScriptedAnswer]));
        return sendJson(response, 200, { scripted: script.length });
      case '/__reset':
        reset();
        return sendJson(response, 200, { scripted: 0 });
      case '/v1/models':
        return sendJson(response, 200, {
          object: 'list',
          data: (options.models ?? ['test-model']).map((id) => ({ id, object: 'model' })),
        });
      case '/api/tags':
        if (!options.ollamaModels) return sendJson(response, 404, { error: { message: 'not found' } });
        return sendJson(response, 200, { models: options.ollamaModels.map((name) => ({ name, details: {} })) });
    }

    const entry: JournalEntry = {
      path,
      atMs: Date.now(),
      authorization: request.headers.authorization,
      body,
      aborted: false,
      sentTokens: 0,
    };
    if (!options.quiet) journal.push(entry);
    response.on('close', () => {
      entry.aborted = !response.writableFinished;
    });
    if (path === '/v1/embeddings') return answerEmbeddings(response, body);
    if (path === '/v1/responses') return answerResponses(response, body, (chat) => takeAnswer(script, chat));
    if (path !== '/v1/chat/completions') return sendJson(response, 404, { error: { message: 'not found' } });

    const fallback = options.defaultText === undefined ? defaultAnswer(body) : { text: options.defaultText };
    const answer = takeAnswer(script, body) ?? fallback;
    await answerChat(response, body, { delayMs: options.delayMs, ...answer }, entry);
  };

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    baseUrl: `${origin}/v1`,
    journal,
    script: (...answers) => void script.push(...answers),
    reset,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A gate for `heldUntil`: shut until it is opened. */
export function createGate(): { opened: Promise<void>; open: () => void } {
  let open = () => undefined as void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

async function answerChat(
  response: http.ServerResponse,
  body: ChatRequestBody,
  answer: ScriptedAnswer,
  entry: JournalEntry,
): Promise<void> {
  const { fault } = answer;
  if (fault?.kind === 'disconnect') return void response.socket?.destroy();
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'status') {
    if (fault.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(fault.retryAfterSeconds));
    return sendJson(response, fault.status, fault.body ?? { error: { message: `scripted ${fault.status}`, type: 'error' } });
  }

  const tokens = fault?.kind === 'empty' ? [] : splitIntoTokens(answer);
  const usage = answer.usage === undefined ? estimateUsage(body, tokens) : answer.usage;
  const finishReason = answer.finishReason ?? (answer.toolCalls?.length ? 'tool_calls' : 'stop');
  const toolCalls = answer.toolCalls?.map((call, index) => ({
    index,
    id: call.id ?? `call_${entry.atMs}_${index}`,
    type: 'function',
    function: {
      name: call.name,
      arguments: typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments),
    },
  }));
  const base = { id: 'chatcmpl-test', object: 'chat.completion.chunk', created: 0, model: body.model };
  const wireUsage = usage && {
    prompt_tokens: usage.inputTokens,
    completion_tokens: usage.outputTokens,
    total_tokens: usage.inputTokens + usage.outputTokens,
  };

  if (!body.stream) {
    await answer.heldUntil;
    if (answer.firstTokenDelayMs) await sleep(answer.firstTokenDelayMs);
    const message = { role: 'assistant', content: tokens.join('') || null, tool_calls: toolCalls };
    entry.sentTokens = tokens.length;
    return sendJson(response, 200, { ...base, choices: [{ index: 0, message, finish_reason: finishReason }], usage: wireUsage });
  }

  const write = async (text: string) => {
    if (!answer.byteByByte) return void response.write(text);
    for (const byte of Buffer.from(text)) {
      response.write(Buffer.from([byte]));
      await new Promise(setImmediate);
    }
  };
  const writeChunk = (delta: unknown, reason: string | null = null) =>
    write(`data: ${JSON.stringify({ ...base, choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`);

  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.flushHeaders();
  const holdAt = answer.heldAfterTokens ?? 0;
  if (holdAt === 0) await answer.heldUntil;
  if (answer.firstTokenDelayMs) await sleep(answer.firstTokenDelayMs);
  for (let sent = 0; sent <= tokens.length; sent += 1) {
    if (fault && 'afterTokens' in fault && fault.afterTokens === sent) {
      if (fault.kind === 'stall') return;
      if (fault.kind === 'error-event') {
        await write(`data: ${JSON.stringify(fault.body ?? { error: { message: 'overloaded', type: 'server_error' } })}\n\n`);
        return void response.end();
      }
      if (fault.kind === 'bad-json') await write('data: {"choices":[{"delta":{"content":"oo\n\n');
      if (fault.kind === 'cut-in-character') {
        const bytes = Buffer.from(`data: ${JSON.stringify({ ...base, choices: [{ delta: { content: 'né' } }] })}`);
        response.write(bytes.subarray(0, bytes.indexOf(0xc3) + 1));
      }
      // The bytes before the cut must have left before the socket dies.
      await sleep(30);
      return void response.destroy();
    }
    const token = tokens[sent];
    if (token === undefined) break;
    if (sent > 0 && sent === holdAt) await answer.heldUntil;
    if (answer.delayMs) await sleep(answer.delayMs);
    if (response.destroyed) return;
    await writeChunk(sent === 0 ? { role: 'assistant', content: token } : { content: token });
    entry.sentTokens = sent + 1;
  }
  for (const call of toolCalls ?? []) {
    const text = call.function.arguments;
    const middle = Math.ceil(text.length / 2);
    await writeChunk({ tool_calls: [{ ...call, function: { name: call.function.name, arguments: '' } }] });
    for (const piece of [text.slice(0, middle), text.slice(middle)]) {
      await writeChunk({ tool_calls: [{ index: call.index, function: { arguments: piece } }] });
    }
  }
  await writeChunk({}, finishReason);
  if (wireUsage && body.stream_options?.include_usage) {
    await write(`data: ${JSON.stringify({ ...base, choices: [], usage: wireUsage })}\n\n`);
  }
  await write('data: [DONE]\n\n');
  response.end();
}

function answerEmbeddings(response: http.ServerResponse, body: Record<string, unknown>): void {
  const inputs = (Array.isArray(body.input) ? body.input : [body.input]).map(String);
  const dimensions = typeof body.dimensions === 'number' ? body.dimensions : 1536;
  const data = inputs.map((text, index) => {
    const vector = embedDeterministically(text, dimensions);
    const embedding = body.encoding_format === 'base64' ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : vector;
    return { object: 'embedding', index, embedding };
  });
  const total = inputs.reduce((sum, text) => sum + Math.ceil(text.length / 4), 0);
  sendJson(response, 200, { object: 'list', model: body.model, data, usage: { prompt_tokens: total, total_tokens: total } });
}

function estimateUsage(body: ChatRequestBody, tokens: string[]): { inputTokens: number; outputTokens: number } {
  const characters = (body.messages ?? []).reduce((sum, message) => sum + String(message.content ?? '').length, 0);
  return { inputTokens: Math.ceil(characters / 4), outputTokens: Math.max(1, tokens.length) };
}

async function readJson(request: http.IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

function sendJson(response: http.ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
