import type { OwnedAgent } from '@/lib/auth/principal';
import { embedKnowledge } from '@/lib/knowledge/jobs';
import { insertKnowledge } from '@/lib/knowledge/store';
import { embedder } from '@/lib/llm/runtime';
import { DAY_MS } from '@/lib/platform/clock';
import type { Transaction } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/jobs';
import type { SeedAgent } from './content';
import type { Referable } from './write-chat';

/** Writes the texts of a demo agent, given to it in the past. The job for their vectors is enqueued. */
export async function writeKnowledge(
  tx: Transaction,
  agent: OwnedAgent,
  { knowledge = [] }: SeedAgent,
  now: Date,
): Promise<Referable['passages']> {
  const passages = new Map<string, { knowledgeId: string; position: number; title: string; excerpt: string }>();
  for (const { title, content, source, sourceName, daysAgo } of knowledge) {
    const row = await insertKnowledge(tx, agent, embedder(), { title, content, source, sourceName });
    if (!row) throw new Error('a demo agent has too many texts');
    const at = new Date(now.getTime() - daysAgo * DAY_MS);
    await tx.query(`update knowledge set created_at = $2, updated_at = $2 where id = $1`, [row.id, at]);
    passages.set(title, { knowledgeId: row.id, position: 0, title, excerpt: content.replace(/\s+/g, ' ').slice(0, 200) });
  }
  if (knowledge.length > 0) await enqueue(tx, embedKnowledge, { agentId: String(agent.id) });
  return passages;
}
