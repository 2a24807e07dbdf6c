import { writeEvent } from '@/lib/agents/events';
import type { OwnedAgent } from '@/lib/auth/principal';
import { transaction } from '@/lib/platform/database';
import { refuse } from '@/lib/platform/errors';
import { readSoulRow, writeSoulRow } from './queries';

/** The soul document of an agent. */
export async function readSoul(agent: OwnedAgent) {
  const row = await readSoulRow(agent);
  return row ? { soul: row.content, updatedAt: row.updatedAt.toISOString() } : refuse('NOT_FOUND', 'Agent not found');
}

/** Replaces the soul. With `expectedUpdatedAt` an edit of somebody else in between is not overwritten: 409 with the text that stands. */
export async function writeSoul(agent: OwnedAgent, input: { soul: string; expectedUpdatedAt?: string }, author: 'owner' | 'key') {
  const written = await transaction(async (tx) => {
    const expectedUpdatedAt = input.expectedUpdatedAt ? new Date(input.expectedUpdatedAt) : null;
    const row = await writeSoulRow(tx, agent, { content: input.soul, expectedUpdatedAt, author, reason: null });
    if (row) await writeEvent(tx, { agentId: agent.id, ownerId: agent.ownerId, type: 'soul_updated', summary: 'Soul document updated' });
    return row;
  });
  if (written) return { success: true as const, soul: written.content, updatedAt: written.updatedAt.toISOString() };
  const current = await readSoulRow(agent);
  if (!current) return refuse('NOT_FOUND', 'Agent not found');
  const details = { soul: current.content, updatedAt: current.updatedAt.toISOString() };
  return refuse('CONFLICT', 'The soul was changed in the meantime', { details });
}
