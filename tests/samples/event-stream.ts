import { setTimeout as sleep } from 'node:timers/promises';
import type { SampleCaller } from './poll-mode';

type SampleEvent = {
  content?: string;
  done?: boolean;
  error?: string;
  keepalive?: boolean;
  messageId?: string;
  conversationId?: number;
  suggestedChips?: string[];
};

/** What the reader of the documented sample ends up with. */
export type StreamedAnswer = {
  text: string;
  /** Every event, in order. */
  events: SampleEvent[];
  /** Milliseconds from the request to the first event that could be parsed. */
  firstEventMs: number;
  conversationId?: number;
  suggestedChips?: string[];
  error?: string;
  headers: Headers;
};

/** Posts a message and asks for events. */
export function requestEvents(
  caller: SampleCaller,
  agentId: number,
  body: { message: string; conversationId?: number },
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(`${caller.base}/v1/hosted-agents/${agentId}/chat`, {
    method: 'POST',
    headers: { ...caller.headers, 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}

/**
 * Reads a reply as the documented sample does, and no better: decoded chunks are cut at `\n`, the last piece waits for more, a
 * line that begins with `data: ` is JSON from its seventh character on, and everything else is passed over. A field is looked
 * for in the order content, done, error. A line that is no JSON throws, as it would there.
 */
export async function readAnswer(response: Response, sentAtMs = performance.now()): Promise<StreamedAnswer> {
  const answer: StreamedAnswer = { text: '', events: [], firstEventMs: Number.NaN, headers: response.headers };
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return answer;
    rest += decoder.decode(value, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      if (!line.startsWith('data: ')) continue;
      const event = JSON.parse(line.slice(6)) as SampleEvent;
      if (answer.events.length === 0) answer.firstEventMs = performance.now() - sentAtMs;
      answer.events.push(event);
      if (event.content) answer.text += event.content;
      else if (event.done) Object.assign(answer, { conversationId: event.conversationId, suggestedChips: event.suggestedChips });
      else if (event.error) answer.error = event.error;
    }
  }
}

/** How long the published client waits for something that it can parse before it gives the stream up. */
export const PATIENCE_MS = 4_000;

export type PatientAnswer = { streamed?: StreamedAnswer; posts: number };

/**
 * The published client: it asks for events, and posts the same message once more in poll mode when nothing that parses has come
 * within four seconds. A server that stays silent until its model speaks would be asked twice.
 */
export async function readOrPostAgain(
  caller: SampleCaller,
  agentId: number,
  body: { message: string; conversationId?: number },
): Promise<PatientAnswer> {
  const given = new AbortController();
  const response = await requestEvents(caller, agentId, body, given.signal);
  const [watched, read] = response.body!.tee();
  const silence = sleep(PATIENCE_MS, 'silence' as const);
  const first = await Promise.race([firstEvent(watched), silence]);
  if (first === 'event') return { streamed: await readAnswer(new Response(read, { headers: response.headers })), posts: 1 };
  given.abort();
  await fetch(`${caller.base}/v1/hosted-agents/${agentId}/chat?poll=true`, {
    method: 'POST',
    headers: { ...caller.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { posts: 2 };
}

async function firstEvent(stream: ReadableStream<Uint8Array>): Promise<'event'> {
  let text = '';
  for await (const chunk of stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)) {
    text += chunk;
    const line = text.split('\n').find((candidate) => candidate.startsWith('data: '));
    if (line && text.includes(`${line}\n`)) {
      JSON.parse(line.slice(6));
      return 'event';
    }
  }
  return new Promise(() => {});
}
