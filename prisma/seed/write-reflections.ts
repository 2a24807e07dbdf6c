import type { OwnedAgent } from '@/lib/auth/principal';
import { quotaDay } from '@/lib/chat/quota';
import { changeMemory, insertMemory } from '@/lib/memories/store';
import { DAY_MS, MINUTE_MS } from '@/lib/platform/clock';
import type { Transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import type { Archive, Report } from '@/lib/reflections/draft';
import { REFLECTION_COST_MICRO_USD } from '@/lib/reflections/limits';
import { proposeTasks } from '@/lib/tasks/store';
import type { SeedAgent, SeedReflection } from './content';

const PRIORITIES = { high: 3, medium: 2, low: 1 } as const;

/** When a pass of a demo agent took place. */
export const reflectedAt = ({ daysAgo }: SeedReflection, now: Date) => new Date(now.getTime() - daysAgo * DAY_MS - 40 * MINUTE_MS);

type Gone = { keep: string; drop: string[]; text: null };

/** Writes the memories that a pass took out of the way, as it left them. */
async function writeGone(
  tx: Transaction,
  agent: OwnedAgent,
  reflection: SeedReflection,
  ids: ReadonlyMap<string, string>,
  at: Date,
): Promise<{ merged: Gone[]; resolved: Gone[]; archive: Archive['memories'] }> {
  const archive: Archive['memories'] = [];
  const write = async ({ kept, dropped }: { kept: string; dropped: string[] }, status: 'archived' | 'superseded'): Promise<Gone> => {
    const keep = ids.get(kept);
    if (!keep) throw new Error(`the demo agent has no memory "${kept}"`);
    const action = archive.length;
    const drop: string[] = [];
    for (const content of dropped) {
      const fresh = {
        category: 'fact',
        confidence: 0.8,
        importance: 0.5,
        pinned: false,
        source: 'conversation',
        sourceMessageId: null,
      } as const;
      const row = await insertMemory(tx, agent, { ...fresh, content, actor: 'agent' });
      if (!row) throw new Error('the memory of the demo agent is full');
      const after = await changeMemory(tx, agent, row, { status, supersededById: keep }, { kind: status, actor: 'agent' });
      const { confidence, importance, mentionCount } = row;
      const before = { content, confidence, importance, mentionCount, status: 'active', supersededById: null } as const;
      archive.push({ id: row.id, action, version: after.version, before: { ...before, lastMentionedAt: at.toISOString() } });
      drop.push(row.id);
    }
    return { keep, drop, text: null };
  };
  const merged: Gone[] = [];
  for (const merge of reflection.merges) merged.push(await write(merge, 'archived'));
  const resolved: Gone[] = [];
  for (const contradiction of reflection.contradictions ?? []) resolved.push(await write(contradiction, 'superseded'));
  const gone = archive.map(({ id }) => id);
  await tx.query(
    `update memories set created_at = $2::timestamptz - interval '2 days', updated_at = $2, last_mentioned_at = $2 where id = any($1::uuid[])`,
    [gone, at],
  );
  await tx.query(
    `update memory_revisions set created_at = case kind when 'created' then $2::timestamptz - interval '2 days' else $2 end
     where memory_id = any($1::uuid[])`,
    [gone, at],
  );
  return { merged, resolved, archive };
}

async function writeTasks(tx: Transaction, agent: OwnedAgent, id: string, reflection: SeedReflection, at: Date): Promise<Report['tasks']> {
  const tasks = reflection.tasks.map((task) => ({
    ...task,
    taskType: 'proposal',
    priority: PRIORITIES[task.priority],
    payload: { reflectionId: id },
  }));
  const ids = tasks.length > 0 ? await proposeTasks(tx, agent, 'deep-reflection', tasks) : [];
  await tx.query(`update tasks set created_at = $2 where id = any($1::uuid[])`, [ids, at]);
  return reflection.tasks.map((task, index) => ({ ...task, id: ids[index] as string }));
}

async function writeReflection(
  tx: Transaction,
  agent: OwnedAgent,
  reflection: SeedReflection,
  ids: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const id = newId();
  const at = reflectedAt(reflection, now);
  const { merged, resolved, archive } = await writeGone(tx, agent, reflection, ids, at);
  const tasks = await writeTasks(tx, agent, id, reflection, at);
  const dropped = (of: Gone[]) => of.reduce((sum, { drop }) => sum + drop.length, 0);
  const kept = reflection.memories - archive.length;
  const report: Report = {
    deleted: dropped(resolved),
    kept,
    soulStatus: reflection.soulVersion ? 'rewritten' : reflection.tokens ? 'unchanged' : 'skipped',
    soulVersion: reflection.soulVersion ?? null,
    merged,
    resolved,
    open: [],
    tasks,
    advice: reflection.advice ?? null,
    leftOut: reflection.tokens
      ? []
      : (['memories', 'contradictions', 'soul', 'tasks'] as const).map((part) => ({ part, why: 'no-model' as const })),
  };
  const taken = { memories: archive, soul: null, tasks: tasks.map((task) => task.id) } satisfies Archive;
  await tx.query(
    `insert into reflections (id, owner_id, agent_id, status, step, attempts, clarity_before, clarity_after, memories_before, memories_after, merges,
       contradictions_resolved, soul_rewritten, tasks_proposed, input_tokens, output_tokens, cost_micro_usd, quota_day, report, archive,
       created_at, updated_at, completed_at)
     values ($1, $2, $3, 'completed', 'finishing', 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::date, $16::jsonb, $17::jsonb,
       $18::timestamptz, $18::timestamptz + interval '1 minute', $18::timestamptz + interval '1 minute')`,
    [
      id,
      agent.ownerId,
      agent.id,
      reflection.before,
      reflection.after,
      reflection.memories,
      kept,
      dropped(merged),
      resolved.length,
      reflection.soulVersion !== undefined,
      tasks.length,
      reflection.tokens,
      Math.round(reflection.tokens / 6),
      reflection.tokens ? REFLECTION_COST_MICRO_USD : 0,
      quotaDay(at),
      JSON.stringify(report),
      JSON.stringify(taken),
      at,
    ],
  );
}

/** Writes the deep reflections of a demo agent, the oldest first, with what each left behind. */
export async function writeReflections(
  tx: Transaction,
  agent: OwnedAgent,
  content: SeedAgent,
  ids: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  for (const reflection of content.reflections) await writeReflection(tx, agent, reflection, ids, now);
  const last = content.reflections.at(-1);
  if (last) await tx.query(`update agents set reflection_begun_at = $2 where id = $1`, [agent.id, reflectedAt(last, now)]);
}
