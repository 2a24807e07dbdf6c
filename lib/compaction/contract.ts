import { endpoint } from '@/lib/api/endpoint';
import { agentParams } from '@/lib/api/schema';
import { compactAnswer, compactBody } from './schema';

export const compactConversation = endpoint({
  id: 'conversations.compact',
  method: 'POST',
  path: '/v1/hosted-agents/:id/conversations/compact',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag: 'Conversations',
  summary: 'Compact a conversation.',
  description:
    'A summary stands for its older messages in prompts; the newest 12 stay word for word. All messages stay stored. A second call that finds nothing new changes nothing.',
  params: agentParams,
  body: compactBody,
  response: { 200: compactAnswer },
  errors: [404, 409],
});
