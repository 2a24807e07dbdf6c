import type { IncomingMessage, ServerResponse } from 'node:http';
import { BODY_LIMIT_BYTES } from '@/lib/api/limits';
import { noteBodyReader, noteRawBody } from '@/lib/api/raw-body';
import type { PushedBody, WireAnswer } from '@/lib/api/wire-answer';

/** Many clients read an answer only after they have sent everything; beyond this their connection is cut instead. */
const DISCARDED_BYTES = 16 * 1024 * 1024;

/** Keeps the first chunks of a body, over the limit by no more than one, which is enough for the handler to refuse it. */
function readBody(incoming: IncomingMessage, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const end = () => resolve(new Uint8Array(Buffer.concat(chunks)));
    incoming.on('data', (chunk: Buffer) => {
      if (size <= limitBytes) chunks.push(chunk);
      size += chunk.byteLength;
      if (size <= DISCARDED_BYTES) return;
      incoming.socket.destroy();
      end();
    });
    incoming.once('end', end);
    incoming.once('error', reject);
    incoming.once('close', () => reject(new Error('The client left before its body was read')));
  });
}

function hasBody(incoming: IncomingMessage): boolean {
  return incoming.headers['transfer-encoding'] !== undefined || Number(incoming.headers['content-length'] ?? 0) > 0;
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index];
    const value = incoming.rawHeaders[index + 1];
    if (name === undefined || value === undefined || name.startsWith(':')) continue;
    headers.append(name, value);
  }
  return headers;
}

type RequestState = { url: string; method: string; headers: Headers; body: Uint8Array<ArrayBuffer> | undefined; whole?: Request };

const stateOf = new WeakMap<object, RequestState>();

function state(request: object): RequestState {
  const found = stateOf.get(request);
  if (!found) throw new TypeError('Illegal invocation');
  return found;
}

function wholeRequest(request: object): Request {
  const own = state(request);
  own.whole ??= new Request(own.url, { method: own.method, headers: own.headers, body: own.body });
  return own.whole;
}

/**
 * A Web request that makes itself whole only when more than its address, method and headers is asked for: most handlers ask for
 * nothing else, and a whole one costs as much as all the rest that is done before a handler runs.
 */
const requestPrototype: object = Object.create(
  Request.prototype,
  Object.fromEntries(
    Object.entries(Object.getOwnPropertyDescriptors(Request.prototype)).map(([name, { get, value }]): [string, PropertyDescriptor] => {
      if (name === 'url' || name === 'method' || name === 'headers') {
        return [
          name,
          {
            get: function own(this: object) {
              return state(this)[name];
            },
          },
        ];
      }
      if (get)
        return [
          name,
          {
            get: function whole(this: object) {
              return Reflect.get(wholeRequest(this), name);
            },
          },
        ];
      const call = function call(this: object, ...given: unknown[]) {
        return (value as (...all: unknown[]) => unknown).apply(wholeRequest(this), given);
      };
      return [name, name === 'constructor' ? { value } : { value: call }];
    }),
  ),
);

/** Names of hosts, IPv4 and IPv6 addresses, with a port. */
const PLAIN_HOST = /^[\w.-]+(?::\d{1,5})?$|^\[[\da-fA-F:.]+\](?::\d{1,5})?$/;

/** How much of a body is read, and whether before anything else. */
export type BodyReading = {
  /** Default: the usual limit. */
  limitBytes?: number;
  /** The body is read when the handler asks for it, which it does once it knows who sends it. */
  late?: boolean;
};

/** Discards what a handler left of a body: many clients read an answer only after they have sent everything. */
export async function discardBody(incoming: IncomingMessage): Promise<void> {
  if (incoming.complete || incoming.destroyed || !hasBody(incoming)) return;
  await readBody(incoming, 0).catch(() => {});
}

/** Makes the Web request of a Node request. It has no `signal`: what is begun here ends whether or not the client stays. */
export async function toWebRequest(
  incoming: IncomingMessage,
  address: { name: string; value: string },
  { limitBytes = BODY_LIMIT_BYTES, late = false }: BodyReading = {},
): Promise<Request> {
  const headers = headersOf(incoming);
  headers.set(address.name, address.value);
  const host = incoming.headers.host ?? 'localhost';
  const url = `http://${host}${incoming.url ?? '/'}`;
  const method = incoming.method ?? 'GET';
  const isBodyless = method === 'GET' || method === 'HEAD';
  const isSent = !isBodyless && hasBody(incoming);
  const body = isSent && !late ? await readBody(incoming, limitBytes) : undefined;
  // A strange address is judged by the real thing, which refuses what no handler could read.
  if (!PLAIN_HOST.test(host) || !URL.canParse(url)) return new Request(url, { method, headers, body });
  const request = Object.create(requestPrototype) as Request;
  stateOf.set(request, { url, method, headers, body });
  if (isSent && late) noteBodyReader(request, (limit) => readBody(incoming, limit));
  else noteRawBody(request, body ?? null);
  return request;
}

/** Waits until the client has taken what was written, or is gone. Leaves no listener behind: a long stream waits thousands of times. */
function untilDrained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      outgoing.off('drain', end).off('close', end);
      resolve();
    };
    outgoing.on('drain', end).on('close', end);
  });
}

async function pump(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  // Who left before the answer began does not leave a second time.
  if (outgoing.destroyed) return body.cancel();
  const reader = body.getReader();
  outgoing.once('close', () => void reader.cancel().catch(() => {}));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!outgoing.write(value)) await untilDrained(outgoing);
    if (outgoing.destroyed) return;
  }
  outgoing.end();
}

/** Lets a body write itself; its first event travels with the headers. */
function push(body: PushedBody, outgoing: ServerResponse): Promise<void> {
  if (outgoing.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const { goOn, leave } = body({
      write: (text) => void outgoing.write(text),
      hasRoom: () => !outgoing.writableNeedDrain && !outgoing.destroyed,
      end: () => void outgoing.end(),
    });
    outgoing.on('drain', goOn).once('close', () => {
      leave();
      resolve();
    });
  });
}

/** Writes an answer to a Node response; streams are passed on chunk by chunk, at the reader's speed. */
export async function sendAnswer({ status, headers, body }: WireAnswer, outgoing: ServerResponse, method: string): Promise<void> {
  // Each cookie comes as an entry of its own.
  const flat = [...headers].flat();
  if (body === null || method === 'HEAD') {
    if (body instanceof ReadableStream) await body.cancel();
    outgoing.writeHead(status, flat);
    outgoing.end();
    return;
  }
  if (typeof body === 'function') {
    outgoing.writeHead(status, flat);
    await push(body, outgoing);
    return;
  }
  if (typeof body !== 'string' && headers.get('content-type')?.startsWith('text/event-stream')) {
    outgoing.writeHead(status, flat);
    outgoing.flushHeaders();
    await pump(body, outgoing);
    return;
  }
  const whole = typeof body === 'string' ? body : Buffer.from(await new Response(body).arrayBuffer());
  outgoing.writeHead(status, [...flat, 'content-length', String(Buffer.byteLength(whole))]);
  outgoing.end(whole);
}
