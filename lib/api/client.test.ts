import { expect, test } from 'vitest';
import type * as conversations from '@/lib/conversations/contract';
import { ApiError } from './api-error';
import { addressOf, createClient, route } from './client';

const listMessages = route<typeof conversations.listMessages>('GET', '/v1/hosted-agents/:id/messages');

type Call = { url: string; init: RequestInit };

function clientThatGets(...answers: (Response | Error)[]) {
  const calls: Call[] = [];
  const fetch = (url: unknown, init: unknown) => {
    calls.push({ url: String(url), init: init as RequestInit });
    const answer = answers[calls.length - 1] ?? new Error('no more answers');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { calls, client: createClient({ baseUrl: 'http://test', fetch }) };
}

const refusal = (status: number, body: object) => Response.json(body, { status });
const events = (text: string) => new Response(text, { headers: { 'content-type': 'text/event-stream' } });

test('ids of any kind fill the path and the query, and what is not given is not sent', () => {
  const address = addressOf(listMessages, { params: { id: 9_007_199_254_740_991n }, query: { conversationId: 3, before: undefined } });
  expect(address).toBe('/api/selfclaw/v1/hosted-agents/9007199254740991/messages?conversationId=3');
  expect(() => addressOf(listMessages, { params: {} })).toThrow('needs the parameter id');
});

test('a refusal carries the code, the sentence and the time to wait', async () => {
  const { client } = clientThatGets(refusal(429, { error: 'Slow down.', code: 'RATE_LIMITED', retryAfterMs: 1_500 }));
  const error = await client.call(listMessages, { params: { id: 1 }, query: { conversationId: 2 } }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 429, code: 'RATE_LIMITED', message: 'Slow down.', retryAfterMs: 1_500 });
});

test('a read that is asked to come again comes again, and gives up after the third time', async () => {
  const busy = () => refusal(503, { error: 'Busy.', code: 'SERVICE_UNAVAILABLE', retryAfterMs: 1 });
  const { client, calls } = clientThatGets(busy(), Response.json({ messages: [], total: 0 }));
  const answer = await client.call(listMessages, { params: { id: 1 }, query: { conversationId: 2 } });
  expect(answer.total).toBe(0);
  expect(calls).toHaveLength(2);
  const stubborn = clientThatGets(busy(), busy(), busy(), busy());
  await expect(stubborn.client.call(listMessages, { params: { id: 1 }, query: { conversationId: 2 } })).rejects.toMatchObject({
    status: 503,
  });
  expect(stubborn.calls).toHaveLength(3);
});

test('a server that cannot be reached is told from one that refuses', async () => {
  const { client } = clientThatGets(new TypeError('fetch failed'));
  await expect(client.call(listMessages, { params: { id: 1 }, query: { conversationId: 2 } })).rejects.toMatchObject({
    status: 0,
    code: 'NETWORK',
  });
});

test('a stream that breaks goes on after the last event that was seen, and loses none', async () => {
  const { client, calls } = clientThatGets(
    events('id: 3\ndata: {"content":"one"}\n\n'),
    new TypeError('connection reset'),
    events('id: 6\ndata: {"content":"two"}\n\nid: 6\ndata: {"done":true}\n\ndata: {"content":"never read"}\n\n'),
  );
  const seen: unknown[] = [];
  await client.stream(listMessages, {
    params: { id: 1 },
    query: { conversationId: 2 },
    onEvent: (event: unknown) => void seen.push(event),
  });
  expect(seen).toEqual([{ content: 'one' }, { content: 'two' }, { done: true }]);
  expect(calls.map(({ init }) => (init.headers as Record<string, string>)['last-event-id'])).toEqual([undefined, '3', '3']);
});

test('a stream that the server refuses is not asked for again', async () => {
  const { client, calls } = clientThatGets(refusal(404, { error: 'Not found', code: 'NOT_FOUND' }));
  await expect(
    client.stream(listMessages, { params: { id: 1 }, query: { conversationId: 2 }, onEvent: () => undefined }),
  ).rejects.toMatchObject({ status: 404 });
  expect(calls).toHaveLength(1);
});

test('a reader that goes away ends the stream at once', async () => {
  const leaving = new AbortController();
  const { client } = clientThatGets(events('id: 1\ndata: {"content":"a"}\n\n'));
  const reading = client.stream(listMessages, {
    params: { id: 1 },
    query: { conversationId: 2 },
    signal: leaving.signal,
    onEvent: () => leaving.abort(new Error('left')),
  });
  await expect(reading).rejects.toThrow('left');
});
