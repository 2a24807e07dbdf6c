/**
 * An answer that is ready to be sent. Its body is kept as text, because a Web response makes a stream of it, which costs more
 * than all the rest of a small answer; whoever needs a Web response makes one by {@link toResponse}.
 */
export type WireAnswer = { status: number; headers: Headers; body: string | ReadableStream<Uint8Array> | PushedBody | null };

/** Where a pushed body goes. */
export type Sink = {
  write: (text: string) => void;
  /** Whether the reader keeps up; nothing should be written while it does not. */
  hasRoom: () => boolean;
  end: () => void;
};

/**
 * A body that is written as it comes about, without the queues of a Web stream, which cost more than short events do. Called once, with
 * where it goes. Of what it gives back, `goOn` is called when the reader has room again, and `leave` when it is gone.
 */
export type PushedBody = (sink: Sink) => { goOn: () => void; leave: () => void };

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

/** Bytes that may wait for a slow reader of a Web stream. */
const BUFFER_BYTES = 64 * 1_024;

function readableOf(body: PushedBody): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let opened: ReturnType<PushedBody>;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        opened = body({
          write: (text) => controller.enqueue(encoder.encode(text)),
          hasRoom: () => (controller.desiredSize ?? 0) > 0,
          end: () => controller.close(),
        });
      },
      pull: () => opened.goOn(),
      cancel: () => opened.leave(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: BUFFER_BYTES }),
  );
}

/** The Web response of an answer. */
export function toResponse({ status, headers, body }: WireAnswer): Response {
  return new Response(typeof body === 'function' ? readableOf(body) : body, { status, headers });
}
