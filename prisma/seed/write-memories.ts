import type { OwnedAgent } from '@/lib/auth/principal';
import type { MemoryRow } from '@/lib/memories/queries';
import { changeMemory, insertMemory, lockMemoryCount, type NewMemory } from '@/lib/memories/store';
import { DAY_MS, MINUTE_MS } from '@/lib/platform/clock';
import type { Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import type { Chance } from './chance';
import type { SeedAgent, SeedMemory } from './content';
import type { LearnedFact } from './write-chat';

type Dated = { id: string; at: Date; until: Date };

/** An id for every memory before any is written, so that replies can name those that they used. */
export function nameMemories(content: SeedAgent): Map<string, string> {
  const learned = content.conversations.flatMap((conversation) => conversation.exchanges.flatMap((exchange) => exchange.learned ?? []));
  const facts = [...content.memories.map((memory) => memory.fact), ...learned];
  return new Map(facts.map(([text]) => [text, newId()]));
}

async function add(
  tx: Transaction,
  agent: OwnedAgent,
  memory: Partial<NewMemory> & Pick<NewMemory, 'content' | 'category'>,
): Promise<MemoryRow> {
  const row = await insertMemory(tx, agent, {
    pinned: false,
    confidence: 0.85,
    importance: 0.6,
    source: 'conversation',
    sourceMessageId: null,
    actor: 'agent',
    ...memory,
  });
  if (!row) throw new Error('the memory of the demo agent is full');
  return row;
}

async function writeMemory(tx: Transaction, agent: OwnedAgent, memory: SeedMemory, id: string): Promise<string[]> {
  const [text, category] = memory.fact;
  // What no conversation of the demo taught was written on the memory page.
  const { source = 'owner' } = memory;
  const byOwner = source === 'owner';
  const old = memory.replaces ? await add(tx, agent, { content: memory.replaces, category }) : undefined;
  let row = await add(tx, agent, {
    id,
    content: memory.corrected ?? text,
    category,
    pinned: memory.pinned ?? false,
    confidence: byOwner ? 1 : 0.85,
    importance: memory.pinned ? 0.9 : 0.6,
    source,
    actor: byOwner ? 'owner' : source === 'key' ? 'key' : 'agent',
  });
  if (old) await changeMemory(tx, agent, old, { status: 'superseded', supersededById: id }, { kind: 'superseded', actor: 'agent' });
  if (memory.corrected) row = await changeMemory(tx, agent, row, { content: text, confidence: 1 }, { kind: 'edited', actor: 'owner' });
  for (let time = 0; time < (memory.again ?? 0); time += 1) {
    const stronger = { mentionCount: row.mentionCount + 1, confidence: Math.min(1, row.confidence + 0.03) };
    row = await changeMemory(tx, agent, row, stronger, { kind: 'strengthened', actor: 'agent' });
  }
  if (memory.forgotten) await changeMemory(tx, agent, row, { status: 'deleted' }, { kind: 'deleted', actor: 'owner' });
  return old ? [old.id, id] : [id];
}

/** Moves memories and their histories to when they would have come about, each change later than the one before. */
async function moveIntoThePast(tx: Transaction, agent: OwnedAgent, dated: readonly Dated[]): Promise<void> {
  const given = `jsonb_to_recordset($2::jsonb) as g(id uuid, at timestamptz, until timestamptz)`;
  const values = [agent.id, JSON.stringify(dated)];
  await tx.query(
    `update memory_revisions r
     set created_at = g.at + (g.until - g.at) * (((r.after ->> 'version')::int - 1)::float8 / m.version)
     from ${given} join memories m on m.id = g.id where r.memory_id = g.id and r.agent_id = $1`,
    values,
  );
  await tx.query(
    `update memories m set created_at = g.at, updated_at = last.at, last_mentioned_at = last.at
     from ${given} cross join lateral (select max(r.created_at) as at from memory_revisions r where r.memory_id = g.id) last
     where m.id = g.id and m.agent_id = $1`,
    values,
  );
}

/** Writes what a demo agent remembers, with sources, corrections and what was superseded, all through the store of memories. */
export async function writeMemories(
  tx: Transaction,
  agent: OwnedAgent,
  content: SeedAgent,
  ids: ReadonlyMap<string, string>,
  learned: readonly LearnedFact[],
  now: Date,
  chance: Chance,
): Promise<void> {
  await lockMemoryCount(tx, agent);
  const dated: Dated[] = [];
  for (const memory of content.memories) {
    const at = new Date(now.getTime() - memory.daysAgo * DAY_MS - chance.whole(5, 600) * MINUTE_MS);
    const written = await writeMemory(tx, agent, memory, ids.get(memory.fact[0]) ?? newId());
    // A fact that was replaced stood for two days before.
    for (const id of written)
      dated.push({ id, at: written.length > 1 && id === written[0] ? new Date(at.getTime() - 2 * DAY_MS) : at, until: now });
  }
  for (const { fact, at, messageId } of learned) {
    const [text, category] = fact;
    const row = await add(tx, agent, { id: ids.get(text), content: text, category, sourceMessageId: messageId });
    dated.push({ id: row.id, at, until: at });
  }
  await moveIntoThePast(tx, agent, dated);
}
