import { SECOND_MS } from '@/lib/platform/clock';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { askThread } from '@/lib/platform/thread-answer';
import { threadEntry } from '@/lib/platform/thread-entry';
import type { ExportAnswer, ExportFailure, ReadExport } from './export';

const READING_MS = 30 * SECOND_MS;
/** Parsed, a file takes several times its bytes. */
const READING_MEGABYTES = 640;
/** Files that one process reads at once, for the memory that it takes. */
const AT_ONCE = 2;

const SOURCES = [
  'lib/memory-imports/export-thread.ts',
  'lib/memory-imports/export-file.ts',
  'lib/memory-imports/export-formats.ts',
  'lib/memory-imports/export.ts',
  'lib/memory-imports/archive.ts',
  'lib/memory-imports/limits.ts',
  'lib/memories/secrets.ts',
] as const;

const SENTENCES: Record<ExportFailure, string> = {
  unknown: 'There are no conversations of ChatGPT or Claude in it. Upload the export as you got it, or its conversations.json.',
  'no-messages': 'There is nothing in it that you wrote.',
  encrypted: 'It is protected or packed in a way that cannot be read. Unpack it and upload its conversations.json.',
  damaged: 'It is damaged, or no export of conversations.',
  'too-large': 'Its conversations are too large to be read. Upload a part of them.',
  'too-slow': 'It took too long to read. Try a smaller part of it.',
};

let reading = 0;

/**
 * What a person wrote, of an export that may be made to be hard to read: in a thread of its own, which is ended after 30 seconds.
 *
 * @throws AppError BAD_REQUEST with a sentence for the caller and the word for it in `details`; SERVICE_UNAVAILABLE while others are read
 */
export async function readExport(bytes: Uint8Array): Promise<ReadExport> {
  if (reading >= AT_ONCE) throw new AppError('SERVICE_UNAVAILABLE', 'Other exports are being read.', { retryAfterMs: 5 * SECOND_MS });
  reading += 1;
  try {
    const outcome = await askThread<ExportAnswer>(threadEntry('export-thread', SOURCES), {
      name: 'selfclaw-export',
      input: bytes,
      limitMs: READING_MS,
      megabytes: READING_MEGABYTES,
    });
    if (outcome.kind === 'too-slow') throw refusalOf('too-slow');
    // A thread that ends without an answer ran out of memory.
    if (outcome.kind === 'ended') {
      log().warn({ error: outcome.cause }, 'an export was not read to its end');
      throw refusalOf('too-large', outcome.cause);
    }
    if (outcome.answer.ok) return outcome.answer.read;
    log().info({ failure: outcome.answer.failure, reason: outcome.answer.reason }, 'an export could not be read');
    throw refusalOf(outcome.answer.failure);
  } finally {
    reading -= 1;
  }
}

function refusalOf(failure: ExportFailure, cause?: unknown): AppError {
  const details = [{ field: 'file', message: SENTENCES[failure], reason: failure }];
  return new AppError('BAD_REQUEST', SENTENCES[failure], { details, cause });
}
