import type { OwnedAgent } from '@/lib/auth/principal';
import type { Transaction } from '@/lib/platform/database';
import { insertGaps } from '@/lib/spawning/gap-queries';
import { gapsIn, type Profile } from '@/lib/spawning/profile';
import { insertSpawning, readProfile, storeResearch } from '@/lib/spawning/queries';
import type { SeedAgent } from './content';

/**
 * Writes what a demo agent was told of its owner, and how it got to know them. Not by creating it with the owner's name: its memories are
 * those of the demo, and no worker should add others.
 */
export async function writeSpawning(tx: Transaction, agent: OwnedAgent, { profile, research }: SeedAgent): Promise<void> {
  await tx.query(`update agents set onboarding = onboarding || jsonb_build_object('ownerName', $2::text) where id = $1`, [
    agent.id,
    profile.ownerName ?? '',
  ]);
  if (!research) return;
  await insertSpawning(tx, agent);
  await storeResearch(tx, agent, research);
  const told: Profile = (await readProfile(agent, tx)).profile;
  await insertGaps(tx, agent, gapsIn(told, research.inferred));
  await tx.query(`update spawning_steps set status = 'done', begun = 1 where agent_id = $1`, [agent.id]);
  await tx.query(`update agents set spawning_status = 'ready' where id = $1`, [agent.id]);
}
