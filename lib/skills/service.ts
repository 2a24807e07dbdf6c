import { getAgent } from '@/lib/agents/service';
import type { OwnedAgent } from '@/lib/auth/principal';
import { isRefusal } from '@/lib/platform/errors';
import { addSkill, removeSkill } from './queries';
import type { SkillId } from './schema';

/** Enables a skill; a second time changes nothing and says so. */
export async function enableSkill(agent: OwnedAgent, skillId: SkillId) {
  if (!(await addSkill(agent, skillId))) return { success: true as const, message: 'Skill already enabled' };
  const found = await getAgent(agent);
  return isRefusal(found) ? found : { success: true as const, agent: found.agent };
}

/** Disables a skill. */
export async function disableSkill(agent: OwnedAgent, skillId: SkillId) {
  await removeSkill(agent, skillId);
  const found = await getAgent(agent);
  return isRefusal(found) ? found : { success: true as const, agent: found.agent };
}
