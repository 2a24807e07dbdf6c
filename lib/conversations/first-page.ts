import type { ConversationWire } from './schema';

/** So many conversations the first page of a list holds, whoever asks for it: the browser, or the server that draws the list. */
export const CONVERSATIONS_AT_FIRST = 50;

/** A page of an agent's conversations, as its endpoint answers. */
export type ConversationPage = { conversations: ConversationWire[]; limit: number; offset: number; total: number };
