import { isArchive, unpackConversations } from './archive';
import { ExportError, type ReadExport } from './export';
import { readConversations } from './export-formats';

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ExportError('damaged', { cause });
  }
}

/**
 * Reads an export: a file of conversations as JSON, or an archive that holds such files.
 *
 * @throws ExportError
 */
export function readExportFile(bytes: Uint8Array): ReadExport {
  const files = isArchive(bytes) ? unpackConversations(bytes) : [bytes];
  return readConversations(files.map(parse));
}
