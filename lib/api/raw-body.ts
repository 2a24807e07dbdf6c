import { AppError } from '@/lib/platform/errors';

const bodies = new WeakMap<Request, Uint8Array | null>();
const readers = new WeakMap<Request, (limitBytes: number) => Promise<Uint8Array>>();

/** Notes the body of a request that was read before the request was made; null when it has none. */
export function noteRawBody(request: Request, body: Uint8Array | null): void {
  bodies.set(request, body);
}

/**
 * Notes how the body of a request is read, where it is too large to be read before it is known who sends it. The reader keeps no more
 * than the limit and one chunk.
 */
export function noteBodyReader(request: Request, read: (limitBytes: number) => Promise<Uint8Array>): void {
  readers.set(request, read);
}

/** The body as it was noted, which saves making a stream of it and reading that; undefined when it can only be read as a stream. */
export function rawBodyOf(request: Request): Uint8Array | null | undefined {
  return bodies.get(request);
}

const tooLarge = (limitBytes: number) => new AppError('PAYLOAD_TOO_LARGE', `The body may have at most ${limitBytes} bytes`);

/**
 * Reads the body of a request, never more than the limit.
 *
 * @throws AppError PAYLOAD_TOO_LARGE
 */
export async function readRawBody(request: Request, limitBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge(limitBytes);
  const noted = rawBodyOf(request);
  if (noted === null) return new Uint8Array();
  const bytes = noted ?? (await (readers.get(request)?.(limitBytes) ?? readStream(request, limitBytes)));
  if (bytes.byteLength > limitBytes) throw tooLarge(limitBytes);
  return bytes;
}

async function readStream(request: Request, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limitBytes) throw tooLarge(limitBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
