import type { OwnedAgent } from '@/lib/auth/principal';
import { pool } from '@/lib/platform/database';
import type { FeedToolCall } from './live-replies';

export type ReplyStatus = 'queued' | 'processing' | 'completed' | 'stopped' | 'error';

/** What readers see of a reply. */
export type ReplyRow = {
  id: string;
  conversationId: bigint;
  status: ReplyStatus;
  content: string;
  toolCalls: FeedToolCall[] | null;
  suggestedChips: string[] | null;
  error: string | null;
  errorCode: string | null;
};

export type ReplyWithQuota = ReplyRow & { used: number; reserved: number };

const REPLY_COLUMNS = `m.id, m.conversation_id as "conversationId", m.status, m.content, m.tool_calls as "toolCalls",
  m.suggested_chips as "suggestedChips", m.error, m.error_code as "errorCode"`;

/** A reply of the agent, beside the day's quota (`day` as `YYYY-MM-DD`). */
export async function readReply(agent: OwnedAgent, replyId: string, day: string): Promise<ReplyWithQuota | undefined> {
  const { rows } = await pool().query<ReplyWithQuota>({
    name: 'chat-reply-read',
    text: `select ${REPLY_COLUMNS}, coalesce(q.used, 0) as used, coalesce(q.reserved, 0) as reserved
           from messages m left join token_quotas q on q.agent_id = m.agent_id and q.day = $3::date
           where m.id = $1::uuid and m.agent_id = $2::int8 and m.role = 'assistant'`,
    values: [replyId, agent.id, day],
  });
  return rows[0];
}

/** Replies that readers of this process follow. Internal: the readers were authorised when they opened their streams. */
export async function readFollowedReplies(replyIds: readonly string[]): Promise<ReplyRow[]> {
  const { rows } = await pool().query<ReplyRow>({
    name: 'chat-replies-follow',
    text: `select ${REPLY_COLUMNS} from messages m where m.id = any($1::uuid[])`,
    values: [replyIds],
  });
  return rows;
}

/**
 * Starts a queued reply if no earlier one of its conversation is open.
 *
 * @returns `wait` while one is, `gone` when the reply is no longer this process's to start.
 */
export async function claimReply(replyId: string, leaseOwner: string, leaseSeconds: number): Promise<'started' | 'wait' | 'gone'> {
  const { rows } = await pool().query<{ claimed: boolean; queued: boolean }>({
    name: 'chat-reply-claim',
    text: `with claimed as (
             update messages m set status = 'processing', lease_expires_at = now() + make_interval(secs => $3::int)
             where m.id = $1::uuid and m.status = 'queued' and m.lease_owner = $2::text
               and not exists (select 1 from messages e where e.conversation_id = m.conversation_id and e.sequence < m.sequence
                               and e.status in ('queued', 'processing'))
             returning 1
           )
           select exists (select 1 from claimed) as claimed,
                  exists (select 1 from messages where id = $1::uuid and status = 'queued' and lease_owner = $2::text) as queued`,
    values: [replyId, leaseOwner, leaseSeconds],
  });
  if (rows[0]?.claimed) return 'started';
  return rows[0]?.queued ? 'wait' : 'gone';
}

/** What was written of a reply so far. */
export type WrittenPart = { replyId: string; content: string; toolCalls: unknown[] | null };

/**
 * Stores what was written so far of many replies in one statement. Those that are missing in the answer are no longer this process's.
 * Rows are locked in the order of their ids, here as in {@link renewLeases}, so that the two never wait for each other.
 */
export async function storeParts(leaseOwner: string, parts: readonly WrittenPart[]): Promise<{ id: string; stopRequested: boolean }[]> {
  const { rows } = await pool().query<{ id: string; stopRequested: boolean }>({
    name: 'chat-parts-store',
    text: `with part as (
             select * from unnest($2::uuid[], $3::text[], $4::text[]) as p(id, content, tool_calls)
           ), own as (
             select m.id from messages m join part on part.id = m.id
             where m.status = 'processing' and m.lease_owner = $1::text order by m.id for update of m
           )
           update messages m set content = part.content, tool_calls = part.tool_calls::jsonb
           from part join own on own.id = part.id where m.id = part.id
           returning m.id, m.stop_requested_at is not null as "stopRequested"`,
    values: [
      leaseOwner,
      parts.map((part) => part.replyId),
      parts.map((part) => part.content),
      parts.map((part) => part.toolCalls && JSON.stringify(part.toolCalls)),
    ],
  });
  return rows;
}

/**
 * Renews the leases of open replies that a process still writes, in one statement. A row that bears its name without being written,
 * because its end could not be stored or its beginning was never heard of, is left to run out.
 */
