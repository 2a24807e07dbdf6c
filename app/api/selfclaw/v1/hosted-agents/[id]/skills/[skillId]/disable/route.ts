import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { disableSkill } from '@/lib/skills/contract';
import * as skills from '@/lib/skills/service';

export const POST = handle(disableSkill, ({ agent, params }) => skills.disableSkill(agent, params.skillId));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
