import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { agentHealth } from '@/lib/health/contract';
import * as health from '@/lib/health/service';

export const GET = handle(agentHealth, ({ agent }) => health.checkAgent(agent));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
