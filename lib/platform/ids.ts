import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

/** A UUIDv7: unique everywhere, ordered by its time of making. */
export function newId(): string {
  return uuidv7();
}

/** A random integer from 1 to 2^53 − 1: exact in JSON, and it tells nothing about other rows. */
export function newNumericId(): bigint {
  const bits = randomBytes(8).readBigUInt64BE() & ((1n << 53n) - 1n);
  return bits === 0n ? newNumericId() : bits;
}
