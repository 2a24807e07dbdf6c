import { newId } from '@/lib/platform/ids';
import { AppError } from '@/lib/platform/errors';
import { corsHeaders, preflightResponse } from './cors';
import { errorResponse } from './errors';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type AnyMethod = (typeof METHODS)[number];
type PlainHandler = (request: Request) => Response;

function refusal(request: Request, error: AppError): Response {
  const response = errorResponse(error, newId());
  for (const [name, value] of corsHeaders(request)) response.headers.append(name, value);
  return response;
}

/** 405 in the contract's shape, with `Allow`. */
export function methodNotAllowed(request: Request, allowed: readonly string[]): Response {
  const allow = [...allowed, 'OPTIONS'].join(', ');
  return refusal(
    request,
    new AppError('METHOD_NOT_ALLOWED', `${request.method} is not possible here; use ${allow}`, { headers: { allow } }),
  );
}

/** 404 in the contract's shape, for paths that do not exist. */
export function pathNotFound(request: Request): Response {
  return refusal(request, new AppError('NOT_FOUND', `There is no ${new URL(request.url).pathname}`));
}

/**
 * The methods a route file does not serve: 405 in the contract's shape, and `OPTIONS` with the CORS answer.
 * Exported beside the handlers, because Next.js would answer these in a shape of its own.
 */
export function otherMethods(...served: AnyMethod[]): Record<AnyMethod | 'OPTIONS', PlainHandler> {
  const refuseMethod: PlainHandler = (request) => methodNotAllowed(request, served);
  return {
    ...(Object.fromEntries(METHODS.map((method) => [method, refuseMethod])) as Record<AnyMethod, PlainHandler>),
    OPTIONS: (request) => preflightResponse(request, served),
  };
}
