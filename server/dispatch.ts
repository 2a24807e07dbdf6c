import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiRoutes } from '@/generated/api-routes';
import { ADDRESS_HEADER } from '@/lib/api/client-address';
import { methodNotAllowed } from '@/lib/api/other-methods';
import type { Endpoint } from '@/lib/api/endpoint';
import { ofResponse, type WireAnswer } from '@/lib/api/wire-answer';
import { log } from '@/lib/platform/log';
import { createRouteMatcher, type RouteModule } from './match-route';
import { discardBody, sendAnswer, toWebRequest } from './web-request';

type Params = Record<string, string>;
type Handler = ((request: Request, context: { params: Promise<Params> }) => Promise<Response> | Response) & {
  endpoint?: Endpoint;
  answer?: (request: Request, params: Params) => Promise<WireAnswer>;
};

/** next-auth reads its request through the framework, so its paths are left to Next.js. */
const NEXT_AUTH_PATH = '/api/auth/[...nextauth]';

const nextAuthModule: RouteModule = {};
const match = createRouteMatcher(apiRoutes.map((route) => (route.path === NEXT_AUTH_PATH ? { ...route, module: nextAuthModule } : route)));

function handlerOf(module: RouteModule, method: string): Handler | undefined {
  const handler = module[method === 'HEAD' ? 'GET' : method];
  return typeof handler === 'function' ? (handler as Handler) : undefined;
}

const servedMethods = (module: RouteModule) =>
  Object.entries(module).flatMap(([method, handler]) => (typeof handler === 'function' && 'endpoint' in handler ? [method] : []));

/**
 * Answers a request below `/api/` straight from its route file, before Next.js, whose own handling of a route costs many times
 * the handler itself. Route files mean the same either way.
 *
 * @returns false when the path is not served here
 */
export async function dispatchApi(incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean> {
  const url = incoming.url ?? '/';
  const query = url.indexOf('?');
  const found = match(query === -1 ? url : url.slice(0, query));
  if (!found || found.module === nextAuthModule) return false;
  const method = incoming.method ?? 'GET';
  const handler: Handler = handlerOf(found.module, method) ?? ((request) => methodNotAllowed(request, servedMethods(found.module)));
  try {
    const address = { name: ADDRESS_HEADER, value: incoming.socket.remoteAddress ?? 'unknown' };
    const late = handler.endpoint?.bodyType === 'multipart';
    const request = await toWebRequest(incoming, address, { limitBytes: handler.endpoint?.bodyLimitBytes, late });
    const answer = handler.answer
      ? await handler.answer(request, found.params)
      : ofResponse(await handler(request, { params: Promise.resolve(found.params) }));
    if (late) await discardBody(incoming);
    await sendAnswer(answer, outgoing, method);
  } catch (error) {
    if (!outgoing.destroyed) log().warn({ error }, 'a request could not be answered');
    if (outgoing.headersSent) outgoing.destroy();
    else
      outgoing
        .writeHead(400, { 'content-type': 'application/json', connection: 'close' })
        .end('{"error":"Bad request","code":"BAD_REQUEST"}');
  }
  return true;
}
