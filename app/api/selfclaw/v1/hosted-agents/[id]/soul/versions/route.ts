import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { listSoulVersions } from '@/lib/soul/contract';
import * as soul from '@/lib/soul/service';

export const GET = handle(listSoulVersions, ({ agent, query }) => soul.listSoulVersions(agent, query));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
