import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { readOpenApi } from '@/lib/gateway/contract';
import { readOpenApiDocument } from '@/lib/gateway/openapi-document';

export const GET = handle(readOpenApi, () => readOpenApiDocument());
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
