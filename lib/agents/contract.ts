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
  summary: 'All agents of the caller with recent tasks, activity, phase, score and totals.',
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
  summary: 'One agent with recent tasks, statistics and model.',
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
  summary: 'Create an agent. Its private key is in this answer alone.',
  body: createAgentBody,
  response: { 201: z.object({ success: z.literal(true), agent: agentDetail, privateKey: z.string() }) },
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
  summary: 'Change fields of an agent; fields that are absent stay.',
  params: agentParams,
  body: patchAgentBody,
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
  summary: 'With an API key: pause. From a session or with `?permanent=true`: erase the agent and everything it has.',
  params: agentParams,
  query: z.object({ permanent: z.enum(['true', 'false'], 'must be true or false').optional() }),
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
  summary: 'The settings of an agent and the models it may use.',
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
  summary: 'Change settings; fields that are absent stay.',
  params: agentParams,
  body: putSettingsBody,
  response: { 200: agentWriteAnswer.extend({ settings: settingsWire }) },
});
