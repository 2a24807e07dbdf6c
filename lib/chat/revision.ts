import type { OwnedAgent } from '@/lib/auth/principal';
import { type Transaction, transaction } from '@/lib/platform/database';
import { type Refusal, refuse } from '@/lib/platform/errors';
import { BASE_PROMPT_TOKENS, type NewTurn, type ReservationRule } from './acceptance';
import { quotaExceeded, type QuotaState } from './quota';

/** A reply that was put in the place of others. */
export type RevisedTurn = {
  conversationId: bigint;
  userMessageId: string;
  userSequence: number;
  question: string;
  reservedTokens: number;
  quota: QuotaState;
};

type NewReply = Pick<NewTurn, 'replyId' | 'leaseOwner' | 'leaseSeconds'>;

type Subject = {
  conversationId: bigint;
  sequence: number;
  role: string;
  content: string;
  replyToId: string | null;
  superseded: boolean;
};

/** Locks the conversation of a message, so that nothing is added to it meanwhile, and then reads the message. */
async function lockSubject(tx: Transaction, agent: OwnedAgent, messageId: string): Promise<Subject | undefined> {
  await tx.query(
    `select 1 from conversations c where c.agent_id = $2 and c.id = (select conversation_id from messages where id = $1 and agent_id = $2) for update`,
    [messageId, agent.id],
  );
  const { rows } = await tx.query<Subject>(
    `select conversation_id as "conversationId", sequence, role, content, reply_to_id as "replyToId", superseded_at is not null as superseded
     from messages where id = $1 and agent_id = $2`,
    [messageId, agent.id],
  );
  return rows[0];
}

/** How many messages of the conversation that stand now come after `sequence`, and whether a reply is open. */
async function lookAfter(tx: Transaction, conversationId: bigint, sequence: number): Promise<{ later: number; open: boolean }> {
  const { rows } = await tx.query<{ later: number; open: boolean }>(
    `select count(*) filter (where sequence > $2 and superseded_at is null)::int as later,
            count(*) filter (where status in ('queued', 'processing')) > 0 as open
     from messages where conversation_id = $1`,
    [conversationId, sequence],
  );
  return rows[0] ?? { later: 0, open: false };
}

async function reserve(
  tx: Transaction,
  agent: OwnedAgent,
  rule: ReservationRule,
  historyTokens: number,
): Promise<{ tokens: number; before: QuotaState }> {
  const tokens = rule.metered
    ? Math.min(rule.promptBudgetTokens, Math.max(BASE_PROMPT_TOKENS, historyTokens) + rule.messageTokens) + rule.outputCapTokens
    : 0;
  const { rows: held } = await tx.query<QuotaState>(
    `insert into token_quotas as q (agent_id, owner_id, day, reserved)
     select $1::int8, $2::uuid, $3::date, $4::int where $4::int <= $5::int
     on conflict (agent_id, day) do update set reserved = q.reserved + excluded.reserved
       where excluded.reserved = 0 or q.used + q.reserved + excluded.reserved <= $5::int
     returning used, reserved`,
    [agent.id, agent.ownerId, rule.day, tokens, rule.limitTokens],
  );
  if (held[0]) return { tokens, before: { used: held[0].used, reserved: held[0].reserved - tokens } };
  const { rows } = await tx.query<QuotaState>(`select used, reserved from token_quotas where agent_id = $1 and day = $2::date`, [
    agent.id,
    rule.day,
  ]);
  throw quotaExceeded(rows[0] ?? { used: 0, reserved: 0 }).error;
}

/** Takes every message from `sequence` on out of the conversation, with the summaries that stand for any of them, and gives what a prompt before it cost. */
async function supersedeFrom(
  tx: Transaction,
  conversationId: bigint,
  sequence: number,
): Promise<{ superseded: number; historyTokens: number }> {
  const { rows } = await tx.query<{ superseded: number; historyTokens: number }>(
    `with gone as (
       update messages set superseded_at = now() where conversation_id = $1 and sequence >= $2 and superseded_at is null
       returning input_tokens + output_tokens as tokens
     ), dropped as (
       delete from conversation_summaries where conversation_id = $1 and until_sequence >= $2
     ), stopped as (
       update conversations set compacting_id = null, compacting_until = null where id = $1 and compacting_id is not null
     )
     select count(*)::int as superseded, coalesce(max(tokens), 0)::int as "historyTokens" from gone`,
    [conversationId, sequence],
  );
  return rows[0] ?? { superseded: 0, historyTokens: 0 };
}

