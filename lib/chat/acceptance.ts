import type { MarkDone } from '@/lib/api/idempotency';
import type { OwnedAgent } from '@/lib/auth/principal';
import { type Executor, pool, transaction } from '@/lib/platform/database';
import type { QuotaState } from './quota';

/** What a turn may hold of the day's tokens. Nothing is reserved where the embedded recall model answers. */
export type ReservationRule = {
  metered: boolean;
  /** Estimate of what the new message adds to the prompt. */
  messageTokens: number;
  promptBudgetTokens: number;
  outputCapTokens: number;
  limitTokens: number;
  /** UTC day, `YYYY-MM-DD`. */
  day: string;
};

export type NewTurn = {
  userMessageId: string;
  replyId: string;
  text: string;
  /** Text for the word index, from `searchableText`. */
  search: string;
  /** SHA-256 of caller and text. */
  dedupeHash: Buffer;
  leaseOwner: string;
  leaseSeconds: number;
};

/** The conversation a turn belongs to: one that exists, or one that begins with it. */
export type TurnPlace = { conversationId: bigint } | { newConversationId: bigint; title: string };

export type Acceptance =
  | {
      kind: 'accepted';
      conversationId: bigint;
      status: 'queued' | 'processing';
      sequence: number;
      reservedTokens: number;
      quota: QuotaState;
    }
  | { kind: 'twin'; conversationId: bigint; userMessageId: string; replyId: string; quota: QuotaState }
  | { kind: 'not-found' }
  | { kind: 'over-quota'; quota: QuotaState };

/** Tokens of a prompt without history and soul: instructions and persona (1,071–1,413 over all templates), tools, some memories. */
export const BASE_PROMPT_TOKENS = 1_800;

type AcceptanceRow = {
  found: boolean;
  fresh: boolean;
  twinUserId: string | null;
  twinReplyId: string | null;
  status: 'queued' | 'processing' | null;
  sequence: number | null;
  tokens: number;
  usedBefore: number;
  reservedBefore: number;
};

// A turn costs somewhat more than the one before it in its conversation; the first one is guessed from what stands in every prompt.
const estimate = `estimate as (
    select case when $11::bool then least($13::int, $12::int + greatest(
      ${BASE_PROMPT_TOKENS} + coalesce((select length(s.content) from souls s where s.agent_id = $1::int8), 0) / 3,
      coalesce((
        select case when r.status in ('queued', 'processing') then r.reserved_tokens - $14::int else (r.input_tokens + r.output_tokens) * 13 / 10 end
        from messages r where r.conversation_id = $3::int8 and r.role = 'assistant' and r.superseded_at is null
        order by r.sequence desc limit 1), 0)
    )) + $14::int else 0 end as tokens
  )`;

/** Reserves the estimate, or gives no row. `gate` is a relation with one row when the turn may go on. */
const reservation = (gate: string) => `quota as (
    insert into token_quotas as q (agent_id, owner_id, day, reserved)
    select $1::int8, $2::uuid, $16::date, estimate.tokens from estimate ${gate} where estimate.tokens <= $15::int
    on conflict (agent_id, day) do update set reserved = q.reserved + excluded.reserved
      where excluded.reserved = 0 or q.used + q.reserved + excluded.reserved <= $15::int
    returning q.used
  )`;

const messages = `asked as (
    insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, content, dedupe_hash, search, completed_at)
    select $4::uuid, $2::uuid, $1::int8, $3::int8, raised.last_sequence - 1, 'user', 'completed', $6::text, $8::bytea,
           to_tsvector('simple', $7::text), now()
    from raised
  ), answering as (
    insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, reply_to_id, reserved_tokens, quota_day,
                          lease_owner, lease_expires_at)
    select $5::uuid, $2::uuid, $1::int8, $3::int8, raised.last_sequence, 'assistant',
           case when exists (select 1 from messages e where e.conversation_id = $3::int8 and e.status in ('queued', 'processing'))
             then 'queued' else 'processing' end,
           $4::uuid, estimate.tokens, $16::date, $9::text, now() + make_interval(secs => $10::int)
    from raised, estimate
    returning status, sequence
  )`;

const growth = (conversations: 0 | 1) => `grown as (
    insert into agent_growth as g (agent_id, owner_id, user_messages, user_characters, conversations, last_active_at)
    select $1::int8, $2::uuid, 1, $17::int, ${conversations}, now() from raised
    on conflict (agent_id) do update set user_messages = g.user_messages + 1, user_characters = g.user_characters + excluded.user_characters,
      conversations = g.conversations + excluded.conversations, last_active_at = excluded.last_active_at
  )`;

const outcome = (found: string, fresh: string, twin: string) => `
  select ${found} as found, ${fresh} as fresh, ${twin}, answering.status, answering.sequence, estimate.tokens,
         coalesce(q.used, 0) as "usedBefore", coalesce(q.reserved, 0) as "reservedBefore"
  from estimate left join answering on true left join token_quotas q on q.agent_id = $1::int8 and q.day = $16::date`;

