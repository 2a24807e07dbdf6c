import { createOpenApiDocument } from '@/lib/api/openapi';
import { publicUrl } from '@/lib/auth/public-address';
import { contract } from '@/lib/contract';

let made: { origin: string; document: Record<string, unknown> } | undefined;

/** The OpenAPI document of this install. Making it takes a tenth of a second, so it is made once. */
export function readOpenApiDocument(): Record<string, unknown> {
  const { origin } = publicUrl();
  if (made?.origin !== origin) made = { origin, document: createOpenApiDocument(contract, origin) };
  return made.document;
}
