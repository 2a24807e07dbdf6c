import { headers } from 'next/headers';
import { cache } from 'react';
import * as agents from '@/lib/agents/service';
import { ownAgent } from '@/lib/auth/ownership';
import { CONVERSATIONS_AT_FIRST } from '@/lib/conversations/first-page';
import * as conversations from '@/lib/conversations/service';
import { type Refusal, unwrap } from '@/lib/platform/errors';
import { readPageSession } from './page-session';

/** As many as fill a screen; the browser asks for older ones. */
const NEWEST_MESSAGES = 20;

/**
 * What the server knows already when a whole page is asked for, so that its first paint shows it. Undefined for parts of pages, which the
 * browser reads ahead and keeps (they would be old when they are shown), and for what cannot be read: the browser asks, and says why.
 */
async function answerOfPage<Answer>(read: () => Promise<Answer | Refusal>): Promise<Answer | undefined> {
  if (!(await headers()).get('accept')?.includes('text/html')) return undefined;
  return read()
    .then(unwrap)
    .catch(() => undefined);
}

const readOwnAgent = cache(async (agentId: string) => {
  const session = await readPageSession();
  if (!session) throw new Error('Nobody is signed in');
  return ownAgent(session.principal, BigInt(agentId));
});

/** The agent of the page that is being made, as its endpoint answers. */
export function readPageAgent(agentId: string) {
  return answerOfPage(async () => agents.getAgent(await readOwnAgent(agentId)));
}

/** The first page of an agent's conversations, as their endpoint answers. */
export function readFirstConversations(agentId: string) {
  return answerOfPage(async () =>
    conversations.listConversations(await readOwnAgent(agentId), { limit: CONVERSATIONS_AT_FIRST, offset: 0 }),
  );
}

/** The end of a conversation, as the endpoint of messages answers. */
export function readNewestMessages(agentId: string, conversationId: string) {
  const query = { conversationId: BigInt(conversationId), limit: NEWEST_MESSAGES, offset: 0 };
  return answerOfPage(async () => conversations.listMessages(await readOwnAgent(agentId), query));
}
