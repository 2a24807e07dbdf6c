import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { listReflections } from '@/lib/reflections/contract';
import * as reflections from '@/lib/reflections/service';

export const GET = handle(listReflections, ({ agent }) => reflections.listReflections(agent));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
