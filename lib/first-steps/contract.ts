import { endpoint } from '@/lib/api/endpoint';
import { firstStepsAnswer, putFirstStepsBody } from './schema';

const common = { path: '/v1/first-steps', access: 'session', tag: 'Authentication', extension: true } as const;

export const getFirstSteps = endpoint({
  ...common,
  id: 'firstSteps.get',
  method: 'GET',
  scope: 'read',
  limit: 'read',
  summary: 'How far a new owner has come.',
  description: 'Computed from what the owner has done, across all agents.',
  response: { 200: firstStepsAnswer },
});

export const putFirstSteps = endpoint({
  ...common,
  id: 'firstSteps.put',
  method: 'PUT',
  scope: 'write',
  limit: 'write',
  summary: 'Put the list of first steps away, or note that a memory was looked at.',
  body: putFirstStepsBody,
  response: { 200: firstStepsAnswer },
});
