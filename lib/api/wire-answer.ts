/**
 * An answer that is ready to be sent. Its body is kept as text, because a Web response makes a stream of it, which costs more
 * than all the rest of a small answer; whoever needs a Web response makes one by {@link toResponse}.
 */
export type WireAnswer = { status: number; headers: Headers; body: string | ReadableStream<Uint8Array> | null };

const wireMark = Symbol('wire answer');

/** An answer that a handler gives ready to be sent, such as a stream, without the detour over a Web response. */
export function wireAnswer(status: number, headers: HeadersInit, body: WireAnswer['body']): WireAnswer {
  return Object.assign({ status, headers: new Headers(headers), body }, { [wireMark]: true });
}

/** Whether a value was made by {@link wireAnswer}. */
export function isWireAnswer(value: unknown): value is WireAnswer {
  return typeof value === 'object' && value !== null && wireMark in value;
}

/** The answer inside a Web response. */
export function ofResponse(response: Response): WireAnswer {
  return { status: response.status, headers: response.headers, body: response.body };
}

/** The Web response of an answer. */
export function toResponse({ status, headers, body }: WireAnswer): Response {
  return new Response(body, { status, headers });
}
