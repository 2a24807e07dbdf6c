import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { getSpawningStatus } from '@/lib/spawning/contract';
import * as spawning from '@/lib/spawning/service';

export const GET = handle(getSpawningStatus, ({ agent }) => spawning.getSpawningStatus(agent));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
