const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether `text` has the form of a UUID. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** Reads a numeric id from a path, or `undefined` when the text is none. */
export function parseNumericId(text: string): bigint | undefined {
  if (!/^[1-9][0-9]{0,15}$/.test(text)) return undefined;
  const id = BigInt(text);
  return id <= BigInt(Number.MAX_SAFE_INTEGER) ? id : undefined;
}
