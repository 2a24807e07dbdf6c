import type { OwnedAgent } from '@/lib/auth/principal';
import { pool } from '@/lib/platform/database';
import type { SkillId } from './schema';

/** Adds a skill; false when the agent has it already. */
export async function addSkill(agent: OwnedAgent, skillId: SkillId): Promise<boolean> {
  const { rowCount } = await pool().query(
    `update agents set enabled_skills = array_append(enabled_skills, $3), updated_at = now()
     where id = $1 and owner_id = $2 and not ($3 = any(enabled_skills))`,
    [agent.id, agent.ownerId, skillId],
  );
  return rowCount === 1;
}

/** Takes a skill away; taking away what is not there changes nothing. */
export async function removeSkill(agent: OwnedAgent, skillId: SkillId): Promise<void> {
  await pool().query(
    `update agents set enabled_skills = array_remove(enabled_skills, $3), updated_at = now()
     where id = $1 and owner_id = $2 and $3 = any(enabled_skills)`,
    [agent.id, agent.ownerId, skillId],
  );
}
