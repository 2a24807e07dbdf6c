/** Codes that stand in place of a version in a client's first packet (PostgreSQL protocol, "Start-up"). */
export const SSL_REQUEST = 80_877_103;
export const GSS_ENCRYPTION_REQUEST = 80_877_104;
export const CANCEL_REQUEST = 80_877_102;

/** A 32-bit big-endian integer. */
export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** One message: type letter, length, body. A string part is written with its closing zero byte. */
export function message(type: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)));
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

/** ErrorResponse. `code` is an SQLSTATE; `FATAL` tells the client that its connection ends. */
export function errorMessage(severity: 'ERROR' | 'FATAL', code: string, text: string): Buffer {
  return message('E', `S${severity}`, `V${severity}`, `C${code}`, `M${text}`, Buffer.from([0]));
}

/** ReadyForQuery outside a transaction. */
export const readyForQuery = message('Z', Buffer.from('I'));

/** The type letter of a message. */
export function typeOf(bytes: Buffer): string {
  return String.fromCharCode(bytes[0] ?? 0);
}

/** Reads the zero-terminated text at `offset`; `next` is the offset behind it. */
export function readText(bytes: Buffer, offset: number): { text: string; next: number } {
  const end = bytes.indexOf(0, offset);
  const stop = end < 0 ? bytes.length : end;
  return { text: bytes.toString('utf8', offset, stop), next: Math.min(stop + 1, bytes.length) };
}

/** Splits a run of whole backend messages. */
export function splitMessages(bytes: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  let offset = 0;
  while (offset + 5 <= bytes.length) {
    const length = bytes.readInt32BE(offset + 1) + 1;
    messages.push(bytes.subarray(offset, offset + length));
    offset += length;
  }
  return messages;
}

/** Looks through a run of whole backend messages: is a notification among them, and the last transaction status (`I`, `T`, `E`). */
export function scanAnswer(bytes: Buffer): { notifies: boolean; status: string | undefined } {
  let notifies = false;
  let status: string | undefined;
  for (let offset = 0; offset + 5 <= bytes.length; offset += bytes.readInt32BE(offset + 1) + 1) {
    if (bytes[offset] === 0x41) notifies = true;
    if (bytes[offset] === 0x5a) status = String.fromCharCode(bytes[offset + 5]!);
  }
  return { notifies, status };
}
