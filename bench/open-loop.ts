import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request as often as one likes. */
export type LoadRequest = { url: string; headers: Record<string, string>; body?: unknown };

/** How a request ended. Status 0: there was no answer, for the reason in `failure`. */
export type Answer = { status: number; ms: number; failure?: string };

const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
const TICK_MS = 10;
const HANGS_AFTER_MS = 30_000;

/** Sends a request and reads its whole answer. Never rejects. */
export function send({ url, headers, body }: LoadRequest): Promise<Answer> {
  const startedAtMs = performance.now();
  return new Promise((resolve) => {
    const end = (status: number, failure?: string) => {
      clearTimeout(timer);
      resolve({ status, ms: performance.now() - startedAtMs, ...(failure ? { failure } : {}) });
    };
    const text = body === undefined ? undefined : JSON.stringify(body);
    const request = http.request(url, {
      agent,
      method: text === undefined ? 'GET' : 'POST',
      headers: text === undefined ? headers : { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
    });
    const timer = setTimeout(() => request.destroy(new Error('no answer')), HANGS_AFTER_MS);
    request.once('response', (response) => {
      response.resume();
      response.once('end', () => end(response.statusCode ?? 0));
      response.once('error', (error) => end(0, error.message));
    });
    request.once('error', (error) => end(0, error.message));
    request.end(text);
  });
}

/** Sends as fast as answers come, `atOnce` at a time, for some seconds; gives successful answers a second. */
export async function closedLoop(nextRequest: () => LoadRequest, atOnce: number, seconds: number): Promise<number> {
  const startedAtMs = performance.now();
  let succeeded = 0;
  const run = async () => {
    while (performance.now() - startedAtMs < seconds * 1_000) {
      const { status } = await send(nextRequest());
      if (status >= 200 && status < 300) succeeded += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return succeeded / ((performance.now() - startedAtMs) / 1_000);
}

/** Sends `perSecond` requests a second for some seconds, whatever becomes of the earlier ones, and waits for all answers. */
export async function openLoop(nextRequest: () => LoadRequest, perSecond: number, seconds: number): Promise<Answer[]> {
  const startedAtMs = performance.now();
  const answers: Promise<Answer>[] = [];
  for (;;) {
    const elapsedMs = Math.min(seconds * 1_000, performance.now() - startedAtMs);
    while (answers.length < (elapsedMs / 1_000) * perSecond) answers.push(send(nextRequest()));
    if (elapsedMs >= seconds * 1_000) return Promise.all(answers);
    await sleep(TICK_MS);
  }
}
