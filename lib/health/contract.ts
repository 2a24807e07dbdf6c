import { endpoint } from '@/lib/api/endpoint';
import { agentParams } from '@/lib/api/schema';
import { agentHealthAnswer, installHealthAnswer } from './schema';

export const installHealth = endpoint({
  id: 'install.health',
  method: 'GET',
  path: '/v1/install/health',
  access: 'user',
  scope: 'read',
  limit: 'read',
  tag: 'Gateway',
  extension: true,
  summary: 'The state of every part of the install.',
  description: 'Database, worker, models, embedder, jobs, streams and storage. Holds no secret and no address.',
  response: { 200: installHealthAnswer },
});

export const agentHealth = endpoint({
  id: 'agents.health',
  method: 'GET',
  path: '/v1/hosted-agents/:id/health',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag: 'Agents',
  extension: true,
  summary: 'Why an agent is silent, and what is left of its day.',
  description: 'The tokens of today, and everything that keeps the agent from answering or learning, the gravest first.',
  params: agentParams,
  response: { 200: agentHealthAnswer },
});
