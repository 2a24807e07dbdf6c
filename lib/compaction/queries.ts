import type { OwnedAgent, OwnedAgentId } from '@/lib/auth/principal';
import { pool, type Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { isRetracted } from '@/lib/retrieval/queries';
import type { SummaryActor, SummaryMethod } from './schema';

export type SummaryRow = {
  id: string;
  untilSequence: number;
  messages: number;
  coveredTokens: number;
  tokens: number;
  content: string;
  method: SummaryMethod;
};

export type CompactionState = {
  /** Messages that stand in the conversation. */
  total: number;
  /** The newest message that is not among the newest ones to keep, and how many stand up to it; null when there is none. */
  boundary: number | null;
  covered: number;
  summaries: number;
  /** The summary that counts. */
  summary: SummaryRow | null;
};

/** How far a conversation is summarised and could be, when its newest `kept` messages stay; `undefined` when the agent has none of this id. */
export async function readCompaction(agentId: OwnedAgentId, conversationId: bigint, kept: number): Promise<CompactionState | undefined> {
  const { rows } = await pool().query<CompactionState>({
    name: 'compaction-state',
    text: `with own as (
             select id from conversations where id = $2 and agent_id = $1
           ), standing as (
             select m.sequence, row_number() over (order by m.sequence desc) as place
             from own join messages m on m.conversation_id = own.id where m.superseded_at is null and m.role in ('user', 'assistant')
           )
           select (select count(*)::int from standing) as total,
                  (select max(sequence) from standing where place > $3) as boundary,
                  (select count(*)::int from standing where place > $3) as covered,
                  (select count(*)::int from conversation_summaries s where s.conversation_id = own.id) as summaries,
                  (select json_build_object('id', s.id, 'untilSequence', s.until_sequence, 'messages', s.messages, 'coveredTokens', s.covered_tokens,
                            'tokens', s.tokens, 'content', s.content, 'method', s.method)
                   from conversation_summaries s where s.conversation_id = own.id order by s.until_sequence desc limit 1) as summary
           from own`,
    values: [agentId, conversationId, kept],
  });
  return rows[0];
}

export type TalkMessage = { role: 'user' | 'assistant'; content: string };

/**
 * What was said after one sequence and up to another. Left out are exchanges of which something learned was forgotten or corrected: what no
 * longer holds must not come back by way of a summary.
 */
export async function readTalk(agentId: OwnedAgentId, conversationId: bigint, after: number, until: number): Promise<TalkMessage[]> {
  const { rows } = await pool().query<TalkMessage>({
    name: 'compaction-talk',
    text: `select m.role, m.content from messages m
           where m.conversation_id = $2 and m.agent_id = $1 and m.sequence > $3 and m.sequence <= $4 and m.superseded_at is null
             and m.role in ('user', 'assistant') and m.status in ('completed', 'stopped') and m.content <> '' and not ${isRetracted('m')}
           order by m.sequence`,
    values: [agentId, conversationId, after, until],
  });
  return rows;
}

/** Makes the caller the only one who summarises a conversation, for `seconds`; false while somebody else does. */
export async function claimCompaction(agent: OwnedAgent, conversationId: bigint, claimId: string, seconds: number): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'compaction-claim',
    text: `update conversations set compacting_id = $3, compacting_until = now() + make_interval(secs => $4)
           where id = $2 and agent_id = $1 and (compacting_until is null or compacting_until < now())`,
    values: [agent.id, conversationId, claimId, seconds],
  });
  return rowCount === 1;
}

/** Gives {@link claimCompaction} back without a summary. */
export async function releaseCompaction(agent: OwnedAgent, conversationId: bigint, claimId: string): Promise<void> {
  await pool().query({
    name: 'compaction-release',
    text: `update conversations set compacting_id = null, compacting_until = null where id = $2 and agent_id = $1 and compacting_id = $3`,
    values: [agent.id, conversationId, claimId],
  });
}

export type NewSummary = Omit<SummaryRow, 'id'> & { actor: SummaryActor; note: string };

/**
 * Stores a summary with the event that tells of it and ends the claim, all or nothing.
 *
 * @returns false when the claim had been lost: messages were replaced meanwhile, or it took too long
 */
export async function storeSummary(agent: OwnedAgent, conversationId: bigint, claimId: string, summary: NewSummary): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'compaction-store',
    text: `with held as (
             update conversations set compacting_id = null, compacting_until = null
             where id = $2::int8 and agent_id = $1::int8 and compacting_id = $4::uuid returning id, last_sequence
           ), noted as (
             insert into agent_events (id, owner_id, agent_id, type, summary, details)
             select $13::uuid, $3::uuid, $1::int8, 'conversation_compacted', $14::text,
                    jsonb_build_object('conversationId', held.id, 'messagesCompacted', $6::int, 'tokensSaved', greatest(0, $7::int - $8::int))
             from held
           )
           insert into conversation_summaries (id, owner_id, agent_id, conversation_id, until_sequence, at_sequence, messages, covered_tokens, tokens,
                                               content, method, actor)
           select $12::uuid, $3::uuid, $1::int8, held.id, $5::int, held.last_sequence, $6::int, $7::int, $8::int, $9::text, $10::text, $11::text from held`,
    values: [
      agent.id,
      conversationId,
      agent.ownerId,
      claimId,
      summary.untilSequence,
      summary.messages,
      summary.coveredTokens,
      summary.tokens,
      summary.content,
      summary.method,
      summary.actor,
      newId(),
      newId(),
      summary.note,
    ],
  });
  return rowCount === 1;
}

/** Drops the summaries that stand for a message which is to be heard no more, and stops the one that is being written. */
export async function dropSummariesOf(tx: Transaction, agent: OwnedAgent, messageId: string): Promise<void> {
  await tx.query({
    name: 'compaction-drop',
    text: `with said as (
             select conversation_id, sequence from messages where id = $2 and agent_id = $1
           ), stopped as (
             update conversations c set compacting_id = null, compacting_until = null from said where c.id = said.conversation_id and c.compacting_id is not null
           )
           delete from conversation_summaries s using said where s.conversation_id = said.conversation_id and s.until_sequence >= said.sequence`,
    values: [agent.id, messageId],
  });
}
