import { createHash } from 'node:crypto';
import type pg from 'pg';

export type Agent = { agentId: string; ownerId: string; keyId: string; name: string; description: string; soul: string | null };

export type Accepted = { sequence: number };

export type Ending = {
  replyId: string;
  content: string;
  inputTokens: number;
  outputTokens: number;
  latencyMs: number;
  firstTokenMs: number;
  callId: string;
};

/** What a turn holds of the day's tokens until its real usage is known. */
export const RESERVED_TOKENS = 4_000;

/** Whose key it is. */
export async function findKey(pool: pg.Pool, secret: string): Promise<{ keyId: string; ownerId: string } | undefined> {
  const { rows } = await pool.query<{ keyId: string; ownerId: string }>({
    name: 'key',
    text: `select k.id as "keyId", k.owner_id as "ownerId" from api_keys k
           where k.secret_hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now()) and 'chat' = any(k.scopes)`,
    values: [createHash('sha256').update(secret).digest()],
  });
  return rows[0];
}

/** The agent with its soul, if it is the owner's. */
export async function findAgent(pool: pg.Pool, ownerId: string, agentId: string): Promise<Agent | undefined> {
  const { rows } = await pool.query<Agent>({
    name: 'agent',
    text: `select a.id as "agentId", a.owner_id as "ownerId", a.name, a.description, s.content as soul
           from agents a left join souls s on s.agent_id = a.id where a.id = $1 and a.owner_id = $2`,
    values: [agentId, ownerId],
  });
  return rows[0];
}

/** Reserves the day's tokens and writes message and open reply, all or nothing; undefined when there is no such conversation or no quota. */
export async function acceptTurn(
  pool: pg.Pool,
  agent: Agent,
  turn: { conversationId: number; messageId: string; replyId: string; text: string; dailyLimit: number; leaseOwner: string },
): Promise<Accepted | undefined> {
  const { rows } = await pool.query<Accepted>({
    name: 'accept',
    text: `with held as (
             select id from conversations where id = $3 and agent_id = $1 for update
           ), quota as (
             insert into token_quotas as q (agent_id, owner_id, day, reserved)
             select $1, $2, (now() at time zone 'utc')::date, ${RESERVED_TOKENS} from held
             on conflict (agent_id, day) do update set reserved = q.reserved + excluded.reserved
               where q.used + q.reserved + excluded.reserved <= $7
             returning 1
           ), raised as (
             update conversations set last_sequence = last_sequence + 2, message_count = message_count + 2, last_message_at = now()
             from quota where id = $3 returning last_sequence
           ), asked as (
             insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, content, search, completed_at)
             select $4, $2, $1, $3, last_sequence - 1, 'user', 'completed', $6, to_tsvector('simple', $6), now() from raised
           ), answering as (
             insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, reply_to_id, reserved_tokens, quota_day,
                                   lease_owner, lease_expires_at)
             select $5, $2, $1, $3, last_sequence, 'assistant', 'processing', $4, ${RESERVED_TOKENS}, (now() at time zone 'utc')::date,
                    $8, now() + interval '30 seconds'
             from raised returning sequence
           ), grown as (
             update agent_growth set user_messages = user_messages + 1, user_characters = user_characters + length($6), last_active_at = now()
             from raised where agent_id = $1
           )
           select sequence from answering`,
    values: [agent.agentId, agent.ownerId, turn.conversationId, turn.messageId, turn.replyId, turn.text, turn.dailyLimit, turn.leaseOwner],
  });
  return rows[0];
}

export type HistoryMessage = { role: 'user' | 'assistant'; content: string };

/** The last 40 messages up to the one to answer, oldest first. */
export async function readHistory(pool: pg.Pool, conversationId: number, untilSequence: number): Promise<HistoryMessage[]> {
  const { rows } = await pool.query<HistoryMessage>({
    name: 'history',
    text: `select role, content from messages
           where conversation_id = $1 and sequence <= $2 and superseded_at is null and status in ('completed', 'stopped')
           order by sequence desc limit 40`,
    values: [conversationId, untilSequence],
  });
  return rows.reverse();
}

