const bodies = new WeakMap<Request, Uint8Array | null>();

/** Notes the body of a request that was read before the request was made; null when it has none. */
export function noteRawBody(request: Request, body: Uint8Array | null): void {
  bodies.set(request, body);
}

/** The body as it was noted, which saves making a stream of it and reading that; undefined when it can only be read as a stream. */
export function rawBodyOf(request: Request): Uint8Array | null | undefined {
  return bodies.get(request);
}
