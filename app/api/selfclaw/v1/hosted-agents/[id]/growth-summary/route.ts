import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { getGrowthSummary } from '@/lib/awareness/contract';
import * as awareness from '@/lib/awareness/service';

export const GET = handle(getGrowthSummary, ({ agent }) => awareness.readGrowthSummary(agent));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
