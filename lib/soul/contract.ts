import { endpoint } from '@/lib/api/endpoint';
import { agentParams } from '@/lib/api/schema';
import { putSoulAnswer, putSoulBody, soulAnswer } from './schema';

const tag = 'Soul';
const path = '/v1/hosted-agents/:id/soul';

export const getSoul = endpoint({
  id: 'soul.get',
  method: 'GET',
  path,
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'The soul document.',
  description: 'The page of plain words that says who the agent is.',
  params: agentParams,
  response: { 200: soulAnswer },
});

export const putSoul = endpoint({
  id: 'soul.put',
  method: 'PUT',
  path,
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  summary: 'Replace the soul document.',
  description:
    'Every earlier text is kept as a version. With `expectedUpdatedAt`, nothing is written when somebody else changed it meanwhile.',
  params: agentParams,
  body: putSoulBody,
  response: { 200: putSoulAnswer },
  errors: [409],
});
