import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbedderError, cosineSimilarity } from '@/lib/llm/embedder/embedder';
import { createEmbedder } from '@/lib/llm/embedder/select';

type Received = { input: string[]; dimensions: number; model: string };
let server: Server;
let received: Received[];
let respond: (body: Received, response: ServerResponse) => void;

function answerWith(vectorOf: (text: string) => number[]) {
  return (body: Received, response: ServerResponse) => {
    const data = body.input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ object: 'list', model: body.model, data, usage: { prompt_tokens: 7, total_tokens: 7 } }));
  };
}

beforeEach(async () => {
  received = [];
  respond = answerWith((text) => Array.from({ length: 512 }, (_, index) => (index === text.length ? 3 : 0)));
  server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push(JSON.parse(body) as Received);
      respond(received.at(-1)!, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function create(options: { timeoutMs?: number; maxRetries?: number; onUsage?: (tokens: number) => void } = {}) {
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return createEmbedder({ kind: 'api', baseUrl, apiKey: 'sk-test-key', model: 'text-embedding-3-small', ...options });
}

describe('the API embedder', () => {
  it('asks for 512 components in one request and puts unit vectors in the order of the texts', async () => {
    let tokens = 0;
    const vectors = await create({ onUsage: (used) => (tokens += used) }).embed(['ab', '  ', 'abcd', 'ab']);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ input: ['ab', 'abcd', 'ab'], dimensions: 512, model: 'text-embedding-3-small' });
    expect(vectors[1]).toBeNull();
    expect(vectors[0]![2]).toBe(1);
    expect(cosineSimilarity(vectors[0]!, vectors[3]!)).toBe(1);
    expect(cosineSimilarity(vectors[0]!, vectors[2]!)).toBe(0);
    expect(tokens).toBe(7);
  });

  it('embeds other scripts, which the embedded encoder cannot', async () => {
    expect((await create().embed(['私は猫が好きです']))[0]).toHaveLength(512);
  });

  it('tries again after a 503', async () => {
    const answer = respond;
    respond = (body, response) => {
      if (received.length > 1) return answer(body, response);
      response.statusCode = 503;
      response.setHeader('retry-after-ms', '1');
      response.end('{}');
    };
    expect((await create().embed(['ab']))[0]).toHaveLength(512);
    expect(received).toHaveLength(2);
  });

  it('refuses a model whose vectors do not fit, and says which', async () => {
    respond = answerWith(() => [1, 2, 3]);
    await expect(create().embed(['ab'])).rejects.toThrow('text-embedding-3-small gives 3 components');
  });

  it('names the status and neither the text nor the key when the service refuses', async () => {
    respond = (_, response) => {
      response.statusCode = 401;
      response.end(JSON.stringify({ error: { message: 'bad key sk-test-key' } }));
    };
    const failure = await create()
      .embed(['my private words'])
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EmbedderError);
    expect((failure as Error).message).toBe('The embedding service failed: it answered with status 401.');
  });

  it('gives up after its time, and at once when aborted', async () => {
    respond = () => undefined;
    await expect(create({ timeoutMs: 80 }).embed(['ab'])).rejects.toThrow('no answer within 80 ms');
    const controller = new AbortController();
    const call = create().embed(['ab'], { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('stopped')), 20);
    await expect(call).rejects.toThrow('stopped');
  });

  it('says that nobody listens', async () => {
    const embedder = create({ maxRetries: 0 });
    await new Promise((resolve) => server.close(resolve));
    await expect(embedder.embed(['ab'])).rejects.toThrow('ECONNREFUSED');
  });
});
