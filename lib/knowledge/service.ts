import type { MarkDone } from '@/lib/api/idempotency';
import type { UploadedFile } from '@/lib/api/uploaded-file';
import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { type Transaction, transaction } from '@/lib/platform/database';
import { type AppError, isRefusal, refuse, type Refusal } from '@/lib/platform/errors';
import { enqueue, warmJobs } from '@/lib/platform/jobs';
import { OutboundError, type OutboundFailure, safeFetch } from '@/lib/platform/safe-fetch';
import { DocumentError, type DocumentFailure } from './document';
import { embedKnowledge } from './jobs';
import { KNOWLEDGE_FILE_BYTES, KNOWLEDGE_LIMIT, KNOWLEDGE_MAXIMUM_LENGTH, KNOWLEDGE_TITLE_MAXIMUM_LENGTH } from './limits';
import { presentKnowledge, presentPassage, presentUse } from './present';
import { findKnowledge, findKnowledgeById, findPassages, findUses, type KnowledgeRow } from './queries';
import { readDocument } from './reading';
import type { KnowledgeWire } from './schema';
import { changeKnowledge, insertKnowledge, lockKnowledge, type NewKnowledge, removeKnowledge } from './store';

const USES_SHOWN = 50;

type Written = { success: true; knowledge: KnowledgeWire };

const notFound = () => refuse('NOT_FOUND', 'Knowledge not found');
const full = () => refuse('KNOWLEDGE_LIMIT_REACHED', `An agent can hold ${KNOWLEDGE_LIMIT} texts. Delete one to make room.`);
const figure = (count: number) => count.toLocaleString('en');

const written = (row: KnowledgeRow): Written => ({ success: true, knowledge: presentKnowledge(row) });

/** All texts of an agent, the newest first. */
export async function listKnowledge(agent: OwnedAgent) {
  return { knowledge: (await findKnowledge(agent.id, embedder().id)).map(presentKnowledge) };
}

/**
 * Adds a text. It is found by its words when this returns, and by its meaning once a job has computed its vectors. Refuses the one after
 * the twentieth (KNOWLEDGE_LIMIT_REACHED).
 *
 * @param markDone called with the row's transaction
 */
export async function addKnowledge(
  agent: OwnedAgent,
  input: { title: string; content: string } & Partial<Pick<NewKnowledge, 'source' | 'sourceName'>>,
  markDone?: MarkDone,
): Promise<Written | Refusal> {
  const { title, content, source = 'text', sourceName = null } = input;
  const row = await writeKnowledge(async (tx) => {
    const added = await insertKnowledge(tx, agent, embedder(), { title, content, source, sourceName });
    if (!added) return undefined;
    await enqueue(tx, embedKnowledge, { agentId: String(agent.id) });
    await markDone?.(tx);
    return added;
  });
  return row ? written(row) : full();
}

/** Changes a text or its title; either way its passages are made and embedded anew. */
export async function patchKnowledge(
  agent: OwnedAgent,
  knowledgeId: string,
  input: { title?: string; content?: string },
): Promise<Written | Refusal> {
  const row = await writeKnowledge(async (tx) => {
    const before = await lockKnowledge(tx, agent, embedder(), knowledgeId);
    if (!before) return undefined;
    const { title = before.title, content = before.content } = input;
    if (title === before.title && content === before.content) return before;
    const after = await changeKnowledge(tx, agent, embedder(), { id: knowledgeId, title, content });
    await enqueue(tx, embedKnowledge, { agentId: String(agent.id) });
    return after;
  });
  return row ? written(row) : notFound();
}

/** Deletes a text with its passages and vectors. Replies that used it keep what they quoted. */
export async function deleteKnowledge(agent: OwnedAgent, knowledgeId: string): Promise<{ success: true } | Refusal> {
  const isRemoved = await transaction((tx) => removeKnowledge(tx, agent, knowledgeId));
  return isRemoved ? { success: true } : notFound();
}

/**
 * Adds the text of a file.
 *
 * @throws AppError when the file cannot be read
 */
export async function uploadKnowledge(
  agent: OwnedAgent,
  { file, title }: { file: UploadedFile; title?: string },
  markDone?: MarkDone,
): Promise<Written | Refusal> {
  if (file.bytes.byteLength > KNOWLEDGE_FILE_BYTES) return refuse('PAYLOAD_TOO_LARGE', 'A file may have at most 5 MB.');
  if (await isFull(agent)) return full();
  const read = await readDocument(file);
  const tooLong = refuseLength(read.text);
  if (tooLong) return tooLong;
  const name = file.name.replace(/^.*[/\\]/, '');
  const called = title ?? titleOf(read.title, name.replace(/\.[a-z0-9]{1,8}$/i, ''));
  const sourceName = cut(name) || null;
  return addKnowledge(agent, { title: called, content: read.text, source: 'file', sourceName }, markDone);
}