async function nextSequence(tx: Transaction, conversationId: bigint, added: number, removed: number): Promise<number> {
  const { rows } = await tx.query<{ last: number }>(
    `update conversations set last_sequence = last_sequence + $2, message_count = message_count + $2 - $3, last_message_at = now()
     where id = $1 returning last_sequence as last`,
    [conversationId, added, removed],
  );
  if (!rows[0]) throw new Error('A locked conversation is gone');
  return rows[0].last;
}

async function insertReply(
  tx: Transaction,
  agent: OwnedAgent,
  turn: NewReply,
  row: { conversationId: bigint; sequence: number; replyToId: string; tokens: number; day: string },
) {
  await tx.query(
    `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, reply_to_id, reserved_tokens, quota_day,
                           lease_owner, lease_expires_at)
     values ($1, $2, $3, $4, $5, 'assistant', 'processing', $6, $7, $8::date, $9, now() + make_interval(secs => $10::int))`,
    [
      turn.replyId,
      agent.ownerId,
      agent.id,
      row.conversationId,
      row.sequence,
      row.replyToId,
      row.tokens,
      row.day,
      turn.leaseOwner,
      turn.leaseSeconds,
    ],
  );
}

const openReply = () => refuse('CONFLICT', 'A reply of this conversation is still being written. Stop it, or wait until it is done.');

/**
 * Puts a new reply in the place of the last one of its conversation, to the same message. Refuses NOT_FOUND, CONFLICT for a reply that
 * is open or not the last, and QUOTA_EXCEEDED.
 */
export async function replaceLastReply(
  agent: OwnedAgent,
  replyId: string,
  turn: NewReply,
  rule: ReservationRule,
): Promise<RevisedTurn | Refusal> {
  return transaction(async (tx) => {
    const subject = await lockSubject(tx, agent, replyId);
    if (!subject || subject.role !== 'assistant') return refuse('NOT_FOUND', 'Reply not found');
    const { later, open } = await lookAfter(tx, subject.conversationId, subject.sequence);
    if (open) return openReply();
    if (subject.superseded || later > 0) return refuse('CONFLICT', 'Only the last reply of a conversation can be regenerated.');
    const { rows } = await tx.query<{ id: string; sequence: number; content: string }>(
      `select id, sequence, content from messages where id = $1 and superseded_at is null`,
      [subject.replyToId],
    );
    const asked = rows[0];
    if (!asked) return refuse('CONFLICT', 'The message of this reply is gone.');
    const { superseded, historyTokens } = await supersedeFrom(tx, subject.conversationId, subject.sequence);
    const { tokens, before } = await reserve(tx, agent, rule, historyTokens);
    const sequence = await nextSequence(tx, subject.conversationId, 1, superseded);
    await insertReply(tx, agent, turn, {
      conversationId: subject.conversationId,
      sequence,
      replyToId: asked.id,
      tokens,
      day: rule.day,
    });
    return {
      conversationId: subject.conversationId,
      userMessageId: asked.id,
      userSequence: asked.sequence,
      question: asked.content,
      reservedTokens: tokens,
      quota: before,
    };
  });
}

/** Puts a new message in the place of one of the owner's and of all that followed it. Refuses NOT_FOUND, CONFLICT and QUOTA_EXCEEDED. */
export async function replaceUserMessage(
  agent: OwnedAgent,
  messageId: string,
  turn: NewTurn,
  rule: ReservationRule,
): Promise<RevisedTurn | Refusal> {
  return transaction(async (tx) => {
    const subject = await lockSubject(tx, agent, messageId);
    if (!subject || subject.role !== 'user') return refuse('NOT_FOUND', 'Message not found');
    const { open } = await lookAfter(tx, subject.conversationId, subject.sequence);
    if (open) return openReply();
    if (subject.superseded) return refuse('CONFLICT', 'This message was replaced already.');
    const { superseded, historyTokens } = await supersedeFrom(tx, subject.conversationId, subject.sequence);
    const { tokens, before } = await reserve(tx, agent, rule, historyTokens);
    const sequence = await nextSequence(tx, subject.conversationId, 2, superseded);
    await tx.query(
      `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, content, dedupe_hash, search, completed_at)
       values ($1, $2, $3, $4, $5, 'user', 'completed', $6, $7, to_tsvector('simple', $8), now())`,
      [turn.userMessageId, agent.ownerId, agent.id, subject.conversationId, sequence - 1, turn.text, turn.dedupeHash, turn.search],
    );
    await insertReply(tx, agent, turn, {
      conversationId: subject.conversationId,
      sequence,
      replyToId: turn.userMessageId,
      tokens,
      day: rule.day,
    });
    return {
      conversationId: subject.conversationId,
      userMessageId: turn.userMessageId,
      userSequence: sequence - 1,
      question: turn.text,
      reservedTokens: tokens,
      quota: before,
    };
  });
}
