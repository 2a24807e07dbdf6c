import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { agentParams, success } from '@/lib/api/schema';
import {
  addMemoryBody,
  listMemoriesQuery,
  memoryListAnswer,
  memoryParams,
  memoryRevisionWire,
  memoryTimelineAnswer,
  memoryTimelineQuery,
  memoryWriteAnswer,
  patchMemoryBody,
} from './schema';

const tag = 'Memories';

export const listMemories = endpoint({
  id: 'memories.list',
  method: 'GET',
  path: '/v1/hosted-agents/:id/memories',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'What the agent remembers.',
  description: 'The most recent first, unless `sort` says otherwise; with `q`, those that hold the words.',
  params: agentParams,
  query: listMemoriesQuery,
  response: { 200: memoryListAnswer },
});

export const getMemoryTimeline = endpoint({
  id: 'memories.timeline',
  method: 'GET',
  path: '/v1/hosted-agents/:id/memories/timeline',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  extension: true,
  summary: 'What came to be known when.',
  description: 'Every change of every memory, the newest first: learned, heard again, edited, replaced, forgotten, brought back.',
  params: agentParams,
  query: memoryTimelineQuery,
  response: { 200: memoryTimelineAnswer },
});

export const addMemory = endpoint({
  id: 'memories.add',
  method: 'POST',
  path: '/v1/hosted-agents/:id/memories',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  idempotent: true,
  summary: 'Tell the agent a fact to keep.',
  params: agentParams,
  body: addMemoryBody,
  response: { 201: memoryWriteAnswer },
  errors: [409],
});

export const patchMemory = endpoint({
  id: 'memories.patch',
  method: 'PATCH',
  path: '/v1/hosted-agents/:id/memories/:memoryId',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  summary: 'Correct, re-file or pin a memory.',
  params: memoryParams,
  body: patchMemoryBody,
  response: { 200: memoryWriteAnswer },
});

export const deleteMemory = endpoint({
  id: 'memories.delete',
  method: 'DELETE',
  path: '/v1/hosted-agents/:id/memories/:memoryId',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  summary: 'Forget a memory.',
  description: 'The deletion can be undone.',
  params: memoryParams,
  response: { 200: success },
});

export const getMemoryHistory = endpoint({
  id: 'memories.history',
  method: 'GET',
  path: '/v1/hosted-agents/:id/memories/:memoryId/history',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  extension: true,
  summary: 'The history of a memory.',
  description: 'Every change of it, the newest first.',
  params: memoryParams,
  response: { 200: z.object({ revisions: z.array(memoryRevisionWire) }) },
});

export const undoMemory = endpoint({
  id: 'memories.undo',
  method: 'POST',
  path: '/v1/hosted-agents/:id/memories/:memoryId/undo',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  summary: 'Take the last change of a memory back.',
  params: memoryParams,
  response: { 200: memoryWriteAnswer },
  errors: [409],
});
