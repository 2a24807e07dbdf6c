import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { wordsOf } from '@/lib/memories/candidates';
import { insertImport, noteProgress, storeCandidates } from '@/lib/memory-imports/store';
import { sha256 } from '@/lib/platform/crypto';
import { DAY_MS } from '@/lib/platform/clock';
import type { Transaction } from '@/lib/platform/database';
import type { SeedAgent } from './content';

/** Writes an import of a demo agent that waits for review. */
export async function writeImport(
  tx: Transaction,
  agent: OwnedAgent,
  { imported }: SeedAgent,
  memoryIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  if (!imported) return;
  const { fileName, format, conversations, messages, unread, facts } = imported;
  const given = { format, fileName, fileHash: sha256(fileName), conversations, messages: [], unread, older: 0 };
  const inserted = await insertImport(tx, agent, given);
  if (!inserted) throw new Error('a demo agent has too many imports');
  const { id } = inserted.row;
  await tx.query(`update memory_imports set messages = $2, created_at = $3 where id = $1`, [
    id,
    messages,
    new Date(now.getTime() - DAY_MS),
  ]);
  const candidates = facts.map(({ content, category, daysAgo, title, excerpt = content, mentions = 1, known, contrary }) => {
    const memoryId = memoryIds.get(known ?? contrary ?? '') ?? null;
    return {
      wordsHash: sha256(wordsOf(content).join(' ')),
      content,
      category,
      confidence: 0.86,
      importance: 0.5,
      mentions,
      saidAt: new Date(now.getTime() - daysAgo * DAY_MS),
      title,
      excerpt,
      standing: known ? ('known' as const) : contrary ? ('contrary' as const) : ('new' as const),
      memoryId,
      embedderId: embedder().id,
      vector: null,
    };
  });
  await storeCandidates(tx, agent, id, candidates, candidates.length);
  await noteProgress(tx, id, { messagesRead: messages, surplus: 0 });
}
