import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { discardMemoryImport, getMemoryImport } from '@/lib/memory-imports/contract';
import * as imports from '@/lib/memory-imports/service';

export const GET = handle(getMemoryImport, ({ agent, params, query }) => imports.readMemoryImportPage(agent, params.importId, query));

export const DELETE = handle(discardMemoryImport, ({ agent, params }) => imports.discardMemoryImport(agent, params.importId));

export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE');
