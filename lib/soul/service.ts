import { writeEvent } from '@/lib/agents/events';
import type { OwnedAgent } from '@/lib/auth/principal';
import { transaction } from '@/lib/platform/database';
import { refuse } from '@/lib/platform/errors';
import { presentSoul, presentSoulVersion } from './present';
import { findSoulVersion, findSoulVersions, readSoulRow, type SoulChange, type SoulRow, writeSoulRow } from './queries';

const agentGone = () => refuse('NOT_FOUND', 'Agent not found');

/** The soul document of an agent. */
export async function readSoul(agent: OwnedAgent) {
  const row = await readSoulRow(agent);
  return row ? presentSoul(row) : agentGone();
}

/** Changes the soul and tells the agent's activity, or neither. Undefined when the soul is no longer what the change takes it for. */
export async function changeSoul(agent: OwnedAgent, change: SoulChange, summary: string): Promise<SoulRow | undefined> {
  return transaction(async (tx) => {
    const row = await writeSoulRow(tx, agent, change);
    const details = { version: row?.version, author: change.author };
    if (row) await writeEvent(tx, { agentId: agent.id, ownerId: agent.ownerId, type: 'soul_updated', summary, details });
    return row;
  });
}

async function answerChange(agent: OwnedAgent, written: SoulRow | undefined) {
  if (written) return { success: true as const, ...presentSoul(written) };
  const current = await readSoulRow(agent);
  return current ? refuse('CONFLICT', 'The soul was changed in the meantime', { details: presentSoul(current) }) : agentGone();
}

const readTime = (timestamp: string | undefined) => (timestamp === undefined ? null : new Date(timestamp));

/** Replaces the soul. With `expectedUpdatedAt` an edit of somebody else in between is not overwritten: 409 with the text that stands. */
export async function writeSoul(
  agent: OwnedAgent,
  input: { soul: string; reason?: string; expectedUpdatedAt?: string },
  author: 'owner' | 'key',
) {
  const change = { content: input.soul, author, reason: input.reason ?? null, expectedUpdatedAt: readTime(input.expectedUpdatedAt) };
  return answerChange(agent, await changeSoul(agent, change, 'Soul document updated'));
}

/** One page of the texts that the soul had, newest first. */
export async function listSoulVersions(agent: OwnedAgent, page: { limit: number; offset: number }) {
  const { rows, total } = await findSoulVersions(agent, page);
  return { versions: rows.map(presentSoulVersion), ...page, total };
}

/** Brings the text of an earlier version back, as a new version. Refuses like {@link writeSoul}. */
export async function restoreSoul(agent: OwnedAgent, input: { versionId: string; expectedUpdatedAt?: string }, author: 'owner' | 'key') {
  const version = await findSoulVersion(agent, input.versionId);
  if (!version) return refuse('NOT_FOUND', 'Version not found');
  const change = {
    content: version.content,
    author,
    reason: null,
    restoredFrom: version.version,
    expectedUpdatedAt: readTime(input.expectedUpdatedAt),
  };
  return answerChange(agent, await changeSoul(agent, change, `Version ${version.version} of the soul brought back`));
}
