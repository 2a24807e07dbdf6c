import { z } from 'zod';
import { agentDetail } from '@/lib/agents/schema';
import { endpoint } from '@/lib/api/endpoint';
import { agentIdParam } from '@/lib/api/schema';
import { skillIdSchema, skillListResponse } from './schema';

const tag = 'Skills';
const params = z.object({ id: agentIdParam, skillId: skillIdSchema.meta({ description: 'The skill', examples: ['news-radar'] }) });
const answer = z.object({
  success: z.literal(true),
  agent: agentDetail.optional(),
  message: z.string().optional(),
  warning: z.string().optional(),
});

export const listSkills = endpoint({
  id: 'skills.list',
  method: 'GET',
  path: '/v1/hosted-agents/skills',
  access: 'none',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'All skills that an agent can have.',
  response: { 200: skillListResponse },
});

export const enableSkill = endpoint({
  id: 'skills.enable',
  method: 'POST',
  path: '/v1/hosted-agents/:id/skills/:skillId/enable',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  summary: 'Enable a skill.',
  description: 'Enabling it again changes nothing.',
  params,
  response: { 200: answer },
});

export const disableSkill = endpoint({
  id: 'skills.disable',
  method: 'POST',
  path: '/v1/hosted-agents/:id/skills/:skillId/disable',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  summary: 'Disable a skill.',
  params,
  response: { 200: answer },
});
