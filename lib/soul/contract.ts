import { endpoint } from '@/lib/api/endpoint';
import { agentParams } from '@/lib/api/schema';
import { listSoulVersionsQuery, putSoulAnswer, putSoulBody, restoreSoulBody, soulAnswer, soulVersionsAnswer } from './schema';

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

export const listSoulVersions = endpoint({
  id: 'soul.versions',
  method: 'GET',
  path: '/v1/hosted-agents/:id/soul/versions',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  extension: true,
  summary: 'Every text that the soul ever had.',
  description: 'With who wrote it, why and when; the newest first. The agent itself rewrites its soul at most once a day.',
  params: agentParams,
  query: listSoulVersionsQuery,
  response: { 200: soulVersionsAnswer },
});

export const restoreSoul = endpoint({
  id: 'soul.restore',
  method: 'POST',
  path: '/v1/hosted-agents/:id/soul/restore',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  summary: 'Bring an earlier text of the soul back.',
  description:
    'It becomes a new version, and the one that it replaces stays in the history. With `expectedUpdatedAt`, nothing is written when somebody else changed the soul meanwhile.',
  params: agentParams,
  body: restoreSoulBody,
  response: { 200: putSoulAnswer },
  errors: [409],
});
