import http from 'node:http';
import type { SeededOwner } from './seed';

/** One request for a streamed answer: where, what, and which text says that the first token is there. */
export type StreamRequest = { url: string; headers: Record<string, string>; body: unknown };

export type StreamedTurn = { firstTokenMs: number; totalMs: number; status: number; isComplete: boolean };

const agent = new http.Agent({ keepAlive: true, maxSockets: 2_000 });
const FIRST_TOKEN = /"content":"[^"]/;
const END = /"done":true|\[DONE\]/;
const TURN_TIMEOUT_MS = 120_000;

/** Sends a request and reads its event stream to the end. */
export function streamTurn({ url, headers, body }: StreamRequest): Promise<StreamedTurn> {
  const startedAtMs = performance.now();
  const sinceMs = () => performance.now() - startedAtMs;
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const request = http.request(
      url,
      {
        method: 'POST',
        agent,
        timeout: TURN_TIMEOUT_MS,
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'content-length': Buffer.byteLength(text), ...headers },
      },
      (response) => {
        let firstTokenMs = Number.NaN;
        let isComplete = false;
        let tail = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          tail = tail.slice(-200) + chunk;
          if (Number.isNaN(firstTokenMs) && FIRST_TOKEN.test(tail)) firstTokenMs = sinceMs();
          if (END.test(tail)) isComplete = true;
        });
        response.once('end', () => resolve({ firstTokenMs, totalMs: sinceMs(), status: response.statusCode ?? 0, isComplete }));
        response.once('error', reject);
      },
    );
    request.once('timeout', () => request.destroy(new Error(`no event for ${TURN_TIMEOUT_MS} ms`)));
    request.once('error', reject);
    request.end(text);
  });
}

let sent = 0;

/** A question that nobody has asked before: the same text at once would be taken for the same message. */
export function nextQuestion(): string {
  sent += 1;
  return `Question ${sent}: what should I change about bread and running this month, and why?`;
}

/** A turn of an owner in SSE mode, at SelfClaw or at the hand-written server, which has the same path. */
export function chatRequest(origin: string, owner: SeededOwner): StreamRequest {
  return {
    url: `${origin}/api/selfclaw/v1/hosted-agents/${owner.agentId}/chat`,
    headers: { authorization: `Bearer ${owner.apiKey}` },
    body: { message: nextQuestion(), conversationId: owner.conversationId },
  };
}

/** @throws Error when the turn was not answered to its end. */
export async function wholeTurn(request: StreamRequest): Promise<StreamedTurn> {
  const turn = await streamTurn(request);
  if (turn.status !== 200 || !turn.isComplete || Number.isNaN(turn.firstTokenMs))
    throw new Error(
      `${request.url} answered ${turn.status}, ${turn.isComplete ? 'whole' : 'cut'}, first token after ${turn.firstTokenMs} ms`,
    );
  return turn;
}
