/** Longest message taken from a client: the WASM database has 2 GB of memory for everything. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;
const MAX_STARTUP_BYTES = 10_000;

/** Thrown for bytes that are no PostgreSQL protocol, or for a message that is too long. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/** Cuts the bytes of a connection into whole messages, copying each byte at most twice. */
export type FrameReader = {
  push(chunk: Buffer): void;
  /** The next packet without a type letter (first packets of a connection), or `undefined` until it is whole. */
  takeStartup(): Buffer | undefined;
  /** The next message, or `undefined` until it is whole. Throws {@link FrameError}. */
  takeMessage(): Buffer | undefined;
};

/** A reader for one connection. */
export function createFrameReader(): FrameReader {
  let chunks: Buffer[] = [];
  let available = 0;

  function take(byteCount: number): Buffer {
    const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    const rest = all.subarray(byteCount);
    chunks = rest.length > 0 ? [rest] : [];
    available = rest.length;
    return all.subarray(0, byteCount);
  }

  function lengthAt(offset: number): number | undefined {
    if (available < offset + 4) return undefined;
    if (chunks[0]!.length < offset + 4) chunks = [Buffer.concat(chunks)];
    return chunks[0]!.readInt32BE(offset);
  }

  return {
    push(chunk) {
      chunks.push(chunk);
      available += chunk.length;
    },
    takeStartup() {
      const length = lengthAt(0);
      if (length === undefined) return undefined;
      if (length < 8 || length > MAX_STARTUP_BYTES) throw new FrameError('invalid length of startup packet');
      return available < length ? undefined : take(length);
    },
    takeMessage() {
      const length = lengthAt(1);
      if (length === undefined) return undefined;
      if (length < 4) throw new FrameError('invalid message length');
      if (length > MAX_MESSAGE_BYTES) {
        throw new FrameError(`a message of ${length} bytes is longer than the ${MAX_MESSAGE_BYTES} that the embedded database takes`);
      }
      return available < length + 1 ? undefined : take(length + 1);
    },
  };
}