/**
 * Adds the text of a page or file of the open internet, as it is now.
 *
 * @throws AppError when what is there cannot be read
 */
export async function readUrl(
  agent: OwnedAgent,
  { url, title }: { url: string; title?: string },
  markDone?: MarkDone,
): Promise<Written | Refusal> {
  if (await isFull(agent)) return full();
  const page = await readPage(url);
  if (isRefusal(page)) return page;
  const tooLong = refuseLength(page.content);
  if (tooLong) return tooLong;
  return addKnowledge(agent, { ...page, title: title ?? page.title, source: 'url' }, markDone);
}

/**
 * The text of a page or file of the open internet, as it is now.
 *
 * @throws AppError when what is there cannot be read
 */
export async function readPage(url: string): Promise<{ title: string; content: string; sourceName: string } | Refusal> {
  const page = await fetchPage(url);
  if (isRefusal(page)) return page;
  const read = await readDocument(page);
  return { title: titleOf(read.title, new URL(page.url).hostname), content: read.text, sourceName: page.url.slice(0, 2_000) };
}

/** Why a page gave no text; `status`: it answered, but not with a page. */
export type PageFailure = OutboundFailure | DocumentFailure | 'status';

/** Which failure stands behind an error of {@link readPage}. */
export function pageFailureOf({ cause }: AppError): PageFailure {
  return cause instanceof OutboundError || cause instanceof DocumentError ? cause.failure : 'status';
}

/** The passages of a text, and the replies that used it. */
export async function listPassages(agent: OwnedAgent, knowledgeId: string) {
  const [row, passages, uses] = await Promise.all([
    findKnowledgeById(agent.id, embedder().id, knowledgeId),
    findPassages(agent.id, knowledgeId),
    findUses(agent.id, knowledgeId, USES_SHOWN),
  ]);
  if (!row) return notFound();
  return { knowledge: presentKnowledge(row), passages: passages.map(presentPassage), uses: uses.map(presentUse) };
}

/** Opens the queue before the transaction: inside it would wait for a database that serves one transaction at a time. */
async function writeKnowledge<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  await warmJobs();
  return transaction(work);
}

/** Saves reading what could not be stored. What decides is the insertion. */
async function isFull(agent: OwnedAgent): Promise<boolean> {
  return (await findKnowledge(agent.id, embedder().id)).length >= KNOWLEDGE_LIMIT;
}

async function fetchPage(url: string): Promise<{ url: string; bytes: Uint8Array; name: string; mediaType: string } | Refusal> {
  try {
    const answer = await safeFetch(url, {
      maxBytes: KNOWLEDGE_FILE_BYTES,
      headers: { accept: 'text/html,application/xhtml+xml,text/markdown,text/plain,application/pdf;q=0.9' },
    });
    if (answer.status !== 200) return refuse('BAD_REQUEST', `The address answered with status ${answer.status} instead of a page.`);
    return {
      url: answer.url,
      bytes: answer.body,
      name: decodeURIComponentSafely(new URL(answer.url).pathname),
      mediaType: answer.headers['content-type'] ?? '',
    };
  } catch (error) {
    if (error instanceof OutboundError)
      return refuse('BAD_REQUEST', error.message, { details: [{ field: 'url', message: error.message }], cause: error });
    throw error;
  }
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function refuseLength({ length }: string): Refusal | undefined {
  if (length <= KNOWLEDGE_MAXIMUM_LENGTH) return undefined;
  const sentence = `It holds ${figure(length)} characters of text; at most ${figure(KNOWLEDGE_MAXIMUM_LENGTH)} fit. Split it into parts.`;
  return refuse('BAD_REQUEST', sentence, { details: [{ field: 'content', message: sentence }] });
}

const cut = (text: string) =>
  text.replaceAll('\u0000', '').toWellFormed().replace(/\s+/g, ' ').trim().slice(0, KNOWLEDGE_TITLE_MAXIMUM_LENGTH).toWellFormed().trim();

function titleOf(own: string | null, fallback: string): string {
  return cut(own ?? '') || cut(fallback) || 'Untitled';
}
