import { BODY_LIMIT_BYTES } from '@/lib/api/limits';
import { endpoint } from '@/lib/api/endpoint';
import { agentParams, success } from '@/lib/api/schema';
import { KNOWLEDGE_FILE_BYTES } from './limits';
import {
  addKnowledgeBody,
  knowledgeListAnswer,
  knowledgeParams,
  knowledgeWriteAnswer,
  passagesAnswer,
  patchKnowledgeBody,
  readUrlBody,
  uploadKnowledgeBody,
} from './schema';

const tag = 'Knowledge';

/** 50,000 characters may take six bytes each as JSON. */
const TEXT_BYTES = 2 * BODY_LIMIT_BYTES;
/** What a form adds to its file. */
const FORM_BYTES = 16 * 1024;

export const listKnowledge = endpoint({
  id: 'knowledge.list',
  method: 'GET',
  path: '/v1/hosted-agents/:id/knowledge',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  summary: 'The texts that the agent answers from.',
  description: 'All of them, the newest first. An agent holds at most 20, of 50,000 characters each.',
  params: agentParams,
  response: { 200: knowledgeListAnswer },
});

export const addKnowledge = endpoint({
  id: 'knowledge.add',
  method: 'POST',
  path: '/v1/hosted-agents/:id/knowledge',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  idempotent: true,
  bodyLimitBytes: TEXT_BYTES,
  summary: 'Give the agent a text to answer from.',
  description: 'It is cut into passages along its structure and found by its words at once, by its meaning soon after.',
  params: agentParams,
  body: addKnowledgeBody,
  response: { 201: knowledgeWriteAnswer },
});

export const patchKnowledge = endpoint({
  id: 'knowledge.patch',
  method: 'PATCH',
  path: '/v1/hosted-agents/:id/knowledge/:knowledgeId',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  bodyLimitBytes: TEXT_BYTES,
  summary: 'Change a text or its title.',
  params: knowledgeParams,
  body: patchKnowledgeBody,
  response: { 200: knowledgeWriteAnswer },
});

export const deleteKnowledge = endpoint({
  id: 'knowledge.delete',
  method: 'DELETE',
  path: '/v1/hosted-agents/:id/knowledge/:knowledgeId',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  summary: 'Delete a text.',
  description: 'With its passages and vectors. It cannot be undone.',
  params: knowledgeParams,
  response: { 200: success },
});

export const uploadKnowledge = endpoint({
  id: 'knowledge.upload',
  method: 'POST',
  path: '/v1/hosted-agents/:id/knowledge/upload',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  idempotent: true,
  bodyType: 'multipart',
  bodyLimitBytes: KNOWLEDGE_FILE_BYTES + FORM_BYTES,
  summary: 'Give the agent a file to answer from.',
  description: 'Plain text, Markdown, HTML or PDF, of at most 5 MB and 50,000 characters of text.',
  params: agentParams,
  body: uploadKnowledgeBody,
  response: { 201: knowledgeWriteAnswer },
});

export const readUrl = endpoint({
  id: 'knowledge.url',
  method: 'POST',
  path: '/v1/hosted-agents/:id/knowledge/url',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  idempotent: true,
  summary: 'Give the agent a page of the internet to answer from.',
  description: 'It is read once, now. Addresses of private networks are refused.',
  params: agentParams,
  body: readUrlBody,
  response: { 201: knowledgeWriteAnswer },
});

export const listPassages = endpoint({
  id: 'knowledge.passages',
  method: 'GET',
  path: '/v1/hosted-agents/:id/knowledge/:knowledgeId/passages',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  extension: true,
  summary: 'The passages of a text, and where they were used.',
  params: knowledgeParams,
  response: { 200: passagesAnswer },
});
