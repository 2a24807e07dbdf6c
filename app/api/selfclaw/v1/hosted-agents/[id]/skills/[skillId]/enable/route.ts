import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { enableSkill } from '@/lib/skills/contract';
import * as skills from '@/lib/skills/service';

export const POST = handle(enableSkill, ({ agent, params }) => skills.enableSkill(agent, params.skillId));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