export async function renewLeases(
  leaseOwner: string,
  replyIds: readonly string[],
  leaseSeconds: number,
): Promise<{ id: string; stopRequested: boolean }[]> {
  const { rows } = await pool().query<{ id: string; stopRequested: boolean }>({
    name: 'chat-leases-renew',
    text: `with own as (
             select id from messages
             where id = any($2::uuid[]) and lease_owner = $1::text and status in ('queued', 'processing') order by id for update
           )
           update messages m set lease_expires_at = now() + make_interval(secs => $3::int) from own where m.id = own.id
           returning m.id, m.stop_requested_at is not null as "stopRequested"`,
    values: [leaseOwner, replyIds, leaseSeconds],
  });
  return rows;
}

/** Replies of a process that somebody asked to stop. */
export async function readStopRequests(leaseOwner: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>({
    name: 'chat-stops-read',
    text: `select id from messages where lease_owner = $1::text and status in ('queued', 'processing') and stop_requested_at is not null`,
    values: [leaseOwner],
  });
  return rows.map((row) => row.id);
}

/** Asks a reply to stop: a queued one ends at once and gives its tokens back, one that is written is marked for its writer. */
export async function requestStop(agent: OwnedAgent, replyId: string): Promise<ReplyStatus | undefined> {
  const { rows } = await pool().query<{ status: ReplyStatus }>({
    name: 'chat-reply-stop',
    text: `with target as (
             select id, status, reserved_tokens, quota_day, agent_id from messages
             where id = $1::uuid and agent_id = $2::int8 and role = 'assistant' for update
           ), stopped as (
             update messages m set status = case when t.status = 'queued' then 'stopped' else m.status end,
               stop_requested_at = coalesce(m.stop_requested_at, now()),
               finish_reason = case when t.status = 'queued' then 'stopped' end,
               reserved_tokens = case when t.status = 'queued' then 0 else m.reserved_tokens end,
               lease_owner = case when t.status = 'queued' then null else m.lease_owner end,
               lease_expires_at = case when t.status = 'queued' then null else m.lease_expires_at end,
               completed_at = case when t.status = 'queued' then now() end
             from target t where m.id = t.id and t.status in ('queued', 'processing')
             returning t.status as was
           ), freed as (
             update token_quotas q set reserved = q.reserved - t.reserved_tokens
             from target t join stopped on stopped.was = 'queued' where q.agent_id = t.agent_id and q.day = t.quota_day
           )
           select case when status = 'queued' then 'stopped' else status end as status from target`,
    values: [replyId, agent.id],
  });
  return rows[0]?.status;
}

/**
 * Makes a reply hold `tokens` in all; gives back what it holds then. With `limitTokens` it holds more only while all others together
 * are below the limit: so the limit is never passed by more than one reply.
 */
export async function raiseReservation(
  replyId: string,
  leaseOwner: string,
  tokens: number,
  limitTokens: number | null,
): Promise<number | undefined> {
  const { rows } = await pool().query<{ reserved: number }>({
    name: 'chat-reservation-raise',
    text: `with target as (
             select id, agent_id, quota_day, reserved_tokens as held, $3::int - reserved_tokens as more from messages
             where id = $1::uuid and status = 'processing' and lease_owner = $2::text and reserved_tokens <= $3::int for update
           ), held as (
             update token_quotas q set reserved = q.reserved + t.more from target t
             where q.agent_id = t.agent_id and q.day = t.quota_day and ($4::int is null or q.used + q.reserved - t.held < $4::int)
             returning 1
           )
           update messages m set reserved_tokens = $3::int from target t, held where m.id = t.id
           returning m.reserved_tokens as reserved`,
    values: [replyId, leaseOwner, tokens, limitTokens],
  });
  return rows[0]?.reserved;
}

export type ConversationHit = { title: string | null; role: string; excerpt: string; createdAt: Date };

/** Messages of all conversations with the agent that hold any of the words, best first. `query` as `to_tsquery` reads it. */
export async function searchMessages(agent: OwnedAgent, query: string, exceptMessageId: string, limit: number): Promise<ConversationHit[]> {
  const { rows } = await pool().query<ConversationHit>({
    name: 'chat-messages-search',
    text: `select c.title, m.role, left(m.content, 500) as excerpt, m.created_at as "createdAt"
           from messages m join conversations c on c.id = m.conversation_id
           where m.agent_id = $1::int8 and m.superseded_at is null and m.search @@ to_tsquery('simple', $2::text) and m.id <> $3::uuid
           order by ts_rank(m.search, to_tsquery('simple', $2::text)) desc, m.created_at desc limit $4::int`,
    values: [agent.id, query, exceptMessageId, limit],
  });
  return rows;
}
