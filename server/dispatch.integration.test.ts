import { createServer, type IncomingMessage, request as httpRequest, type Server } from 'node:http';
import { Agent } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetEnvironment } from '@/lib/platform/env';
import { forgetLeases } from '@/lib/platform/rate-limit';
import { callApi, createAgent, createKey, signIn, type SignedIn } from '@/tests/api';
import { dispatchApi } from './dispatch';

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

let server: Server;
let port: number;
let owner: SignedIn;
let agentId: number;
let bearer: Record<string, string>;

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    void dispatchApi(incoming, outgoing).then((served) => served || outgoing.writeHead(299).end('left to the pages'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  process.env.PORT = String(port);
  forgetEnvironment();
  owner = await signIn();
  agentId = await createAgent(owner.headers, { name: 'Ada' });
  bearer = (await createKey(owner)).headers;
});

afterAll(() => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))));

type Call = { method: string; path: string; body?: string; headers?: Record<string, string>; agent?: Agent };

function overHttp({ method, path, body, headers, agent }: Call): Promise<Answer & { reused: boolean }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: '127.0.0.1', port, method, path, headers: { host: `localhost:${port}`, ...headers }, agent });
    outgoing.once('error', reject);
    outgoing.once('response', (incoming: IncomingMessage) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
      incoming.once('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text, reused: outgoing.reusedSocket }),
      );
      incoming.once('error', reject);
    });
    outgoing.end(body);
  });
}

const OF_THE_SOCKET = new Set(['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding']);
const CHANGING = /"(updatedAt|uptimeSeconds|latencyMs|durationMs|requestId|at|time|checkedAt)":[^,}]+/g;

function comparable(answer: Answer): unknown {
  const headers = Object.entries(answer.headers).filter(
    ([name]) => !OF_THE_SOCKET.has(name) && name !== 'x-request-id' && name !== 'set-cookie',
  );
  return { status: answer.status, headers: Object.fromEntries(headers), body: answer.body.replace(CHANGING, '"$1":0') };
}

async function direct({ method, path, body, headers }: Call): Promise<Answer> {
  const response = await callApi(method, path, { rawBody: body, headers });
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

const json = { 'content-type': 'application/json' };
const agents = '/api/selfclaw/v1/hosted-agents';

const calls: [string, () => Call][] = [
  ['a list', () => ({ method: 'GET', path: agents, headers: bearer })],
  ['one agent, by cookie', () => ({ method: 'GET', path: `${agents}/${agentId}`, headers: { cookie: owner.headers.cookie } })],
  ['a query', () => ({ method: 'GET', path: `${agents}/${agentId}/memories?limit=5&q=a%20b`, headers: bearer })],
  ['a bad query', () => ({ method: 'GET', path: `${agents}/${agentId}/memories?limit=1.5`, headers: bearer })],
  ['an unknown agent', () => ({ method: 'GET', path: `${agents}/42`, headers: bearer })],
  ['an id that is none', () => ({ method: 'GET', path: `${agents}/1.5`, headers: bearer })],
  ['an encoded path', () => ({ method: 'GET', path: `${agents}/%31%30`, headers: bearer })],
  ['a path that cannot be decoded', () => ({ method: 'GET', path: `${agents}/%E0%A4%A`, headers: bearer })],
  ['a path of nobody', () => ({ method: 'GET', path: '/api/selfclaw/v1/nothing' })],
  ['nobody', () => ({ method: 'GET', path: agents })],
  ['a wrong key', () => ({ method: 'GET', path: agents, headers: { authorization: 'Bearer mck_wrong' } })],
  [
    'a write',
    () => ({
      method: 'PUT',
      path: `${agents}/${agentId}/settings`,
      body: '{"description":"Über alles: 日本"}',
      headers: { ...bearer, ...json },
    }),
  ],
  ['a bad write', () => ({ method: 'POST', path: agents, body: '{"name":"A","name":"B"}', headers: { ...bearer, ...json } })],
  ['a write without a type', () => ({ method: 'POST', path: agents, body: '{"name":"Ada"}', headers: bearer })],
  ['a write without a body', () => ({ method: 'POST', path: agents, headers: { ...bearer, ...json } })],
  [
    'ten megabytes',
    () => ({ method: 'POST', path: agents, body: JSON.stringify({ name: 'x'.repeat(10_000_000) }), headers: { ...bearer, ...json } }),
  ],
  ['another origin', () => ({ method: 'GET', path: agents, headers: { ...bearer, origin: 'https://evil.example' } })],
  [
    "another site's write",
    () => ({
      method: 'POST',
      path: agents,
      body: '{"name":"Ada"}',
      headers: { ...json, cookie: owner.headers.cookie, origin: 'https://evil.example' },
    }),
  ],
  [
    'a preflight',
    () => ({ method: 'OPTIONS', path: agents, headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } }),
  ],
  ['health', () => ({ method: 'GET', path: '/api/selfclaw/v1/miniapp/health' })],
  ['the OpenAPI document', () => ({ method: 'GET', path: '/api/openapi.json' })],
];

