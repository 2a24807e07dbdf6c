import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { skills } from '@/lib/skills/catalogue';
import { listSkills } from '@/lib/skills/contract';
import { presentSkill } from '@/lib/skills/present';

export const GET = handle(listSkills, () => skills.map(presentSkill));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
