import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { agentParams } from '@/lib/api/schema';
import {
  agentAnswer,
  agentListAnswer,
  agentSummary,
  agentWriteAnswer,
  createAgentBody,
  agentDetail,
  patchAgentBody,
  putSettingsBody,
  settingsWire,
} from './schema';

const tag = 'Agents';

export const listAgents = endpoint({
  id: 'agents.list',
  method: 'GET',
  path: '/v1/hosted-agents',
  access: 'user',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'All agents of the caller.',
  description: 'With recent tasks, activity, phase, score and totals.',
  response: { 200: agentListAnswer },
});

export const summarizeAgents = endpoint({
  id: 'agents.summary',
  method: 'GET',
  path: '/v1/hosted-agents/summary',
  access: 'user',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'A light list of the agents of the caller.',
  response: { 200: z.object({ agents: z.array(agentSummary) }) },
});

export const getAgent = endpoint({
  id: 'agents.get',
  method: 'GET',
  path: '/v1/hosted-agents/:id',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'One agent.',
  description: 'With recent tasks, statistics and the model that answers.',
  params: agentParams,
  response: { 200: agentAnswer },
});

export const createAgent = endpoint({
  id: 'agents.create',
  method: 'POST',
  path: '/v1/hosted-agents',
  access: 'user',
  scope: 'write',
  limit: 'write',
  tag,
  idempotent: true,
  summary: 'Create an agent.',
  description: 'Its private key is in this answer alone: only its public half is kept.',
  body: createAgentBody,
  response: {
    201: z.object({
      success: z.literal(true),
      agent: agentDetail,
      privateKey: z.string().meta({ description: 'Ed25519, PKCS8 in base64; kept nowhere', examples: ['MC4CAQAwBQYDK2VwBCIEI…'] }),
    }),
  },
  errors: [409],
});

export const patchAgent = endpoint({
  id: 'agents.patch',
  method: 'PATCH',
  path: '/v1/hosted-agents/:id',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  summary: 'Change an agent.',
  description: 'Fields that are absent stay as they are.',
  params: agentParams,
  body: patchAgentBody.meta({ examples: [{ description: 'Keeps my reading list', status: 'active' }] }),
  response: { 200: agentWriteAnswer },
});

export const deleteAgent = endpoint({
  id: 'agents.delete',
  method: 'DELETE',
  path: '/v1/hosted-agents/:id',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  summary: 'Pause or erase an agent.',
  description:
    'With an API key: pause. From a session, or with `?permanent=true`: erase the agent and everything it has. A partner erases only what it made.',
  params: agentParams,
  query: z.object({
    permanent: z
      .enum(['true', 'false'], 'must be true or false')
      .optional()
      .meta({ description: 'Erase instead of pausing, also with a key' }),
  }),
  response: { 200: z.object({ success: z.literal(true), agent: agentDetail.optional() }) },
});

export const getSettings = endpoint({
  id: 'settings.get',
  method: 'GET',
  path: '/v1/hosted-agents/:id/settings',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag: 'Settings',
  summary: 'The settings of an agent.',
  description: 'With the models it may use.',
  params: agentParams,
  response: { 200: settingsWire },
});

export const putSettings = endpoint({
  id: 'settings.put',
  method: 'PUT',
  path: '/v1/hosted-agents/:id/settings',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag: 'Settings',
  summary: 'Change settings.',
  description: 'Fields that are absent stay as they are.',
  params: agentParams,
  body: putSettingsBody,
  response: { 200: agentWriteAnswer.extend({ settings: settingsWire }) },
});
