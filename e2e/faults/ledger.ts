import { setTimeout as sleep } from 'node:timers/promises';
import { call, mustCall, type Account } from '../support/account';

type Caller = Pick<Account, 'origin' | 'headers'>;
export type Result = { status: string; content?: string; error?: string; code?: string };
type Message = { id: string; role: string; content: string; status: string; error: string | null };

/** Everything that the server said it had taken in, to be compared with what it has after a fault. */
export type Ledger = {
  caller: Caller;
  agentId: number;
  messages: { text: string; messageId: string; conversationId: number }[];
  memories: string[];
};

export function openLedger(caller: Caller, agentId: number): Ledger {
  return { caller, agentId, messages: [], memories: [] };
}

/** Posts a message and notes it once it is acknowledged. Gives the status that came, 0 when none did. */
export async function post(
  ledger: Ledger,
  text: string,
  conversationId?: number,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const sent = await call(ledger.caller, 'POST', `/v1/hosted-agents/${ledger.agentId}/chat`, { message: text, conversationId }).catch(
    () => undefined,
  );
  if (!sent) return { status: 0, body: {} };
  if (sent.status === 202) {
    const { messageId, conversationId: place } = sent.body as { messageId: string; conversationId: number };
    ledger.messages.push({ text, messageId, conversationId: place });
  }
  return sent;
}

/** The same for a message that must be taken. */
export async function mustPost(ledger: Ledger, text: string, conversationId?: number): Promise<Ledger['messages'][number]> {
  const sent = await post(ledger, text, conversationId);
  if (sent.status !== 202) throw new Error(`the chat answered ${sent.status}: ${JSON.stringify(sent.body)}`);
  return ledger.messages.at(-1)!;
}

/** Adds a memory and notes it once it is acknowledged. */
export async function addMemory(ledger: Ledger, content: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const added = await call(ledger.caller, 'POST', `/v1/hosted-agents/${ledger.agentId}/memories`, { content }).catch(() => undefined);
  if (added?.status === 201) ledger.memories.push(content);
  return added ?? { status: 0, body: {} };
}

/** Polls a reply until it has ended, through refusals and lost connections, and says after how long. */
export async function untilEnded(ledger: Ledger, messageId: string, withinMs: number): Promise<Result & { afterMs: number }> {
  const startedMs = performance.now();
  let last: unknown;
  while (performance.now() - startedMs < withinMs) {
    const answer = await call<Result>(ledger.caller, 'GET', `/v1/hosted-agents/${ledger.agentId}/chat/${messageId}/result`).catch(
      (error: unknown) => {
        last = error;
        return undefined;
      },
    );
    last = answer ?? last;
    if (answer && (answer.status === 200 || answer.body.status === 'error'))
      return { ...answer.body, afterMs: performance.now() - startedMs };
    await sleep(250);
  }
  throw new Error(`the reply ${messageId} has not ended within ${withinMs} ms; last seen: ${JSON.stringify(last)}`);
}

export async function readMessages(ledger: Ledger, conversationId: number): Promise<Message[]> {
  const path = `/v1/hosted-agents/${ledger.agentId}/messages?conversationId=${conversationId}&limit=200`;
  return (await mustCall<{ messages: Message[] }>(ledger.caller, 'GET', path)).messages;
}

/** What was acknowledged and is missing or doubled, or still open. Empty when all is well. */
export async function findLosses(ledger: Ledger): Promise<string[]> {
  const losses: string[] = [];
  for (const conversationId of new Set(ledger.messages.map((message) => message.conversationId))) {
    const stored = await readMessages(ledger, conversationId);
    for (const { text, messageId } of ledger.messages.filter((message) => message.conversationId === conversationId)) {
      const copies = stored.filter((message) => message.role === 'user' && message.content === text).length;
      if (copies !== 1) losses.push(`${copies} copies of the message “${text}”`);
      const reply = stored.find((message) => message.id === messageId);
      if (!reply) losses.push(`no reply to “${text}”`);
      else if (!['completed', 'error', 'stopped'].includes(reply.status)) losses.push(`the reply to “${text}” is ${reply.status}`);
    }
  }
  const { memories } = await mustCall<{ memories: { content: string }[] }>(
    ledger.caller,
    'GET',
    `/v1/hosted-agents/${ledger.agentId}/memories?limit=200`,
  );
  for (const content of ledger.memories) {
    const copies = memories.filter((memory) => memory.content === content).length;
    if (copies !== 1) losses.push(`${copies} copies of the memory “${content}”`);
  }
  return losses;
}
