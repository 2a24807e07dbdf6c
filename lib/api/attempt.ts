/** A key for one attempt of a write: the same attempt sent twice counts once. Works on plain http too, where `randomUUID` is missing. */
export function newAttempt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
