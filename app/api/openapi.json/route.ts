import { handle } from '@/lib/api/handle';
import { createOpenApiDocument } from '@/lib/api/openapi';
import { otherMethods } from '@/lib/api/other-methods';
import { publicUrl } from '@/lib/auth/public-address';
import { contract } from '@/lib/contract';
import { readOpenApi } from '@/lib/gateway/contract';

export const GET = handle(readOpenApi, () => createOpenApiDocument(contract, publicUrl().origin));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
