import type { OwnedAgent, OwnedAgentId } from '@/lib/auth/principal';
import type { MemoryCategory } from '@/lib/memories/schema';
import { type Executor, pool } from '@/lib/platform/database';
import type { ExportFormat } from './export';
import type { ImportStatus, Standing } from './schema';

export type ImportOutcome = { added: number; confirmed: number; replaced: number; outdated?: number };

export type ImportRow = {
  id: string;
  format: ExportFormat;
  fileName: string;
  status: ImportStatus;
  conversations: number;
  messages: number;
  messagesRead: number;
  candidates: number;
  unread: number;
  older: number;
  surplus: number;
  outcome: ImportOutcome | null;
  createdAt: Date;
  updatedAt: Date;
};

/** The columns of an {@link ImportRow}, of the table or statement that `i` names. */
export const IMPORT_COLUMNS = `i.id, i.format, i.file_name as "fileName", i.status, i.conversations, i.messages, i.messages_read as "messagesRead",
  (select count(*)::int from memory_candidates c where c.import_id = i.id) as candidates, i.unread_count as unread, i.older_count as older,
  i.surplus_count as surplus, i.outcome, i.created_at as "createdAt", i.updated_at as "updatedAt"`;

/** The latest imports of an agent, the newest first. */
export async function findImports(agentId: OwnedAgentId, limit: number): Promise<ImportRow[]> {
  const { rows } = await pool().query<ImportRow>(
    `select ${IMPORT_COLUMNS} from memory_imports i where i.agent_id = $1 order by i.created_at desc, i.id desc limit $2`,
    [agentId, limit],
  );
  return rows;
}

/** One import of an agent. */
export async function findImport(agentId: OwnedAgentId, importId: string, executor: Executor = pool()): Promise<ImportRow | undefined> {
  const { rows } = await executor.query<ImportRow>(`select ${IMPORT_COLUMNS} from memory_imports i where i.agent_id = $1 and i.id = $2`, [
    agentId,
    importId,
  ]);
  return rows[0];
}

/** The open import of a file. */
export async function findOpenImport(agentId: OwnedAgentId, fileHash: Buffer, executor: Executor = pool()): Promise<ImportRow | undefined> {
  const { rows } = await executor.query<ImportRow>(
    `select ${IMPORT_COLUMNS} from memory_imports i where i.agent_id = $1 and i.file_hash = $2 and i.status in ('reading', 'ready')`,
    [agentId, fileHash],
  );
  return rows[0];
}

export type CandidateRow = {
  id: string;
  content: string;
  category: MemoryCategory;
  confidence: number;
  mentions: number;
  saidAt: Date | null;
  title: string;
  excerpt: string;
  standing: Standing;
  memoryId: string | null;
  memoryContent: string | null;
};

/** One page of the facts of an import: by kind, those that were said most often first. A memory that is gone makes a fact new again. */
export async function findCandidates(
  agentId: OwnedAgentId,
  importId: string,
  page: { limit: number; offset: number },
): Promise<CandidateRow[]> {
  const { rows } = await pool().query<CandidateRow>(
    `select c.id, c.content, c.category, c.confidence, c.mentions, c.said_at as "saidAt", c.title, c.excerpt,
            case when m.id is null then 'new' else c.standing end as standing, m.id as "memoryId", m.content as "memoryContent"
     from memory_candidates c left join memories m on m.id = c.memory_id and m.agent_id = c.agent_id and m.status = 'active'
     where c.agent_id = $1 and c.import_id = $2 order by c.category, c.mentions desc, c.confidence desc, c.id limit $3 offset $4`,
    [agentId, importId, page.limit, page.offset],
  );
  return rows;
}

/** An import that a worker reads on, with what it needs of the agent. */
export type ReadingImport = {
  id: string;
  agentId: bigint;
  ownerId: string;
  agentName: string;
  agentStatus: string;
  messages: number;
  messagesRead: number;
  attempts: number;
};

/** Takes up an import that is still being read; `undefined` when it is not, or is gone. */
export async function takeUp(importId: string): Promise<ReadingImport | undefined> {
  const { rows } = await pool().query<ReadingImport>(
    `update memory_imports i set attempts = i.attempts + 1, updated_at = now() from agents a
     where i.id = $1 and i.status = 'reading' and a.id = i.agent_id
     returning i.id, i.agent_id as "agentId", i.owner_id as "ownerId", a.name as "agentName", a.status as "agentStatus", i.messages,
       i.messages_read as "messagesRead", i.attempts`,
    [importId],
  );
  return rows[0];
}

export type ImportMessage = { title: string; content: string; saidAt: Date | null };

/** The next messages that are to be read, the newest first. */
export async function findNextMessages(agent: OwnedAgent, importId: string, limit: number): Promise<ImportMessage[]> {
  const { rows } = await pool().query<ImportMessage>(
    `select title, content, said_at as "saidAt" from memory_import_messages where import_id = $1 and agent_id = $2 order by position limit $3`,
    [importId, agent.id, limit],
  );
  return rows;
}
