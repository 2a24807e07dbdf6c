import { endpoint } from '@/lib/api/endpoint';
import { agentParams } from '@/lib/api/schema';
import { deleteGrantQuery, grantsAnswer, putGrantBody } from './schema';

const tag = 'Grants';
const path = '/v1/hosted-agents/:id/grants';

export const listGrants = endpoint({
  id: 'grants.list',
  method: 'GET',
  path,
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  extension: true,
  summary: 'Partners that may use this agent.',
  params: agentParams,
  response: { 200: grantsAnswer },
});

export const putGrant = endpoint({
  id: 'grants.put',
  method: 'PUT',
  path,
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  sessionOnly: true,
  summary: 'Let a partner use an agent.',
  description: 'Or, with `adopt`, take over an agent that a partner made. Only from a session: a key cannot let others in.',
  params: agentParams,
  body: putGrantBody,
  response: { 200: grantsAnswer },
  errors: [404, 409],
});

export const deleteGrant = endpoint({
  id: 'grants.delete',
  method: 'DELETE',
  path,
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  sessionOnly: true,
  summary: "End a partner's access.",
  description: 'Only from a session.',
  params: agentParams,
  query: deleteGrantQuery,
  response: { 200: grantsAnswer },
  errors: [404],
});
