import { handle, reply } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { listMemoryImports, uploadMemoryImport } from '@/lib/memory-imports/contract';
import * as imports from '@/lib/memory-imports/service';
import { isRefusal } from '@/lib/platform/errors';

export const GET = handle(listMemoryImports, ({ agent }) => imports.listMemoryImports(agent));

export const POST = handle(uploadMemoryImport, async ({ agent, body, markDone }) => {
  const uploaded = await imports.uploadMemoryImport(agent, body, markDone);
  return isRefusal(uploaded) ? uploaded : reply(uploaded.isNew ? 201 : 200, uploaded.body);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
