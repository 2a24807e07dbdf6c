import { writeEvent } from '@/lib/agents/events';
import type { OwnedAgent } from '@/lib/auth/principal';
import { RECALL_MODEL_ID } from '@/lib/llm/catalogue';
import { type Transaction } from '@/lib/platform/database';
import type { MemoryRow } from '@/lib/memories/queries';
import { enqueueEmbedding, writeMemories } from '@/lib/memories/service';
import { changeMemory, lockMemory, lockMemoryCount } from '@/lib/memories/store';
import { writeSoulRow } from '@/lib/soul/queries';
import { proposeTasks } from '@/lib/tasks/store';
import { clarityWithout, type MemoryAction } from './candidates';
import type { Archive, Draft, LeftOut, Report, SoulStatus } from './draft';
import { REFLECTION_COST_MICRO_USD } from './limits';
import { readMemories, readOpen, type OpenPass } from './pass-queries';
import { completeReflection, countMemories, settleTokens } from './settlement';

/** The server decides of what kind a proposed task is, as it does for the skill that reflects in the small. */
const TASK_TYPE = 'proposal';
const SKILL_ID = 'deep-reflection';
const PRIORITIES = { high: 3, medium: 2, low: 1 } as const;

export type AnsweringModel = { model: string; provider: string };

/**
 * Carries out what a pass decided, and ends it: memories, soul, tasks, the archive of what was before, the cost and the tokens, in one
 * transaction. A process that dies leaves all of it or nothing. What was changed since the pass saw it is left as it is.
 *
 * @param beforeCommit only for tests
 * @returns false when somebody else ended the pass
 */
export async function applyPass(
  agent: OwnedAgent,
  reflectionId: string,
  answering: AnsweringModel | undefined,
  beforeCommit?: () => void | Promise<void>,
): Promise<boolean> {
  return writeMemories(async (tx) => {
    const pass = await readOpen(reflectionId, tx, true);
    if (pass?.step !== 'finishing') return false;
    const { draft } = pass;
    const leftOut = [...(draft.leftOut ?? [])];
    // What was looked at, for the clarity after it; read before it changes.
    const memories = await readMemories(agent, draft.seen, tx);
    await lockMemoryCount(tx, agent);
    const changed = await changeMemories(tx, agent, draft, leftOut);
    const soul = await writeSoul(tx, agent, draft, leftOut);
    const tasks = await writeTasks(tx, agent, pass);
    const memoriesAfter = await countMemories(tx, agent);
    const gone = new Set(changed.actions.flatMap(({ drop }) => drop));
    const findings = draft.findings ?? { merges: [], contradictions: [], near: [], groups: [] };
    const clarityAfter = clarityWithout(memories, findings, gone, soul.characters);
    const byKind = (kind: MemoryAction['kind']) => changed.actions.filter((action) => action.kind === kind);
    const merged = byKind('merge').map(({ keep, drop, text }) => ({ keep, drop, text }));
    const resolved = byKind('contradiction').map(({ keep, drop }) => ({ keep, drop }));
    const lost = (of: { drop: string[] }[]) => of.reduce((sum, { drop }) => sum + drop.length, 0);
    const open = findings.contradictions.filter((pair) => !pair.some((id) => gone.has(id)));
    const report: Report = {
      deleted: lost(resolved),
      kept: memoriesAfter,
      soulStatus: soul.status,
      soulVersion: soul.archive ? soul.archive.version : null,
      merged,
      resolved,
      open: open.slice(0, 20).map(([one, other]) => ({ one, other })),
      tasks,
      advice: draft.tasks?.advice ?? null,
      leftOut,
    };
    const archive: Archive = { memories: changed.archive, soul: soul.archive, tasks: tasks.map(({ id }) => id) };
    const costMicroUsd = draft.byModel ? REFLECTION_COST_MICRO_USD : 0;
    await settleTokens(tx, agent, pass.id, {
      costMicroUsd,
      answering: answering ?? { model: RECALL_MODEL_ID, provider: 'embedded' },
      finishReason: 'stop',
    });
    await completeReflection(tx, pass.id, {
      clarityAfter,
      memoriesAfter,
      merges: lost(merged),
      contradictionsResolved: resolved.length,
      soulRewritten: soul.status === 'rewritten',
      tasksProposed: tasks.length,
      costMicroUsd,
      report,
      archive,
    });
    await writeEvent(tx, {
      agentId: agent.id,
      ownerId: agent.ownerId,
      type: 'skill_executed',
      summary: `Deep reflection: clarity ${pass.clarityBefore ?? 0} → ${clarityAfter}`,
      details: { skillId: SKILL_ID, reflectionId: pass.id },
    });
    await beforeCommit?.();
    return true;
  });
}

const stateOf = (row: MemoryRow): Archive['memories'][number]['before'] => ({
  content: row.content,
  confidence: row.confidence,
  importance: row.importance,
  mentionCount: row.mentionCount,
  status: 'active',
  supersededById: row.supersededById,
  lastMentionedAt: row.lastMentionedAt.toISOString(),
});

