import { randomBytes } from 'node:crypto';
import { createAgentBody } from '@/lib/agents/schema';
import { createAgent, deleteAgent, patchAgent } from '@/lib/agents/service';
import { insertApiKey } from '@/lib/api-keys/queries';
import { readOwner } from '@/lib/auth/owners';
import { ownAgent, visibleAgents } from '@/lib/auth/ownership';
import type { OwnedAgent, Principal } from '@/lib/auth/principal';
import { enqueueEmbedding, writeMemories as writeWithJobs } from '@/lib/memories/service';
import { sha256 } from '@/lib/platform/crypto';
import { pool, transaction } from '@/lib/platform/database';
import { unwrap } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { changeSoul } from '@/lib/soul/service';
import { createChance } from './chance';
import type { SeedAgent } from './content';
import { researcher } from './researcher';
import { rider } from './rider';
import { savingsGroup } from './savings-group';
import { writeChat } from './write-chat';
import { writeImport } from './write-import';
import { writeKnowledge } from './write-knowledge';
import { writeLife } from './write-life';
import { writeReflections } from './write-reflections';
import { writeSpawning } from './write-spawning';
import { nameMemories, writeMemories } from './write-memories';
import { writeUsage } from './write-usage';

/** The demo agents, in the order of their making. */
export const demoAgents: readonly SeedAgent[] = [rider, savingsGroup, researcher];

const DEMO_KEY = 'Demo website';

const SOUL_EVENTS = { owner: 'Soul document updated', agent: 'The agent rewrote its soul' };

/** No request with an Idempotency-Key stands behind a seeded agent. */
const nothingToMark = async () => {};

/** The owner has agents already, and nobody said that they may go. */
export class OwnerHasAgents extends Error {
  override name = 'OwnerHasAgents';
}

/** A key whose secret nobody ever knew: it can be looked at and revoked, not used. */
async function writeKey(principal: Principal): Promise<void> {
  const { rowCount } = await pool().query(`select 1 from api_keys where owner_id = $1 and name = $2 and revoked_at is null`, [
    principal.ownerId,
    DEMO_KEY,
  ]);
  if (rowCount) return;
  await transaction((tx) =>
    insertApiKey(tx, {
      id: newId(),
      ownerId: principal.ownerId,
      partnerId: null,
      kind: 'personal',
      name: DEMO_KEY,
      prefix: `mck_${randomBytes(4).toString('hex')}`,
      secretHash: sha256(randomBytes(32)),
      scopes: ['read', 'chat'],
      expiresAt: null,
    }),
  );
}

async function writeAgent(principal: Principal, content: SeedAgent, now: Date): Promise<OwnedAgent> {
  const { agent: made } = unwrap(
    await createAgent(principal, createAgentBody.parse({ ...content.profile, ownerName: undefined }), nothingToMark),
  );
  const agent = await ownAgent(principal, BigInt(made.id));
  unwrap(await patchAgent(agent, { premiumModel: content.premiumModel }));
  for (const { text, by = 'owner', reason = null } of content.souls) {
    await changeSoul(agent, { content: text, author: by, reason, expectedUpdatedAt: null }, SOUL_EVENTS[by]);
  }
  const chance = createChance(`${principal.walletAddress}:${content.profile.name}`);
  const memoryIds = nameMemories(content);
  await writeWithJobs(async (tx) => {
    const passages = await writeKnowledge(tx, agent, content, now);
    const chat = await writeChat(tx, agent, content, { memoryIds, passages }, now, chance);
    await writeMemories(tx, agent, content, memoryIds, chat.learned, now, chance);
    await writeImport(tx, agent, content, memoryIds, now);
    await writeUsage(tx, agent, content, chat, now, chance);
    await writeLife(tx, agent, content, now, chance);
    await writeReflections(tx, agent, content, memoryIds, now);
    await writeSpawning(tx, agent, content);
    await enqueueEmbedding(tx, agent);
  });
  return agent;
}

/**
 * Fills an owner with three agents that look lived with: talks, memories, knowledge, souls, tasks, figures. The same wallet gets the same
 * figures; times count back from `now`. Vectors are computed by the worker.
 *
 * @param replace erases the owner's agents first, with everything they have.
 * @throws OwnerHasAgents when there are agents and `replace` was not given.
 */
export async function seedOwner(
  walletAddress: string,
  { replace, now = new Date() }: { replace: boolean; now?: Date },
): Promise<OwnedAgent[]> {
  const owner = await readOwner(walletAddress.toLowerCase(), { create: true });
  if (!owner) throw new Error('the owner could not be made');
  const principal: Principal = { kind: 'session', sessionId: newId(), ...owner };
  const present = await visibleAgents(principal);
  if (present.length > 0 && !replace) {
    const names = present.map((agent) => agent.name).join(', ');
    throw new OwnerHasAgents(`${walletAddress} has agents already (${names}). --replace erases them with everything they have.`);
  }
  for (const agent of present) unwrap(await deleteAgent(principal, agent, true));
  const agents: OwnedAgent[] = [];
  for (const content of demoAgents) agents.push(await writeAgent(principal, content, now));
  await writeKey(principal);
  return agents;
}
