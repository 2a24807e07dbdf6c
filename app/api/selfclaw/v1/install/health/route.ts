import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { installHealth } from '@/lib/health/contract';
import * as health from '@/lib/health/service';

export const GET = handle(installHealth, () => health.checkInstall());
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
