import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { agentParams } from '@/lib/api/schema';
import { chatBody, chatQuery, chatStarted, editMessageBody, replyParams, resultCompleted, resultError, resultProcessing } from './schema';

const tag = 'Chat';

export const sendMessage = endpoint({
  id: 'chat.send',
  method: 'POST',
  path: '/v1/hosted-agents/:id/chat',
  access: 'ownership',
  scope: 'chat',
  limit: 'chat',
  tag,
  idempotent: true,
  streams: true,
  summary: 'Send a message.',
  description:
    'Answers at once with a messageId to poll, or streams the reply with `Accept: text/event-stream`. Without conversationId a new conversation begins. The reply belongs to the server: a client that goes away loses nothing. ' +
    '`?poll=true` forces poll mode.',
  params: agentParams,
  query: chatQuery,
  body: chatBody,
  response: { 202: chatStarted },
  errors: [404, 409],
});

export const getResult = endpoint({
  id: 'chat.result',
  method: 'GET',
  path: '/v1/hosted-agents/:id/chat/:messageId/result',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'The reply to a message.',
  description: '202 while it is written, 200 when it is complete or was stopped, 500 when it failed.',
  params: replyParams,
  response: { 200: resultCompleted, 202: resultProcessing, 500: resultError },
});

export const streamReply = endpoint({
  id: 'chat.stream',
  method: 'GET',
  path: '/v1/hosted-agents/:id/chat/:messageId/stream',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  extension: true,
  streams: true,
  contentType: 'text/event-stream',
  summary: 'The events of one reply.',
  description:
    'From its start, or from `Last-Event-ID` on: the id of an event is the number of UTF-16 units of the reply that the reader has after it.',
  params: replyParams,
  response: { 200: z.unknown() },
});

export const stopReply = endpoint({
  id: 'chat.stop',
  method: 'POST',
  path: '/v1/hosted-agents/:id/chat/:messageId/stop',
  access: 'ownership',
  scope: 'chat',
  limit: 'write',
  tag,
  extension: true,
  summary: 'Stop a reply.',
  description: 'What was written until then is kept.',
  params: replyParams,
  response: {
    200: z.object({ success: z.literal(true), messageId: z.string(), status: z.enum(['stopping', 'stopped', 'completed', 'error']) }),
  },
});

export const regenerateReply = endpoint({
  id: 'chat.regenerate',
  method: 'POST',
  path: '/v1/hosted-agents/:id/chat/:messageId/regenerate',
  access: 'ownership',
  scope: 'chat',
  limit: 'chat',
  tag,
  extension: true,
  summary: 'Write the last reply of a conversation anew.',
  params: replyParams,
  response: { 202: chatStarted },
  errors: [409],
});

export const editMessage = endpoint({
  id: 'messages.edit',
  method: 'PATCH',
  path: '/v1/hosted-agents/:id/messages/:messageId',
  access: 'ownership',
  scope: 'chat',
  limit: 'chat',
  tag,
  extension: true,
  destructive: true,
  summary: 'Edit a message and send it again.',
  description: 'Only messages of the owner. What followed the message leaves the conversation.',
  params: replyParams,
  body: editMessageBody,
  response: { 202: chatStarted },
  errors: [409],
});
