import { setTimeout as sleep } from 'node:timers/promises';

/** Who calls, as the documented samples do: a base address that ends in `/api/selfclaw`, and headers with the key. */
export type SampleCaller = { base: string; headers: Record<string, string> };

export type ChatStart = { messageId: string; conversationId: number; status: string };

/** The last body of the poll loop, with the statuses that it saw on its way. */
export type PolledAnswer = {
  status: string;
  content: string;
  conversationId: number;
  suggestedChips: string[];
  error?: string;
  httpStatuses: number[];
  quota: { used: string | null; remaining: string | null; reset: string | null };
};

/** Posts a message without asking for events. `undefined` fields are left out of the body, as in the samples. */
export async function startChat(
  caller: SampleCaller,
  agentId: number,
  body: { message: string; conversationId?: number },
): Promise<ChatStart> {
  const response = await fetch(`${caller.base}/v1/hosted-agents/${agentId}/chat`, {
    method: 'POST',
    headers: { ...caller.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status !== 202) throw new Error(`the chat answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as ChatStart;
}

/** Asks for the result every 1.5 s until it is no longer `processing`; the loop of the samples has no other way out. */
export async function pollResult(caller: SampleCaller, agentId: number, messageId: string): Promise<PolledAnswer> {
  const httpStatuses: number[] = [];
  for (;;) {
    const response = await fetch(`${caller.base}/v1/hosted-agents/${agentId}/chat/${messageId}/result`, { headers: caller.headers });
    httpStatuses.push(response.status);
    const answer = (await response.json()) as PolledAnswer;
    const header = (name: string) => response.headers.get(`x-quota-${name}`);
    const quota = { used: header('tokens-used'), remaining: header('tokens-remaining'), reset: header('reset') };
    if (answer.status !== 'processing') return { ...answer, httpStatuses, quota };
    await sleep(1_500);
  }
}
