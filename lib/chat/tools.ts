import { z } from 'zod';
import type { OwnedAgent } from '@/lib/auth/principal';
import type { ChatTool } from '@/lib/llm/reply-types';
import { calculate } from '@/lib/llm/tools/calculate';
import { describeDate } from '@/lib/llm/tools/date';
import { retrieveMemories } from '@/lib/memories/retrieval';
import { memoryCategories } from '@/lib/memories/schema';
import { addMemory, forgetMemory } from '@/lib/memories/service';
import { now } from '@/lib/platform/clock';
import { isRefusal } from '@/lib/platform/errors';
import { isUuid } from '@/lib/platform/identifiers';
import { contentWords, wordQuery } from '@/lib/platform/text-search';
import { confirmInTalk } from '@/lib/spawning/talk';
import { gapFields } from '@/lib/spawning/schema';
import { searchMessages } from './queries';

const FOUND = 8;
const TIME_ZONE = 'UTC';

const rememberInput = z.object({
  fact: z.string().trim().min(2).max(2_000).describe('The fact, in the words of the owner, in the first person.'),
  category: z.enum(memoryCategories).optional(),
});
const forgetInput = z.object({
  query: z.string().max(500).optional().describe('What to forget, in words.'),
  memoryId: z.string().optional().describe('The id of the memory, when search_memory gave it.'),
});
const searchInput = z.object({ query: z.string().trim().min(1).max(500) });
const confirmInput = z.object({
  field: z.enum(gapFields).describe('The field of the question.'),
  value: z.string().trim().min(1).max(1_000).describe('What the owner said, in their words; several items one a line.'),
});
const dateInput = z.object({ expression: z.string().max(200).optional().describe('Such as "next friday"; leave it out for today.') });
const calculateInput = z.object({ expression: z.string().max(200).describe('Such as "15% of 240" or "(3 + 4) * 2".') });

/** Names of the tools of a chat, in the order in which models are told of them. */
export const chatToolNames = [
  'remember',
  'forget',
  'search_memory',
  'search_conversations',
  'date',
  'calculate',
  'confirm_knowledge',
] as const;

/** Roughly what the definitions of the tools add to a prompt. */
export const TOOL_DEFINITION_TOKENS = 580;

/** The message that a turn answers. */
export type AnsweredMessage = { id: string; conversationId: bigint; content: string };

/** The tools of one turn. All of them stay inside the agent's own records; nothing here acts on the outside. */
export function createChatTools(agent: OwnedAgent, message: AnsweredMessage): ChatTool[] {
  const userMessageId = message.id;
  return [
    {
      name: 'remember',
      description: 'Keeps a lasting fact about the owner in memory.',
      inputSchema: rememberInput,
      execute: async ({ fact, category }: z.infer<typeof rememberInput>) => {
        const added = await addMemory(agent, {
          content: fact,
          category: category ?? 'fact',
          source: 'conversation',
          actor: 'agent',
          sourceMessageId: userMessageId,
        });
        if (isRefusal(added)) return { ok: false, reason: added.error.message };
        return { ok: true, memory: { id: added.memory.id, content: added.memory.content } };
      },
    },
    {
      name: 'forget',
      description: 'Removes one memory, named by its id or described in words.',
      inputSchema: forgetInput,
      execute: async ({ query, memoryId }: z.infer<typeof forgetInput>) => {
        if (memoryId !== undefined && !isUuid(memoryId)) return { ok: false, reason: 'That is no id of a memory.', candidates: [] };
        if (memoryId === undefined && !query?.trim()) return { ok: false, reason: 'It was not said what to forget.', candidates: [] };
        const { forgotten, candidates } = await forgetMemory(agent, memoryId === undefined ? { query: query ?? '' } : { memoryId });
        if (forgotten) return { ok: true, forgotten: [forgotten] };
        const reason = candidates?.length ? 'It is not clear which of these is meant:' : 'There is no such memory.';
        return { ok: false, reason, candidates: candidates ?? [] };
      },
    },
    {
      name: 'search_memory',
      description: 'Searches what is remembered about the owner.',
      inputSchema: searchInput,
      execute: async ({ query }: z.infer<typeof searchInput>) => {
        const found = await retrieveMemories(agent, query, { limit: FOUND });
        return {
          memories: found.map(({ id, content, category, createdAt }) => ({ id, content, category, createdAt: createdAt.toISOString() })),
        };
      },
    },
    {
      name: 'search_conversations',
      description: 'Searches all earlier messages of the owner and the agent by words.',
      inputSchema: searchInput,
      execute: async ({ query }: z.infer<typeof searchInput>) => {
        const words = wordQuery(contentWords(query).join(' '), { match: 'any', prefix: 'none' });
        const found = words ? await searchMessages(agent, words, userMessageId, FOUND) : [];
        return { messages: found.map(({ createdAt, ...message }) => ({ ...message, at: createdAt.toISOString() })) };
      },
    },
    {
      name: 'date',
      description: 'Tells the date and time now, or which day an expression means.',
      inputSchema: dateInput,
      execute: ({ expression }: z.infer<typeof dateInput>) => describeDate(expression, now(), TIME_ZONE),
    },
    {
      name: 'calculate',
      description: 'Works out arithmetic.',
      inputSchema: calculateInput,
      execute: ({ expression }: z.infer<typeof calculateInput>) => calculate(expression),
    },
    {
      name: 'confirm_knowledge',
      description: 'Keeps what the owner answered to a question about themselves.',
      inputSchema: confirmInput,
      execute: ({ field, value }: z.infer<typeof confirmInput>) => confirmInTalk(agent, { field, value }, message),
    },
  ];
}
