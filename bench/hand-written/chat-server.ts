// What somebody would write by hand for the same turn on the same tables: node:http, pg, nothing else.
// It is the measure of the bench, so it is written with care: kept-alive connections, named statements, few round trips.
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import {
  acceptTurn,
  type Agent,
  findAgent,
  findKey,
  findMemories,
  findPastMessages,
  finishTurn,
  type PastMessage,
  readHistory,
} from './chat-queries';
import { embed, type ModelMessage, streamAnswer } from './model-client';

const { DATABASE_URL, MODEL_URL = '', DATABASE_POOL_SIZE = '10' } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(DATABASE_POOL_SIZE) });
const leaseOwner = randomUUID();
const DAILY_LIMIT = 2_000_000_000;
const BODY_LIMIT_BYTES = 64 * 1_024;
const PATH = /^\/api\/selfclaw\/v1\/hosted-agents\/(\d{1,16})\/chat$/;

class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

type Question = { message: string; conversationId: number };

async function readQuestion(request: http.IncomingMessage): Promise<Question> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT_BYTES) throw new Refused(413, 'Too large');
    chunks.push(chunk);
  }
  const { message, conversationId } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
  if (typeof message !== 'string' || message.length === 0 || message.length > 2_000) throw new Refused(400, 'message is required');
  if (!Number.isSafeInteger(conversationId)) throw new Refused(400, 'conversationId is required');
  return { message, conversationId: conversationId as number };
}

type Found = { memories: readonly { content: string }[]; past: readonly PastMessage[] };

async function find(agentId: string, conversationId: number, sequence: number, question: string): Promise<Found> {
  const embedding = await embed(MODEL_URL, question);
  const [memories, past] = await Promise.all([
    findMemories(pool, agentId, embedding, question),
    findPastMessages(pool, agentId, embedding, question, { conversationId, fromSequence: sequence - 12 }),
  ]);
  return { memories, past };
}

function composePrompt(agent: Agent, { memories, past }: Found, history: readonly ModelMessage[]): ModelMessage[] {
  const system = [
    `You are ${agent.name}. ${agent.description}`,
    agent.soul ?? '',
    `What you remember:\n${memories.map(({ content }) => `- ${content}`).join('\n')}`,
    `What was said before:\n${past.map(({ role, content, saidAt }) => `- ${role}, ${saidAt.toISOString().slice(0, 10)}: ${content}`).join('\n')}`,
    `It is ${new Date().toISOString().slice(0, 16)} UTC.`,
  ].join('\n\n');
  return [{ role: 'system', content: system }, ...history];
}

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const startedAtMs = performance.now();
  const agentId = request.method === 'POST' ? PATH.exec(request.url ?? '')?.[1] : undefined;
  if (!agentId) throw new Refused(404, 'Not found');
  const secret = /^Bearer (mck_\w{43})$/.exec(request.headers.authorization ?? '')?.[1];
  const key = secret === undefined ? undefined : await findKey(pool, secret);
  if (!key) throw new Refused(401, 'Not authenticated');
  const [agent, { message, conversationId }] = await Promise.all([findAgent(pool, key.ownerId, agentId), readQuestion(request)]);
  if (!agent) throw new Refused(404, 'Agent not found');

  const [messageId, replyId] = [randomUUID(), randomUUID()];
  const accepted = await acceptTurn(pool, agent, {
    conversationId,
    messageId,
    replyId,
    text: message,
    dailyLimit: DAILY_LIMIT,
    leaseOwner,
  });
  if (!accepted) throw new Refused(409, 'No such conversation, or no tokens left');
  const send = (event: unknown) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  send({ keepalive: true, messageId: replyId, conversationId });

  const [history, found] = await Promise.all([
    readHistory(pool, conversationId, accepted.sequence),
    find(agentId, conversationId, accepted.sequence, message),
  ]);
  let content = '';
  let firstTokenMs = 0;
  const usage = await streamAnswer(MODEL_URL, composePrompt(agent, found, history), (delta) => {
    firstTokenMs ||= Math.round(performance.now() - startedAtMs);
    content += delta;
    send({ content: delta });
  });
  const latencyMs = Math.round(performance.now() - startedAtMs);
  await finishTurn(pool, { replyId, content, ...usage, latencyMs, firstTokenMs, callId: randomUUID() });
  send({ done: true, conversationId, messageId: replyId, suggestedChips: [] });
  response.end();
}

const server = http.createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    if (!(error instanceof Refused)) console.error(error);
    if (response.headersSent) return void response.destroy();
    const status = error instanceof Refused ? error.status : 500;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: (error as Error).message }));
  });
});
server.keepAliveTimeout = 65_000;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));
