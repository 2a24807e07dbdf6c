import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { getReflection } from '@/lib/reflections/contract';
import * as reflections from '@/lib/reflections/service';

export const GET = handle(getReflection, ({ agent, params }) => reflections.readReflection(agent, params.reflectionId));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
