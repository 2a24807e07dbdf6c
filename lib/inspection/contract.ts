import { endpoint } from '@/lib/api/endpoint';
import { replyParams } from '@/lib/chat/schema';
import { promptWire } from './schema';

export const getPrompt = endpoint({
  id: 'messages.prompt',
  method: 'GET',
  path: '/v1/hosted-agents/:id/messages/:messageId/prompt',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag: 'Chat',
  extension: true,
  summary: 'What the agent saw.',
  description:
    'The prompt of one reply, part by part, with its estimated tokens. Secrets are left out. 404 for a reply whose prompt was not kept, 409 while it is written.',
  params: replyParams,
  response: { 200: promptWire },
  errors: [404, 409],
});
