import type { Skill, SkillResponse } from '@/lib/skills/schema';
import { riskLevelOf } from '@/lib/tasks/risk';

/** A skill as the API shows it, with the risk level of the tasks it writes. */
export function presentSkill(skill: Skill): SkillResponse {
  return { ...skill, riskLevel: riskLevelOf(skill.taskType) };
}
