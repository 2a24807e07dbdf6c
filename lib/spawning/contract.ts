import { endpoint } from '@/lib/api/endpoint';
import { agentParams } from '@/lib/api/schema';
import { confirmKnowledgeAnswer, confirmKnowledgeBody, retrySpawningAnswer, spawningStatusAnswer } from './schema';

const tag = 'Spawning';

export const getSpawningStatus = endpoint({
  id: 'spawning.status',
  method: 'GET',
  path: '/v1/hosted-agents/:id/spawning-status',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'How far an agent is with getting to know its owner.',
  description: 'A step that failed says why; the others run all the same, and the agent works.',
  params: agentParams,
  response: { 200: spawningStatusAnswer },
});

export const confirmKnowledge = endpoint({
  id: 'spawning.confirm',
  method: 'POST',
  path: '/v1/hosted-agents/:id/confirm-knowledge',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  summary: 'Close a gap in what the agent knows of its owner.',
  description:
    'The value becomes a memory, and takes its place among what the owner told. Sent again with the same value it changes nothing.',
  params: agentParams,
  body: confirmKnowledgeBody,
  response: { 200: confirmKnowledgeAnswer },
  errors: [409],
});

export const retrySpawning = endpoint({
  id: 'spawning.retry',
  method: 'POST',
  path: '/v1/hosted-agents/:id/spawning/retry',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  summary: 'Try the failed steps again.',
  description: 'Only where a step has failed and none is running; what stands already is not written twice.',
  params: agentParams,
  response: { 202: retrySpawningAnswer },
  errors: [409],
});
