import { SECOND_MS } from '@/lib/platform/clock';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { askThread } from '@/lib/platform/thread-answer';
import { threadEntry } from '@/lib/platform/thread-entry';
import { type DocumentAnswer, DocumentError, type DocumentFailure, type DocumentRequest, type DocumentText } from './document';

/** A file or page as it came: what others say about it is believed less than its first bytes. */
export type RawDocument = { bytes: Uint8Array; name: string; mediaType: string };

const READING_MS = 20 * SECOND_MS;
const READING_MEGABYTES = 256;
const SOURCES = [
  'lib/knowledge/document-thread.ts',
  'lib/knowledge/document.ts',
  'lib/knowledge/html-text.ts',
  'lib/knowledge/pdf-text.ts',
] as const;

const SENTENCES: Record<DocumentFailure, string> = {
  unsupported: 'Files of this kind cannot be read. Plain text, Markdown, HTML and PDF can.',
  'no-text': 'There is no text in it. Scanned pages and pages that are drawn by scripts cannot be read.',
  encrypted: 'It is protected by a password. Save it without one and try again.',
  damaged: 'It is damaged, or not what its name says.',
  'too-slow': 'It took too long to read. Try a smaller part of it.',
};

/**
 * The text of a document, and its title where it names one. HTML and PDF, which may be made to be hard to read, are read in a thread of
 * their own that is ended after 20 seconds.
 *
 * @throws AppError BAD_REQUEST, or UNSUPPORTED_MEDIA_TYPE for other kinds, with a sentence for the caller
 */
export async function readDocument(document: RawDocument): Promise<DocumentText> {
  try {
    const kind = kindOf(document);
    if (kind === 'pdf') return tidy(await readInThread({ kind, bytes: document.bytes }));
    if (kind === 'html') return tidy(await readInThread({ kind, html: decode(document, charsetOfMarkup(document.bytes)) }));
    return tidy({ title: null, text: decode(document) });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const code = error.failure === 'unsupported' ? 'UNSUPPORTED_MEDIA_TYPE' : 'BAD_REQUEST';
    throw new AppError(code, SENTENCES[error.failure], { cause: error });
  }
}

function tidy({ title, text }: DocumentText): DocumentText {
  const tidied = text
    .toWellFormed()
    .replaceAll('\u0000', '')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .trim();
  if (tidied === '') throw new DocumentError('no-text');
  return { title: title === null ? null : title.toWellFormed().replaceAll('\u0000', ''), text: tidied };
}

const TEXT_NAMES = /\.(?:txt|text|md|markdown|mdown)$/i;
const HTML_NAMES = /\.(?:html?|xhtml)$/i;
const TEXT_TYPES = new Set(['text/plain', 'text/markdown', 'text/x-markdown']);
const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml']);

function kindOf({ bytes, name, mediaType }: RawDocument): 'pdf' | 'html' | 'text' {
  const type = mediaType.split(';')[0]!.trim().toLowerCase();
  if (Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')) return 'pdf';
  if (type === 'application/pdf' || /\.pdf$/i.test(name)) throw new DocumentError('damaged');
  if (HTML_TYPES.has(type) || HTML_NAMES.test(name)) return 'html';
  if (TEXT_TYPES.has(type) || TEXT_NAMES.test(name)) return 'text';
  throw new DocumentError('unsupported');
}

function charsetOfMarkup(bytes: Uint8Array): string | undefined {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 2_048)).toString('latin1'))?.[1];
}

/** By the encoding that is named, else UTF-8, else UTF-16 by its mark; what is none of these is taken for Western European. */
function decode({ bytes, mediaType }: RawDocument, named?: string): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(mediaType)?.[1];
  const text = [marked, declared, named, 'utf-8', 'windows-1252'].reduce<string | undefined>(
    (found, encoding) => found ?? (encoding && decodeAs(bytes, encoding)),
    undefined,
  );
  // Programs, pictures and archives hold such characters; texts do not.
  if (text === undefined || /[\u0000-\u0008\u000e-\u001a]/.test(text)) throw new DocumentError('damaged');
  return text;
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function readInThread(request: DocumentRequest): Promise<DocumentText> {
  const outcome = await askThread<DocumentAnswer>(threadEntry('document-thread', SOURCES), {
    name: 'selfclaw-document',
    input: request,
    limitMs: READING_MS,
    megabytes: READING_MEGABYTES,
  });
  if (outcome.kind === 'too-slow') throw new DocumentError('too-slow');
  if (outcome.kind === 'ended') throw new DocumentError('damaged', { cause: outcome.cause });
  const { answer } = outcome;
  if (answer.ok) return { title: answer.title, text: answer.text };
  log().info({ failure: answer.failure, reason: answer.reason }, 'a document could not be read');
  throw new DocumentError(answer.failure);
}
