import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { agentParams, success, timestamp, uuidWire } from '@/lib/api/schema';
import {
  conversationParams,
  conversationWire,
  listConversationsQuery,
  listMessagesQuery,
  messageListAnswer,
  patchConversationBody,
  searchConversationsQuery,
} from './schema';

const tag = 'Conversations';
const conversationsAnswer = z.object({
  conversations: z.array(conversationWire),
  limit: z.number().int(),
  offset: z.number().int(),
  total: z.number().int(),
});

export const listConversations = endpoint({
  id: 'conversations.list',
  method: 'GET',
  path: '/v1/hosted-agents/:id/conversations',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'Conversations with the agent.',
  description: 'The most recent first.',
  params: agentParams,
  query: listConversationsQuery,
  response: { 200: conversationsAnswer },
});

export const searchConversations = endpoint({
  id: 'conversations.search',
  method: 'GET',
  path: '/v1/hosted-agents/:id/conversations/search',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  extension: true,
  summary: 'Search conversations.',
  description: 'Looks through titles and messages.',
  params: agentParams,
  query: searchConversationsQuery,
  response: {
    200: z.object({
      results: z.array(
        z.object({
          conversation: conversationWire,
          messageId: uuidWire.nullable(),
          excerpt: z.string().meta({ examples: ['You are allergic to peanuts.'] }),
          createdAt: timestamp,
        }),
      ),
      limit: z.number().int(),
      offset: z.number().int(),
    }),
  },
});

export const patchConversation = endpoint({
  id: 'conversations.patch',
  method: 'PATCH',
  path: '/v1/hosted-agents/:id/conversations/:conversationId',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  summary: 'Rename a conversation.',
  params: conversationParams,
  body: patchConversationBody,
  response: { 200: z.object({ success: z.literal(true), conversation: conversationWire }) },
});

export const deleteConversation = endpoint({
  id: 'conversations.delete',
  method: 'DELETE',
  path: '/v1/hosted-agents/:id/conversations/:conversationId',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  summary: 'Delete a conversation.',
  description: 'With its messages; what was learned from it stays.',
  params: conversationParams,
  response: { 200: success },
});

export const listMessages = endpoint({
  id: 'messages.list',
  method: 'GET',
  path: '/v1/hosted-agents/:id/messages',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'Messages of a conversation.',
  description: 'The newest page first, in order inside a page.',
  params: agentParams,
  query: listMessagesQuery,
  response: { 200: messageListAnswer },
});