// `seen` is the row as this statement's snapshot has it, `held` as it is once the lock is ours. Where they differ, somebody wrote
// in between what the snapshot cannot see, and nothing is written: the caller tries again behind the lock.
const ACCEPT_IN_CONVERSATION = `
  with seen as (
    select last_sequence from conversations where id = $3::int8
  ), held as (
    select id, last_sequence from conversations where id = $3::int8 and agent_id = $1::int8 for update
  ), twin as (
    select u.id as user_id, r.id as reply_id
    from messages r join messages u on u.id = r.reply_to_id
    where r.conversation_id = $3::int8 and r.agent_id = $1::int8 and r.status in ('queued', 'processing')
      and u.dedupe_hash = $8::bytea and u.superseded_at is null and u.created_at > now() - interval '10 seconds'
    order by r.sequence limit 1
  ), gate as (
    select 1 from held join seen on seen.last_sequence = held.last_sequence where not exists (select 1 from twin)
  ), ${estimate}, ${reservation('cross join gate')}, raised as (
    update conversations c set last_sequence = c.last_sequence + 2, message_count = c.message_count + 2, last_message_at = now()
    from quota where c.id = $3::int8
    returning c.last_sequence
  ), ${messages}, ${growth(0)}
  ${outcome(
    'exists (select 1 from held)',
    'exists (select 1 from held join seen on seen.last_sequence = held.last_sequence)',
    '(select user_id from twin) as "twinUserId", (select reply_id from twin) as "twinReplyId"',
  )}`;

const ACCEPT_IN_NEW_CONVERSATION = `
  with ${estimate}, ${reservation('')}, raised as (
    insert into conversations (id, owner_id, agent_id, title, message_count, last_sequence)
    select $3::int8, $2::uuid, $1::int8, $18::text, 2, 2 from quota
    returning last_sequence
  ), ${messages}, ${growth(1)}
  ${outcome('true', 'true', 'null as "twinUserId", null as "twinReplyId"')}`;

/**
 * Takes a message in: reserves its tokens, and writes message and open reply, all or nothing.
 * The first open reply of a conversation starts as `processing`, the others wait as `queued`.
 *
 * @param markDone called in the same transaction, for a request with an Idempotency-Key; without it one statement does all
 */
export async function acceptTurn(
  agent: OwnedAgent,
  place: TurnPlace,
  turn: NewTurn,
  rule: ReservationRule,
  markDone?: MarkDone,
): Promise<Acceptance> {
  if (!markDone) {
    const first = await runAcceptance(pool(), agent, place, turn, rule);
    if (first !== 'stale') return first;
  }
  const accepted = await transaction(async (tx) => {
    if ('conversationId' in place) await tx.query('select 1 from conversations where id = $1 for update', [place.conversationId]);
    const outcome = await runAcceptance(tx, agent, place, turn, rule);
    if (outcome !== 'stale' && outcome.kind === 'accepted') await markDone?.(tx);
    return outcome;
  });
  if (accepted === 'stale') throw new Error('A conversation changed under its own lock');
  return accepted;
}

async function runAcceptance(
  executor: Executor,
  agent: OwnedAgent,
  place: TurnPlace,
  turn: NewTurn,
  rule: ReservationRule,
): Promise<Acceptance | 'stale'> {
  const isNew = 'newConversationId' in place;
  const conversationId = isNew ? place.newConversationId : place.conversationId;
  const { rows } = await executor.query<AcceptanceRow>({
    name: isNew ? 'chat-accept-new' : 'chat-accept',
    text: isNew ? ACCEPT_IN_NEW_CONVERSATION : ACCEPT_IN_CONVERSATION,
    values: [
      agent.id,
      agent.ownerId,
      conversationId,
      turn.userMessageId,
      turn.replyId,
      turn.text,
      turn.search,
      turn.dedupeHash,
      turn.leaseOwner,
      turn.leaseSeconds,
      rule.metered,
      rule.messageTokens,
      rule.promptBudgetTokens,
      rule.outputCapTokens,
      rule.limitTokens,
      rule.day,
      turn.text.length,
      ...(isNew ? [place.title] : []),
    ],
  });
  const row = rows[0];
  if (!row?.found) return { kind: 'not-found' };
  if (!row.fresh) return 'stale';
  const quota = { used: row.usedBefore, reserved: row.reservedBefore };
  if (row.twinReplyId && row.twinUserId)
    return { kind: 'twin', conversationId, userMessageId: row.twinUserId, replyId: row.twinReplyId, quota };
  if (row.status === null || row.sequence === null) return { kind: 'over-quota', quota };
  return { kind: 'accepted', conversationId, status: row.status, sequence: row.sequence, reservedTokens: row.tokens, quota };
}
