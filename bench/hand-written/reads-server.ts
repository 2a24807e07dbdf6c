// The two reads of the bench as a bare Fastify server does them: the same rows by the same two steps, nothing else.
import { createHash } from 'node:crypto';
import fastify, { type FastifyRequest } from 'fastify';
import pg from 'pg';

const { DATABASE_URL, DATABASE_POOL_SIZE = '10' } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(DATABASE_POOL_SIZE) });
const app = fastify();

async function ownerOf(request: FastifyRequest): Promise<string | undefined> {
  const secret = /^Bearer (mck_\w{43})$/.exec(request.headers.authorization ?? '')?.[1];
  if (!secret) return undefined;
  const { rows } = await pool.query<{ ownerId: string }>({
    name: 'key',
    text: `select owner_id as "ownerId" from api_keys
           where secret_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now()) and 'read' = any(scopes)`,
    values: [createHash('sha256').update(secret).digest()],
  });
  return rows[0]?.ownerId;
}

app.get<{ Params: { id: string } }>('/api/selfclaw/v1/hosted-agents/:id/soul', async (request, reply) => {
  const ownerId = await ownerOf(request);
  if (!ownerId) return reply.code(401).send({ error: 'Not authenticated' });
  const { rows } = await pool.query<{ content: string; updatedAt: Date }>({
    name: 'soul',
    text: `select s.content, s.updated_at as "updatedAt" from souls s join agents a on a.id = s.agent_id where a.id = $1 and a.owner_id = $2`,
    values: [request.params.id, ownerId],
  });
  const [row] = rows;
  if (!row) return reply.code(404).send({ error: 'Agent not found' });
  return { soul: row.content, updatedAt: row.updatedAt.toISOString() };
});

type Reply = { status: string; content: string; conversationId: string; suggestedChips: string[]; used: number; reserved: number };

app.get<{ Params: { id: string; messageId: string } }>(
  '/api/selfclaw/v1/hosted-agents/:id/chat/:messageId/result',
  async (request, reply) => {
    const ownerId = await ownerOf(request);
    if (!ownerId) return reply.code(401).send({ error: 'Not authenticated' });
    const { rows } = await pool.query<Reply>({
      name: 'result',
      text: `select m.status, m.content, m.conversation_id as "conversationId", m.suggested_chips as "suggestedChips",
                  coalesce(q.used, 0) as used, coalesce(q.reserved, 0) as reserved
           from messages m join agents a on a.id = m.agent_id
           left join token_quotas q on q.agent_id = m.agent_id and q.day = (now() at time zone 'utc')::date
           where m.id = $1 and a.id = $2 and a.owner_id = $3`,
      values: [request.params.messageId, request.params.id, ownerId],
    });
    const [row] = rows;
    if (!row) return reply.code(404).send({ error: 'Message not found' });
    reply.header('x-quota-tokens-used', String(row.used));
    const conversationId = Number(row.conversationId);
    if (row.status !== 'completed') return reply.code(202).send({ status: 'processing', conversationId });
    const { content, suggestedChips } = row;
    return { status: 'completed', content, conversationId, suggestedChips, messageId: request.params.messageId, stopped: false };
  },
);

process.once('SIGTERM', () => process.exit(0));
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
