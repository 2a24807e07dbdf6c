import { createServer, type IncomingMessage, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { WireAnswer } from '@/lib/api/wire-answer';
import { readRawBody } from '@/lib/api/raw-body';
import { discardBody, sendAnswer, toWebRequest } from './web-request';

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))));

type Call = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
type Got = { status: number; headers: IncomingMessage['headers']; text: string };

/** Serves one handler through the Node server and calls it. */
async function call(
  answer: (request: Request) => Promise<WireAnswer> | WireAnswer,
  { method = 'GET', path = '/', headers, body }: Call = {},
): Promise<Got> {
  const server = createServer((incoming, outgoing) => {
    toWebRequest(incoming, { name: 'x-address', value: '10.1.2.3' })
      .then(async (request) => sendAnswer(await answer(request), outgoing, method))
      .catch(() => outgoing.writeHead(400).end());
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const outgoing = send({ port, host: '127.0.0.1', method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

const ok = (body: WireAnswer['body'], headers: HeadersInit = {}): WireAnswer => ({ status: 200, headers: new Headers(headers), body });

describe('the Web request of a Node request', () => {
  it('has address, method and headers, and the caller cannot set the address of the socket', async () => {
    const headers = { authorization: 'Bearer x', 'x-address': '6.6.6.6', host: 'agents.example:8080' };
    const { text } = await call(
      (request) =>
        ok(JSON.stringify([request.url, request.method, request.headers.get('authorization'), request.headers.get('x-address')])),
      { path: '/api/a?b=c', headers },
    );
    expect(JSON.parse(text)).toEqual(['http://agents.example:8080/api/a?b=c', 'GET', 'Bearer x', '10.1.2.3']);
  });

  it('is a Request in every other way, and its body is read once', async () => {
    const { text } = await call(
      async (request) => {
        const copy = request.clone();
        const body = await request.text();
        const again = await request.text().catch(() => 'spent');
        return ok(JSON.stringify([request instanceof Request, body, again, await copy.json(), request.bodyUsed, request.signal.aborted]));
      },
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' },
    );
    expect(JSON.parse(text)).toEqual([true, '{"a":1}', 'spent', { a: 1 }, true, false]);
  });

  it('reads the body as a stream', async () => {
    const { text } = await call(
      async (request) => {
        let size = 0;
        for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) size += chunk.byteLength;
        return ok(String(size));
      },
      { method: 'PUT', body: 'x'.repeat(70_000) },
    );
    expect(text).toBe('70000');
  });

  it('takes IPv6 hosts, and refuses a host that is no host', async () => {
    const seen = (host: string) => call((request) => ok(new URL(request.url).host), { headers: { host } });
    expect((await seen('[::1]:3000')).text).toBe('[::1]:3000');
    for (const host of ['a b', '[::1', 'a:99999', '1.2.3.4.5', '999.1.1.1', '[1.2.3.4]', 'xn--a']) {
      expect((await call(() => ok('served'), { headers: { host } })).status).toBe(400);
    }
  });
});

describe('a large body that is read late', () => {
  /** Sends two megabytes to a handler, and tells how many bytes the handler was given. */
  async function sendLarge(limitBytes: number | undefined): Promise<{ status: number; text: string }> {
    const server = createServer((incoming, outgoing) => {
      void (async () => {
        const request = await toWebRequest(incoming, { name: 'x-address', value: '10.1.2.3' }, { late: true });
        const given = limitBytes === undefined ? 'refused' : await readRawBody(request, limitBytes).then(({ length }) => length, String);
        await discardBody(incoming);
        await sendAnswer(ok(String(given)), outgoing, 'POST');
      })();
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const body = new Uint8Array(2_000_000);
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method: 'POST', body });
    return { status: response.status, text: await response.text() };
  }

  it('comes whole when it is asked for, and no larger than allowed', async () => {
    expect(await sendLarge(2_000_000)).toEqual({ status: 200, text: '2000000' });
    expect((await sendLarge(1_999_999)).text).toContain('at most 1999999 bytes');
  });

  it('is discarded before the answer when the handler does not want it', async () => {
    expect(await sendLarge(undefined)).toEqual({ status: 200, text: 'refused' });
  });
});

describe('sending an answer', () => {
  it('names the length of texts in bytes and keeps several cookies apart', async () => {
    const headers = new Headers({ 'content-type': 'text/plain' });
    headers.append('set-cookie', 'a=1');
    headers.append('set-cookie', 'b=2');
    const got = await call(() => ({ status: 201, headers, body: 'café' }));
    expect([got.status, got.text, got.headers['content-length'], got.headers['set-cookie']]).toEqual([201, 'café', '5', ['a=1', 'b=2']]);
  });

  it('sends no body for HEAD, and none where there is none', async () => {
    expect((await call(() => ok('text'), { method: 'HEAD' })).text).toBe('');
    expect((await call(() => ({ status: 204, headers: new Headers(), body: null }))).status).toBe(204);
  });

  it('passes events on as they come and buffers every other stream', async () => {
    const stream = () => new Response('data: 1\n\n').body;
    const events = await call(() => ok(stream(), { 'content-type': 'text/event-stream' }));
    expect([events.headers['content-length'], events.text]).toEqual([undefined, 'data: 1\n\n']);
    expect((await call(() => ok(stream()))).headers['content-length']).toBe('9');
  });

  const events = (body: ReadableStream<Uint8Array>) => ok(body, { 'content-type': 'text/event-stream' });

  it('waits for a slow reader any number of times and leaves nothing behind', async () => {
    const kilobytes64 = new Uint8Array(65_536);
    let left = 100;
    const body = new ReadableStream<Uint8Array>({ pull: (to) => (left-- > 0 ? to.enqueue(kilobytes64) : to.close()) });
    const most = { drain: 0, close: 0 };
    const server = createServer((_, outgoing) => {
      const write = outgoing.write.bind(outgoing);
      outgoing.write = ((chunk: Uint8Array) => {
        most.drain = Math.max(most.drain, outgoing.listenerCount('drain'));
        most.close = Math.max(most.close, outgoing.listenerCount('close'));
        return write(chunk);
      }) as typeof outgoing.write;
      void sendAnswer(events(body), outgoing, 'GET');
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { body: read } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    let size = 0;
    for await (const chunk of read as unknown as AsyncIterable<Uint8Array>) size += chunk.byteLength;
    expect(size).toBe(100 * 65_536);
    expect(most.drain).toBeLessThanOrEqual(1);
    expect(most.close).toBeLessThanOrEqual(3);
  });

  it('ends the stream of a client that left before the first event', async () => {
    let cancelled = false;
    const sent = new Promise<void>((resolve, reject) => {
      const server = createServer((incoming, outgoing) => {
        const body = new ReadableStream<Uint8Array>({
          pull: () => new Promise(() => {}),
          cancel: () => {
            cancelled = true;
          },
        });
        outgoing.once('close', () => void sendAnswer(events(body), outgoing, 'GET').then(resolve, reject));
        incoming.socket.destroy();
      });
      servers.push(server);
      server.listen(0, '127.0.0.1', () => void fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).catch(() => {}));
    });
    await sent;
    expect(cancelled).toBe(true);
  });
});
