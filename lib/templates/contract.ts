import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { templateResponse } from './schema';

export const listTemplates = endpoint({
  id: 'templates.list',
  method: 'GET',
  path: '/v1/hosted-agents/templates',
  access: 'none',
  scope: 'read',
  limit: 'read',
  tag: 'Templates',
  summary: 'All persona templates.',
  response: { 200: z.object({ templates: z.array(templateResponse) }) },
});