/** The twelve active memories that are nearest to a question, by vector and by words. Exact, over all of the agent's. */
export async function findMemories(
  pool: pg.Pool,
  agentId: string,
  embedding: readonly number[],
  question: string,
): Promise<{ id: string; content: string }[]> {
  const { rows } = await pool.query<{ id: string; content: string }>({
    name: 'memories',
    text: `select id, content from memories where agent_id = $1 and status = 'active' 
           order by (embedding <#> $2::vector) - 0.5 * ts_rank(search, to_tsquery('simple', $3)) limit 12`,
    values: [agentId, `[${embedding.join(',')}]`, (question.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).join(' | ')],
  });
  return rows;
}

export type PastMessage = { role: 'user' | 'assistant'; content: string; saidAt: Date };

/**
 * The eight past messages that are nearest to a question, by vector and by the stems of its words, of all conversations of the agent but
 * for the newest twelve messages of this one, which the prompt holds anyway. Exact, like {@link findMemories}.
 */
export async function findPastMessages(
  pool: pg.Pool,
  agentId: string,
  embedding: readonly number[],
  question: string,
  seen: { conversationId: number; fromSequence: number },
): Promise<PastMessage[]> {
  const { rows } = await pool.query<PastMessage>({
    name: 'past-messages',
    text: `with asked as (
             select string_agg(quote_literal($3 || (ts_lexize('english_stem', word))[1]), ' | ')::tsquery as query from unnest($4::text[]) as word
           )
           select m.role, m.content, p.said_at as "saidAt" from message_passages p join messages m on m.id = p.message_id, asked
           where p.agent_id = $1 and m.superseded_at is null and not (p.conversation_id = $5 and m.sequence >= $6)
           order by (p.embedding <#> $2::vector) - 0.5 * coalesce(ts_rank(p.words, asked.query), 0) limit 8`,
    values: [
      agentId,
      `[${embedding.join(',')}]`,
      `${BigInt(agentId).toString(16)}:`,
      question.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [],
      seen.conversationId,
      seen.fromSequence,
    ],
  });
  return rows;
}

/** Ends a reply: text, usage, quota, totals and the job that would learn from it, in one transaction. */
export async function finishTurn(pool: pg.Pool, ending: Ending): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'finish',
      text: `with ended as (
               update messages set status = 'completed', content = $2, search = to_tsvector('simple', $2), model = 'test-model', provider = 'openai',
                 finish_reason = 'stop', input_tokens = $3::int, output_tokens = $4::int, latency_ms = $5::int, first_token_ms = $6::int,
                 reserved_tokens = 0, lease_owner = null, lease_expires_at = null, completed_at = now()
               where id = $1 and status = 'processing'
               returning id, agent_id, owner_id, quota_day
             ), settled as (
               update token_quotas q set used = q.used + $3::int + $4::int, reserved = q.reserved - ${RESERVED_TOKENS}
               from ended where q.agent_id = ended.agent_id and q.day = ended.quota_day
             ), grown as (
               update agent_growth g set total_tokens = g.total_tokens + $3::int + $4::int from ended where g.agent_id = ended.agent_id
             )
             insert into model_calls (id, owner_id, agent_id, message_id, call_type, model, provider, input_tokens, output_tokens, cost_micro_usd,
                                      latency_ms, first_token_ms, finish_reason)
             select $7, owner_id, agent_id, id, 'chat', 'test-model', 'openai', $3::int, $4::int, 0, $5::int, $6::int, 'stop' from ended`,
      values: [
        ending.replyId,
        ending.content,
        ending.inputTokens,
        ending.outputTokens,
        ending.latencyMs,
        ending.firstTokenMs,
        ending.callId,
      ],
    });
    await client.query({
      name: 'job',
      text: `insert into pgboss.job (id, name, data, retry_limit, retry_delay, retry_backoff, expire_seconds, dead_letter)
             select gen_random_uuid(), name, $1::jsonb, retry_limit, retry_delay, retry_backoff, expire_seconds, dead_letter
             from pgboss.queue where name = 'memories-extract'`,
      values: [JSON.stringify({ replyId: ending.replyId })],
    });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
