import type { OwnedAgentId } from '@/lib/auth/principal';
import { pool } from '@/lib/platform/database';
import { containsPattern, foldedColumn, foldText } from '@/lib/platform/text-search';
import { REVISION_COLUMNS, type RevisionRow } from './queries';
import type { MemoryCategory, RevisionKind } from './schema';

export type ChangeRow = RevisionRow & {
  memoryId: string;
  source: string;
  sourceConversationId: bigint | null;
  /** What the memory says that took its place, as it stands now. */
  replacedBy: string | null;
};

export type TimelinePage = {
  limit: number;
  /** A change of the agent; the page begins after it. */
  before?: string;
  kind?: RevisionKind;
  category?: MemoryCategory;
  q?: string;
};

/** Whether a change is one of this agent's memories. */
export async function isChangeOf(agentId: OwnedAgentId, revisionId: string): Promise<boolean> {
  const { rowCount } = await pool().query(`select 1 from memory_revisions where id = $1 and agent_id = $2`, [revisionId, agentId]);
  return rowCount === 1;
}

/** Changes of all memories of an agent, the newest first. */
export async function findChanges(agentId: OwnedAgentId, page: TimelinePage): Promise<ChangeRow[]> {
  const { rows } = await pool().query<ChangeRow>({
    name: 'memories-timeline',
    // The page is cut before anything is joined to it.
    text: `with page as materialized (
             select r.* from memory_revisions r
             where r.agent_id = $1
               and ($2::uuid is null or (r.created_at, r.id) < (select b.created_at, b.id from memory_revisions b where b.id = $2 and b.agent_id = $1))
               and ($3::text is null or r.kind = $3) and ($4::text is null or r.after ->> 'category' = $4)
               and ($5::text is null or ${foldedColumn(`(r.after ->> 'content')`)} like $5 or ${foldedColumn(`(r.before ->> 'content')`)} like $5)
             order by r.created_at desc, r.id desc limit $6
           )
           select ${REVISION_COLUMNS}, r.memory_id as "memoryId", m.source, s.conversation_id as "sourceConversationId",
             case when r.kind = 'superseded' then (
               select n.content from memories n where n.id = (r.after ->> 'supersededById')::uuid and n.agent_id = r.agent_id
             ) end as "replacedBy"
           from page r join memories m on m.id = r.memory_id
             left join messages s on s.id = r.source_message_id and s.agent_id = r.agent_id
           order by r.created_at desc, r.id desc`,
    values: [
      agentId,
      page.before ?? null,
      page.kind ?? null,
      page.category ?? null,
      page.q === undefined ? null : containsPattern(foldText(page.q)),
      page.limit,
    ],
  });
  return rows;
}
