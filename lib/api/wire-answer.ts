/**
 * An answer that is ready to be sent. Its body is kept as text, because a Web response makes a stream of it, which costs more
 * than all the rest of a small answer; whoever needs a Web response makes one by {@link toResponse}.
 */
export type WireAnswer = { status: number; headers: Headers; body: string | ReadableStream<Uint8Array> | null };

/** The answer inside a Web response. */
export function ofResponse(response: Response): WireAnswer {
  return { status: response.status, headers: response.headers, body: response.body };
}

/** The Web response of an answer. */
export function toResponse({ status, headers, body }: WireAnswer): Response {
  return new Response(body, { status, headers });
}
