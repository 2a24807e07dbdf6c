import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { getUsageStats } from '@/lib/usage/contract';
import * as usage from '@/lib/usage/service';

export const GET = handle(getUsageStats, ({ agent }) => usage.usageStats(agent));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
