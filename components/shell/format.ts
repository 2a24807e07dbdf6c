/** `0x12ab…89ef` */
export function shortAddress(address: string): string {
  return address.length > 12 ? `${address.slice(0, 6)}…${address.slice(-4)}` : address;
}

/** Whether a point in time lies behind us. */
export function isPast(timestamp: string): boolean {
  return Date.parse(timestamp) < Date.now();
}