async function changeMemories(tx: Transaction, agent: OwnedAgent, draft: Draft, leftOut: LeftOut[]) {
  const versions = new Map(draft.seen);
  const archive: Archive['memories'] = [];
  const actions: MemoryAction[] = [];
  let hasNewWords = false;
  let meanwhile = false;
  for (const action of draft.judged ?? []) {
    const rows = await lockAsSeen(tx, agent, action, versions);
    const kept = rows?.get(action.keep);
    if (!rows || !kept) {
      meanwhile = true;
      continue;
    }
    const number = actions.length;
    const note = (before: MemoryRow, after: MemoryRow) => {
      versions.set(after.id, after.version);
      archive.push({ id: after.id, action: number, version: after.version, before: stateOf(before) });
    };
    const dropped = action.drop.map((id) => rows.get(id) as MemoryRow);
    if (action.kind === 'merge') {
      note(
        kept,
        await changeMemory(tx, agent, kept, joined(kept, dropped, action.text), {
          kind: action.text ? 'edited' : 'strengthened',
          actor: 'agent',
        }),
      );
      hasNewWords ||= action.text !== null;
    }
    // What was merged still holds, so that the talk it came from stays to be found; what was contradicted does not.
    const gone = action.kind === 'merge' ? ('archived' as const) : ('superseded' as const);
    for (const row of dropped) {
      note(row, await changeMemory(tx, agent, row, { status: gone, supersededById: kept.id }, { kind: gone, actor: 'agent' }));
    }
    actions.push(action);
  }
  if (meanwhile) leftOut.push({ part: 'memories', why: 'meanwhile' });
  if (hasNewWords) await enqueueEmbedding(tx, agent);
  return { actions, archive };
}

/** The memories of an action, locked; undefined when one of them is not what the pass saw, or may not be changed so. */
async function lockAsSeen(tx: Transaction, agent: OwnedAgent, { keep, drop, text }: MemoryAction, versions: ReadonlyMap<string, number>) {
  const rows = new Map<string, MemoryRow>();
  for (const id of [keep, ...drop].sort()) {
    const row = await lockMemory(tx, agent, id);
    if (row?.status !== 'active' || row.version !== versions.get(id)) return undefined;
    if (row.pinned && (id !== keep || text !== null)) return undefined;
    rows.set(id, row);
  }
  return rows;
}

/** What is known of several memories that say the same, in one. */
function joined(kept: MemoryRow, dropped: readonly MemoryRow[], text: string | null) {
  const all = [kept, ...dropped];
  return {
    content: text ?? kept.content,
    mentionCount: all.reduce((sum, { mentionCount }) => sum + mentionCount, 0),
    confidence: Math.max(...all.map(({ confidence }) => confidence)),
    importance: Math.max(...all.map(({ importance }) => importance)),
    lastMentionedAt: new Date(Math.max(...all.map(({ lastMentionedAt }) => lastMentionedAt.getTime()))),
  };
}

type WrittenSoul = { status: SoulStatus; characters: number; archive: Archive['soul'] };

async function writeSoul(tx: Transaction, agent: OwnedAgent, { soul }: Draft, leftOut: LeftOut[]): Promise<WrittenSoul> {
  const { rows } = await tx.query<{ content: string }>(`select content from souls where agent_id = $1 and owner_id = $2 for update`, [
    agent.id,
    agent.ownerId,
  ]);
  const before = rows[0]?.content ?? '';
  if (soul?.status !== 'drafted') return { status: soul?.status ?? 'skipped', characters: before.length, archive: null };
  const { draft, readAt } = soul;
  const change = { content: draft.soul, author: 'agent', reason: draft.reason, expectedUpdatedAt: new Date(readAt) } as const;
  const written = await writeSoulRow(tx, agent, change);
  if (!written) {
    leftOut.push({ part: 'soul', why: 'meanwhile' });
    return { status: 'changed-meanwhile', characters: before.length, archive: null };
  }
  const details = { version: written.version, author: 'agent' };
  await writeEvent(tx, { agentId: agent.id, ownerId: agent.ownerId, type: 'soul_updated', summary: 'The agent rewrote its soul', details });
  const archive = { content: before, version: written.version, writtenAt: written.updatedAt.toISOString() };
  return { status: 'rewritten', characters: draft.soul.length, archive };
}

async function writeTasks(tx: Transaction, agent: OwnedAgent, { id, draft }: OpenPass): Promise<Report['tasks']> {
  const proposed = draft.tasks?.proposed ?? [];
  if (proposed.length === 0) return [];
  const ids = await proposeTasks(
    tx,
    agent,
    SKILL_ID,
    proposed.map(({ title, description, priority }) => ({
      taskType: TASK_TYPE,
      title,
      description,
      priority: PRIORITIES[priority],
      payload: { reflectionId: id },
    })),
  );
  return proposed.map((task, index) => ({ ...task, id: ids[index] as string }));
}
