import { endpoint } from '@/lib/api/endpoint';
import { agentParams } from '@/lib/api/schema';
import { awarenessAnswer, growthSummaryAnswer } from './schema';

const tag = 'Awareness';

export const getAwareness = endpoint({
  id: 'awareness.get',
  method: 'GET',
  path: '/v1/hosted-agents/:id/awareness',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'How far an agent has come.',
  description:
    'Its phase and the way through all eight, what it has on chain, its model, and what is left of its day. From the phase `confident` on it speaks of its economy of its own accord.',
  params: agentParams,
  response: { 200: awarenessAnswer },
});

export const getGrowthSummary = endpoint({
  id: 'awareness.growthSummary',
  method: 'GET',
  path: '/v1/hosted-agents/:id/growth-summary',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'The tasks of this month, and the streak.',
  description: 'Months and days are those of UTC.',
  params: agentParams,
  response: { 200: growthSummaryAnswer },
});
