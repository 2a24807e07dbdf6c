// Conversations with an agent in the test's database, answered by a scripted model server.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach } from 'vitest';
import { POST as SEND } from '@/app/api/selfclaw/v1/hosted-agents/[id]/chat/route';
import { GET as RESULT } from '@/app/api/selfclaw/v1/hosted-agents/[id]/chat/[messageId]/result/route';
import { GET as STREAM } from '@/app/api/selfclaw/v1/hosted-agents/[id]/chat/[messageId]/stream/route';
import { createProviders } from '@/lib/llm/providers';
import { closeDatabase, pool } from '@/lib/platform/database';
import { closeJobs } from '@/lib/platform/jobs';
import type { ModelServer } from '@/tests/model-server';
import { openModelServer } from '@/tests/scripted-models';
import { callAs, createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';

/**
 * Lets a scripted model server answer every agent of the test file that calls this, hands out a new agent before each test, and closes
 * everything after the last one.
 */
export async function openChat(onAgent: (agent: TestAgent) => void): Promise<ModelServer> {
  afterAll(async () => {
    await closeJobs();
    await closeDatabase();
  });
  const server = await openModelServer();
  replaceModels({
    embedder: createWordEmbedder(),
    providers: createProviders({ xai: { apiKey: 'test-key', baseUrl: server.baseUrl }, probeLoopback: false }),
  });
  beforeEach(async () => onAgent(await createOwnedAgent()));
  return server;
}

export type Sent = {
  status: number;
  messageId: string;
  conversationId: number;
  userMessageId: string;
  headers: Headers;
  error?: string;
  code?: string;
};

/** Posts a message in poll mode. */
export async function send(agent: TestAgent, message: string, conversationId?: number): Promise<Sent> {
  const { status, body, headers } = await callAs(agent, SEND, { body: { message, ...(conversationId ? { conversationId } : {}) } });
  return { ...body, status, headers };
}

export type Result = {
  status: string;
  content: string;
  error?: string;
  code?: string;
  stopped?: boolean;
  suggestedChips: string[];
  httpStatus: number;
  headers: Headers;
};

/** One look at a reply's result. */
export async function readResult(agent: TestAgent, messageId: string): Promise<Result> {
  const { status, body, headers } = await callAs(agent, RESULT, { params: { messageId } });
  return { ...body, httpStatus: status, headers };
}

/** Polls a reply until it has ended. */
export async function waitForResult(agent: TestAgent, messageId: string, timeoutMs = 30_000): Promise<Result> {
  const untilMs = Date.now() + timeoutMs;
  for (;;) {
    const result = await readResult(agent, messageId);
    if (result.status !== 'processing') return result;
    if (Date.now() > untilMs) throw new Error(`the reply ${messageId} is still open after ${timeoutMs} ms`);
    await sleep(20);
  }
}

/** Posts a message and waits for its reply. */
export async function converse(agent: TestAgent, message: string, conversationId?: number): Promise<Sent & { result: Result }> {
  const sent = await send(agent, message, conversationId);
  return { ...sent, result: await waitForResult(agent, sent.messageId) };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test looks at the fields it is about
export type StreamEvent = { id?: number; data: any };

/** Reads the events of a response until `enough` says so, or the end. Going away early cancels the stream as a browser does. */
export async function readEvents(
  response: Response,
  enough: (events: StreamEvent[]) => boolean | void = () => false,
): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return events;
    buffer += value;
    const blocks = buffer.split('\n\n');
    buffer = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = block.match(/^id: (\d+)$/m)?.[1];
      events.push({
        data: JSON.parse(block.match(/^data: (.*)$/m)?.[1] ?? 'null'),
        ...(id ? { id: Number(id) } : {}),
      });
      if (!enough(events)) continue;
      await reader.cancel();
      return events;
    }
  }
}

export const textOf = (events: StreamEvent[]) => events.map(({ data }) => data.content ?? '').join('');

const routeOf = (agent: TestAgent, messageId?: string) => ({
  params: Promise.resolve({ id: String(agent.id), ...(messageId ? { messageId } : {}) }),
});

/** Posts a message and asks for the reply as events. */
export function sendForEvents(agent: TestAgent, message: string, conversationId?: number): Promise<Response> {
  const request = new Request('http://127.0.0.1:3000/test', {
    method: 'POST',
    headers: { cookie: agent.cookie, 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ message, ...(conversationId ? { conversationId } : {}) }),
  });
  return SEND(request, routeOf(agent));
}

/** Opens the events of a reply, by another instance of the route file if one is given. */
export function followEvents(agent: TestAgent, messageId: string, lastEventId?: number, stream: typeof STREAM = STREAM): Promise<Response> {
  const headers: Record<string, string> = {
    cookie: agent.cookie,
    ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
  };
  return stream(new Request('http://127.0.0.1:3000/test', { headers }), routeOf(agent, messageId));
}

export type MessageRow = {
  id: string;
  sequence: number;
  role: string;
  status: string;
  content: string;
  reply_to_id: string | null;
  superseded_at: Date | null;
  error_code: string | null;
  input_tokens: number;
  output_tokens: number;
  reserved_tokens: number;
  memories_used: { id: string; content: string }[];
};

/** The rows of a conversation in order, with those that were replaced. */
export async function readRows(conversationId: number): Promise<MessageRow[]> {
  const { rows } = await pool().query<MessageRow>(`select * from messages where conversation_id = $1 order by sequence`, [conversationId]);
  return rows;
}

/** An agent's tokens of today. */
export async function readQuota(agent: TestAgent): Promise<{ used: number; reserved: number }> {
  const { rows } = await pool().query<{ used: number; reserved: number }>(`select used, reserved from token_quotas where agent_id = $1`, [
    agent.id,
  ]);
  return rows[0] ?? { used: 0, reserved: 0 };
}
