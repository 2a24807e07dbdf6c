import { endpoint } from '@/lib/api/endpoint';
import { agentParams } from '@/lib/api/schema';
import { usageStatsAnswer } from './schema';

export const getUsageStats = endpoint({
  id: 'usage.stats',
  method: 'GET',
  path: '/v1/hosted-agents/:id/usage-stats',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag: 'Usage',
  summary: 'What an agent asked of its models.',
  description:
    'Tokens, estimated cost, latency, kinds of calls, finish reasons and models over the last 24 hours, 7 and 30 days. The windows begin with a full hour. Older calls are forgotten.',
  params: agentParams,
  response: { 200: usageStatsAnswer },
});
