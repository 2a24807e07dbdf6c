import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { retrySpawning } from '@/lib/spawning/contract';
import * as spawning from '@/lib/spawning/service';

export const POST = handle(retrySpawning, ({ agent }) => spawning.retrySpawning(agent));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
