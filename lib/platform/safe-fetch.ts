import { lookup as resolveName } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { SECOND_MS } from './clock';
import { isPublicAddress, literalAddress } from './outbound-address';

/** Why a call outside failed, for a caller that explains it in its own words. */
export type OutboundFailure = 'scheme' | 'address' | 'unreachable' | 'timeout' | 'too-large' | 'redirects' | 'encoding';

/** A call outside that was refused or failed. The message names no address that a name led to. */
export class OutboundError extends Error {
  override name = 'OutboundError';
  constructor(
    readonly failure: OutboundFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export type SafeFetchOptions = {
  headers?: Record<string, string>;
  /** The most that is taken of an answer, in bytes, both as it is sent and after it was unpacked. */
  maxBytes: number;
  /** The most that all of it may take: names, connections, redirects and the body. Default 10 s. */
  timeoutMs?: number;
  /** How many redirects are followed. Default 5. */
  redirects?: number;
  signal?: AbortSignal;
};

export type FetchedAnswer = {
  /** Where it came from in the end. */
  url: string;
  status: number;
  headers: http.IncomingHttpHeaders;
  /** Unpacked. */
  body: Buffer;
};

export type SafeFetch = (address: string, options: SafeFetchOptions) => Promise<FetchedAnswer>;

type Resolved = { address: string; family: number };

/** For tests: another resolver of names, and other addresses that may be called. */
export type SafeFetchSetup = {
  resolve?: (hostname: string) => Promise<Resolved[]>;
  mayCall?: (address: string, port: number) => boolean;
};

const DEFAULT_TIMEOUT_MS = 10 * SECOND_MS;
const DEFAULT_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const forbidden = () => new OutboundError('address', 'This address belongs to a private network, which is never called.');
const tooLarge = () => new OutboundError('too-large', 'The answer is larger than allowed.');

/**
 * Makes a {@link safeFetch}. Names are resolved once for each connection, by the very lookup that the connection is made with, so that
 * what was checked is what is called: a name that changes its answer in between changes nothing.
 */
export function createSafeFetch({ resolve = resolveAll, mayCall = isPublicAddress }: SafeFetchSetup = {}): SafeFetch {
  /** One that leads to several addresses is refused when any of them is private. */
  function guardedLookup(port: number): LookupFunction {
    return (hostname, options, callback) => {
      resolve(hostname).then(
        (found) => {
          if (found.length === 0) return callback(new OutboundError('unreachable', 'This name has no address.'), '', 0);
          if (!found.every(({ address }) => mayCall(address, port))) return callback(forbidden(), '', 0);
          if (options.all) return callback(null, found);
          callback(null, found[0]!.address, found[0]!.family);
        },
        (error: Error) => callback(error, '', 0),
      );
    };
  }

  function open(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<http.IncomingMessage> {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new OutboundError('scheme', 'Only http and https addresses can be read.');
    if (url.username !== '' || url.password !== '') throw new OutboundError('scheme', 'An address may not hold a user name or password.');
    const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
    const literal = literalAddress(url.hostname);
    if (literal !== undefined && !mayCall(literal, port)) throw forbidden();
    return new Promise((answered, failed) => {
      const send = url.protocol === 'https:' ? https.request : http.request;
      const request = send(url, { headers, signal, agent: false, lookup: guardedLookup(port) });
      request.once('response', answered).on('error', failed).end();
    });
  }

  return async (address, { headers = {}, maxBytes, timeoutMs = DEFAULT_TIMEOUT_MS, redirects = DEFAULT_REDIRECTS, signal: given }) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = given ? AbortSignal.any([given, deadline]) : deadline;
    const sent = { 'user-agent': 'SelfClaw', accept: '*/*', 'accept-encoding': 'gzip, deflate, br', ...headers };
    try {
      let url = parseUrl(address);
      for (let hop = 0; ; hop += 1) {
        const answer = await unlessAborted(open(url, sent, signal), signal);
        const { statusCode: status = 0, headers: received } = answer;
        if (!REDIRECTS.has(status) || received.location === undefined) {
          return { url: url.href, status, headers: received, body: await unlessAborted(readBody(answer, maxBytes), signal, answer) };
        }
        answer.destroy();
        if (hop >= redirects) throw new OutboundError('redirects', 'This address leads on and on.');
        url = parseUrl(received.location, url);
      }
    } catch (error) {
      if (error instanceof OutboundError) throw error;
      given?.throwIfAborted();
      if (deadline.aborted) throw new OutboundError('timeout', `No whole answer came within ${Math.round(timeoutMs / SECOND_MS)} seconds.`);
      throw new OutboundError('unreachable', 'The address cannot be reached.', { cause: error });
    }
  };
}

/**
 * The only way to call an address that somebody supplied. It reaches http and https on the open internet alone, checks each redirect
 * anew, and takes no more time and bytes than allowed.
 *
 * @throws OutboundError, or the signal's reason when it is aborted
 */
export const safeFetch: SafeFetch = createSafeFetch();

function resolveAll(hostname: string): Promise<Resolved[]> {
  return resolveName(hostname, { all: true });
}

function parseUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new OutboundError('scheme', 'This is not an address that can be read.');
  return new URL(address, base);
}

/** Ends with the signal, also where what is waited for does not hear it, such as the look-up of a name. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, stream?: Readable): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  // Whichever comes second is nobody's any more.
  work.catch(() => {});
  aborted.catch(() => {});
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
    stream?.destroy();
  }
}

function unpacked(answer: http.IncomingMessage): Readable {
  const coding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (coding === 'identity' || coding === '') return answer;
  const unpack =
    coding === 'gzip' || coding === 'x-gzip'
      ? zlib.createGunzip()
      : coding === 'deflate'
        ? zlib.createInflate()
        : coding === 'br'
          ? zlib.createBrotliDecompress()
          : undefined;
  if (!unpack) throw new OutboundError('encoding', 'The answer is packed in a way that cannot be read.');
  answer.once('error', (error) => unpack.destroy(error));
  return answer.pipe(unpack);
}

async function readBody(answer: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  let packedBytes = 0;
  const body = unpacked(answer);
  if (body !== answer) {
    answer.on('data', (chunk: Buffer) => {
      packedBytes += chunk.byteLength;
      if (packedBytes > maxBytes) body.destroy(tooLarge());
    });
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Unpacking goes on only as fast as this reads, so that a small bomb is never unpacked as a whole.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  if (!answer.complete) throw new Error('the answer was cut off');
  return Buffer.concat(chunks);
}