describe('the web entry answers as the handlers themselves do', () => {
  it.each(calls)('%s', async (_, makeCall) => {
    const call = makeCall();
    const [served, handled] = [await overHttp(call), await direct(call)];
    expect(comparable(served)).toEqual(comparable(handled));
    if (served.status !== 204) expect(served.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('a creation', async () => {
    const call: Call = { method: 'POST', path: agents, body: '{"name":"Bob"}', headers: { ...bearer, ...json } };
    const [served, handled] = [await overHttp(call), await direct(call)];
    expect(served.status).toBe(handled.status);
    const shape = (answer: Answer) => Object.keys((JSON.parse(answer.body) as { agent: object }).agent).sort();
    expect(shape(served)).toEqual(shape(handled));
  });

  it('405 with the methods that are served', async () => {
    const served = await overHttp({ method: 'PATCH', path: agents, headers: bearer });
    expect(served.status).toBe(405);
    expect(served.headers.allow).toBe('GET, POST, OPTIONS');
    expect(JSON.parse(served.body)).toMatchObject({ code: 'METHOD_NOT_ALLOWED', error: expect.any(String) });
    expect((await overHttp({ method: 'PROPFIND', path: agents, headers: bearer })).status).toBe(405);
  });

  it('HEAD as GET without its body', async () => {
    const served = await overHttp({ method: 'HEAD', path: agents, headers: bearer });
    expect([served.status, served.body, served.headers['content-type']]).toEqual([200, '', 'application/json; charset=utf-8']);
    expect((await overHttp({ method: 'HEAD', path: agents })).status).toBe(401);
  });
});

describe('the web entry', () => {
  it('keeps a connection for the next request, also after a refused body', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const list: Call = { method: 'GET', path: agents, headers: bearer, agent };
    expect((await overHttp(list)).reused).toBe(false);
    const tooLong = JSON.stringify({ name: 'x'.repeat(1_000_000) });
    expect(await overHttp({ method: 'POST', path: agents, body: tooLong, headers: { ...bearer, ...json }, agent })).toMatchObject({
      status: 413,
      reused: true,
    });
    expect(await overHttp(list)).toMatchObject({ status: 200, reused: true });
    agent.destroy();
  });

  it('refuses a body beyond the limit whose length was not announced', async () => {
    const chunked = { ...bearer, ...json, 'transfer-encoding': 'chunked' };
    expect((await overHttp({ method: 'POST', path: agents, body: `"${'x'.repeat(2_000_000)}"`, headers: chunked })).status).toBe(413);
  });

  it('cuts a body that does not end, and goes on serving others', async () => {
    const socket = net.connect(port, '127.0.0.1');
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => {});
    socket.write(
      `POST ${agents} HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    let sent = 0;
    const send = () => {
      while (!socket.destroyed && sent < 100_000_000) {
        sent += 65_536;
        if (!socket.write(chunk)) return void socket.once('drain', send);
      }
    };
    send();
    await closed;
    expect(sent).toBeLessThan(40_000_000);
    expect((await overHttp({ method: 'GET', path: agents, headers: bearer })).status).toBe(200);
  });

  it('does not believe an address that the caller claims for itself', async () => {
    const nonce = (address: string) =>
      overHttp({ method: 'POST', path: '/api/auth/self/wallet/connect-nonce', headers: { 'x-selfclaw-address': address } });
    process.env.RATE_LIMIT_FACTOR = '1';
    forgetEnvironment();
    forgetLeases();
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => nonce(`203.0.113.${index}`)));
    process.env.RATE_LIMIT_FACTOR = '1000';
    forgetEnvironment();
    expect(answers.filter((answer) => answer.status === 429).length).toBeGreaterThanOrEqual(20);
  });

  it('answers a request with a host that is no address, and leaves paths of next-auth to the pages', async () => {
    expect((await overHttp({ method: 'GET', path: agents, headers: { host: 'a b' } })).status).toBe(400);
    expect((await overHttp({ method: 'GET', path: '/api/auth/session' })).status).toBe(299);
  });
});
