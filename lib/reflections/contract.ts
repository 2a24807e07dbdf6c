import { endpoint } from '@/lib/api/endpoint';
import { agentParams } from '@/lib/api/schema';
import {
  reflectionAnswer,
  reflectionParams,
  reflectionsAnswer,
  startReflectionAnswer,
  undoReflectionAnswer,
  undoReflectionBody,
} from './schema';

const tag = 'Deep reflection';
const access = 'ownership';

export const startReflection = endpoint({
  id: 'reflections.start',
  method: 'POST',
  path: '/v1/hosted-agents/:id/deep-reflection',
  access,
  scope: 'write',
  limit: 'write',
  tag,
  summary: 'Begin a deep reflection.',
  description:
    'A worker reviews all memories, merges what repeats, resolves contradictions, rewrites the soul and proposes tasks. Needs 10 memories and 5 conversations, once in 24 hours. A pass costs $1.00 and counts against the tokens of the day; without a language model it costs nothing, merges what surely repeats, and says what was left out. A pass that fails costs nothing and does not count for the 24 hours.',
  params: agentParams,
  response: { 200: startReflectionAnswer },
  errors: [400, 409, 429],
});

export const getReflection = endpoint({
  id: 'reflections.get',
  method: 'GET',
  path: '/v1/hosted-agents/:id/deep-reflection/:reflectionId',
  access,
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'How a deep reflection goes, and what came of it.',
  description: 'To be polled while its status is `processing`.',
  params: reflectionParams,
  response: { 200: reflectionAnswer },
});

export const listReflections = endpoint({
  id: 'reflections.list',
  method: 'GET',
  path: '/v1/hosted-agents/:id/deep-reflections',
  access,
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'The deep reflections of an agent.',
  description: 'The newest 100, with the trend of clarity, the oldest first, and what the next pass needs.',
  params: agentParams,
  response: { 200: reflectionsAnswer },
});

export const undoReflection = endpoint({
  id: 'reflections.undo',
  method: 'POST',
  path: '/v1/hosted-agents/:id/deep-reflection/:reflectionId/undo',
  access,
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  destructive: true,
  summary: 'Take a deep reflection back.',
  description:
    'Memories and the soul become what they were, and proposed tasks that still wait are withdrawn, all at once. What was changed since is never overwritten: 409 says what it is, and `keepChanges` takes back the rest. What the pass cost is not given back.',
  params: reflectionParams,
  body: undoReflectionBody,
  bodyOptional: true,
  response: { 200: undoReflectionAnswer },
  errors: [409],
});
