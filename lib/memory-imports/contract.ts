import { endpoint } from '@/lib/api/endpoint';
import { agentParams, success } from '@/lib/api/schema';
import { IMPORT_FILE_BYTES } from './limits';
import {
  acceptImportBody,
  candidatesQuery,
  importAnswer,
  importListAnswer,
  importParams,
  importWriteAnswer,
  uploadImportBody,
} from './schema';

const tag = 'Memories';

/** What a form adds to its file. */
const FORM_BYTES = 16 * 1024;

export const listMemoryImports = endpoint({
  id: 'memoryImports.list',
  method: 'GET',
  path: '/v1/hosted-agents/:id/memories/imports',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  extension: true,
  summary: 'What was brought from other assistants.',
  params: agentParams,
  response: { 200: importListAnswer },
});

export const uploadMemoryImport = endpoint({
  id: 'memoryImports.upload',
  method: 'POST',
  path: '/v1/hosted-agents/:id/memories/imports',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  idempotent: true,
  bodyType: 'multipart',
  bodyLimitBytes: IMPORT_FILE_BYTES + FORM_BYTES,
  summary: 'Bring what another assistant knows.',
  description:
    'Takes the data export of ChatGPT or Claude. A worker looks in what the person wrote for facts about them, without a language model; ' +
    'nothing is remembered before it was reviewed. A file that is open already leads to the same import, with status 200.',
  params: agentParams,
  body: uploadImportBody,
  response: { 201: importWriteAnswer, 200: importWriteAnswer },
  errors: [409, 503],
});

export const getMemoryImport = endpoint({
  id: 'memoryImports.get',
  method: 'GET',
  path: '/v1/hosted-agents/:id/memories/imports/:importId',
  access: 'ownership',
  scope: 'read',
  limit: 'read',
  tag,
  extension: true,
  summary: 'How far an import is, and the facts that wait for review.',
  description: 'By kind, those that were said most often first.',
  params: importParams,
  query: candidatesQuery,
  response: { 200: importAnswer },
});

export const acceptMemoryImport = endpoint({
  id: 'memoryImports.accept',
  method: 'POST',
  path: '/v1/hosted-agents/:id/memories/imports/:importId/accept',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  idempotent: true,
  summary: 'Remember the facts that were chosen.',
  description:
    'All of them or, where there is no room, none. Facts that are known are counted as said again, contrary ones take the place of what they ' +
    'contradict. It ends the import and removes its texts; another call changes nothing and answers the same.',
  params: importParams,
  body: acceptImportBody,
  response: { 200: importWriteAnswer },
  errors: [409],
});

export const discardMemoryImport = endpoint({
  id: 'memoryImports.discard',
  method: 'DELETE',
  path: '/v1/hosted-agents/:id/memories/imports/:importId',
  access: 'ownership',
  scope: 'write',
  limit: 'write',
  tag,
  extension: true,
  summary: 'Discard an import with its texts.',
  description: 'What it brought into memory before stays.',
  params: importParams,
  response: { 200: success },
});
