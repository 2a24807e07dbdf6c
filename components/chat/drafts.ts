'use client';

import { createKeptTexts } from './kept-text';

const drafts = createKeptTexts('selfclaw:draft:');

/** Under what a conversation, or the beginning of one, keeps what was typed. */
export const draftKeyOf = (agentId: string, conversationId: string | undefined) => `${agentId}:${conversationId ?? 'new'}`;

/** Keeps an unsent message; an empty one is forgotten. */
export const writeDraft = drafts.write;

/** The unsent message of a conversation. */
export const useDraft = drafts.useText;

/** A text that comes back to a field in which something else may stand by now. */
export function joinDrafts(returned: string, typed: string): string {
  return [returned, typed].filter((text) => text.trim() !== '').join('\n\n');
}

/** Puts a message back into its field, before what was typed since. */
export function returnToDraft(key: string, message: string): void {
  drafts.write(key, joinDrafts(message, drafts.read(key)));
}
