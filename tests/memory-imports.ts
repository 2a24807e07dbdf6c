// Imports of other assistants' exports: stored as an upload stores them, and read.
import type { OwnedAgent } from '@/lib/auth/principal';
import { readExportFile } from '@/lib/memory-imports/export-file';
import { handleReadMemoryImport } from '@/lib/memory-imports/job-handlers';
import { readMemoryImportPage } from '@/lib/memory-imports/service';
import { insertImport } from '@/lib/memory-imports/store';
import { sha256 } from '@/lib/platform/crypto';
import { transaction } from '@/lib/platform/database';
import { unwrap } from '@/lib/platform/errors';
import { chatGptConversation, jsonBytes } from './exports';

/** What the reader finds with any embedder. */
export const remember = (fact: string) => `Remember that ${fact}`;

/** An export of conversations with one message each, a day apart. */
export const exportOf = (messages: readonly string[]) =>
  jsonBytes(messages.map((text, day) => chatGptConversation(`Talk ${day}`, [text], day)));

/** Stores an export as uploading it does; no job follows. */
export async function storeImport(agent: OwnedAgent, messages: readonly string[]): Promise<string> {
  const bytes = exportOf(messages);
  const given = { ...readExportFile(bytes), fileName: 'conversations.json', fileHash: sha256(bytes) };
  const inserted = await transaction((tx) => insertImport(tx, agent, given));
  if (!inserted) throw new Error('not stored');
  return inserted.row.id;
}

/** Reads an import as the worker does. */
export async function readAll(importId: string): Promise<string> {
  await handleReadMemoryImport({ importId });
  return importId;
}

/** An import with all of its facts. */
export const readImport = async (agent: OwnedAgent, importId: string) =>
  unwrap(await readMemoryImportPage(agent, importId, { limit: 300, offset: 0 }));
