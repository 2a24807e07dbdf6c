import { writeEvent } from '@/lib/agents/events';
import type { OwnedAgent } from '@/lib/auth/principal';
import type { MemoryRow } from '@/lib/memories/queries';
import { enqueueEmbedding, writeMemories } from '@/lib/memories/service';
import { changeMemory, hasRoom, lockMemory, lockMemoryCount } from '@/lib/memories/store';
import type { Transaction } from '@/lib/platform/database';
import { type Refusal, refuse } from '@/lib/platform/errors';
import { readSoulRow, writeSoulRow } from '@/lib/soul/queries';
import { withdrawTasks } from '@/lib/tasks/store';
import type { Archive } from './draft';
import { lockArchive, markUndone } from './queries';
import type { UndoAnswer } from './schema';

type Archived = Archive['memories'][number];
type Actor = 'owner' | 'key';

/** The archived memories that are still as the pass left them, with their rows, and how many are not. Changes of one action stay together. */
async function lockUnchanged(tx: Transaction, agent: OwnedAgent, archived: readonly Archived[]) {
  const rows = new Map<Archived, MemoryRow>();
  const stale = new Set<number>();
  for (const entry of archived.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const row = await lockMemory(tx, agent, entry.id);
    if (row?.version === entry.version) rows.set(entry, row);
    else stale.add(entry.action);
  }
  const unchanged = [...rows].filter(([{ action }]) => !stale.has(action));
  return { unchanged, changed: archived.length - unchanged.length };
}

/**
 * Takes a pass back in one transaction: memories and the soul become what they were, proposed tasks that still wait are withdrawn.
 * Refuses NOT_FOUND; CONFLICT for a pass that is not completed or was taken back, and when something was changed since, unless
 * `keepChanges` leaves that as it is; MEMORY_LIMIT_REACHED when what would return has no room.
 */
export async function undoReflection(
  agent: OwnedAgent,
  reflectionId: string,
  { keepChanges }: { keepChanges: boolean },
  actor: Actor,
): Promise<UndoAnswer | Refusal> {
  return writeMemories(async (tx) => {
    const pass = await lockArchive(tx, agent, reflectionId);
    if (!pass) return refuse('NOT_FOUND', 'Reflection not found');
    if (pass.undoneAt) return refuse('CONFLICT', 'This reflection was taken back already.');
    const { archive } = pass;
    if (pass.status !== 'completed' || !archive) return refuse('CONFLICT', 'There is nothing to take back.');
    await lockMemoryCount(tx, agent);
    const { unchanged, changed } = await lockUnchanged(tx, agent, archive.memories);
    const soulStands = archive.soul === null || (await readSoulRow(agent, tx))?.version === archive.soul.version;
    if (!keepChanges && (changed > 0 || !soulStands)) {
      const what = [changed > 0 ? `${changed} ${changed === 1 ? 'memory' : 'memories'}` : '', soulStands ? '' : 'the soul'];
      return refuse('CONFLICT', `Changed since this reflection: ${what.filter(Boolean).join(' and ')}. Nothing was taken back.`, {
        details: { memories: changed, soul: !soulStands },
      });
    }
    const returning = unchanged.filter(([, row]) => row.status !== 'active').length;
    if (!(await hasRoom(tx, agent, returning))) {
      return refuse('MEMORY_LIMIT_REACHED', `There is no room for the ${returning} memories that would return. Delete some first.`);
    }
    await restoreMemories(tx, agent, unchanged, actor);
    const soulRestored = await restoreSoul(tx, agent, archive.soul, actor);
    const tasksWithdrawn = await withdrawTasks(tx, agent, archive.tasks, 'Withdrawn with the reflection that proposed it');
    await markUndone(tx, reflectionId);
    const summary = 'Deep reflection taken back';
    await writeEvent(tx, { agentId: agent.id, ownerId: agent.ownerId, type: 'skill_executed', summary, details: { reflectionId } });
    return {
      success: true as const,
      reflectionId,
      memoriesRestored: unchanged.length,
      soulRestored,
      tasksWithdrawn,
      left: {
        memories: changed,
        soul: archive.soul !== null && !soulRestored,
        tasks: archive.tasks.length - tasksWithdrawn,
      },
    };
  });
}

async function restoreMemories(tx: Transaction, agent: OwnedAgent, unchanged: readonly (readonly [Archived, MemoryRow])[], actor: Actor) {
  for (const [{ before }, row] of unchanged) {
    const state = { ...before, lastMentionedAt: new Date(before.lastMentionedAt) };
    await changeMemory(tx, agent, row, state, { kind: 'restored', actor });
  }
  if (unchanged.length > 0) await enqueueEmbedding(tx, agent);
}

/** The soul as it was, as a new version, if it is still the one that the pass wrote. */
async function restoreSoul(tx: Transaction, agent: OwnedAgent, soul: Archive['soul'], actor: Actor): Promise<boolean> {
  if (!soul) return false;
  const restored = await writeSoulRow(tx, agent, {
    content: soul.content,
    author: actor,
    reason: null,
    restoredFrom: soul.version - 1,
    expectedUpdatedAt: new Date(soul.writtenAt),
  });
  const details = { version: restored?.version, author: actor };
  const summary = `Version ${soul.version - 1} of the soul brought back`;
  if (restored) await writeEvent(tx, { agentId: agent.id, ownerId: agent.ownerId, type: 'soul_updated', summary, details });
  return restored !== undefined;
}
