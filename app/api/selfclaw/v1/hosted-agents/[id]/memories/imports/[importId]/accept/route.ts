import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { actorOf } from '@/lib/auth/principal';
import { acceptMemoryImport } from '@/lib/memory-imports/contract';
import * as imports from '@/lib/memory-imports/service';

export const POST = handle(acceptMemoryImport, ({ agent, params, body, principal, markDone }) =>
  imports.acceptMemoryImport(agent, params.importId, body, actorOf(principal), markDone),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
