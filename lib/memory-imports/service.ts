import type { MarkDone } from '@/lib/api/idempotency';
import type { UploadedFile } from '@/lib/api/uploaded-file';
import { writeEvent } from '@/lib/agents/events';
import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { learnFact, type Learned } from '@/lib/memories/learning';
import type { RevisionActor } from '@/lib/memories/queries';
import { MEMORY_LIMIT } from '@/lib/memories/schema';
import { containsSecret } from '@/lib/memories/secrets';
import { embedInTime, enqueueEmbedding, SECRET_SENTENCE, writeMemories } from '@/lib/memories/service';
import { lockMemoryCount } from '@/lib/memories/store';
import { sha256 } from '@/lib/platform/crypto';
import { type Transaction, transaction } from '@/lib/platform/database';
import { AppError, refuse, type Refusal } from '@/lib/platform/errors';
import { enqueue } from '@/lib/platform/jobs';
import { readMemoryImport } from './jobs';
import { IMPORT_FILE_BYTES, OPEN_IMPORTS } from './limits';
import { presentCandidate, presentImport } from './present';
import { findCandidates, findImport, findImports, findOpenImport, type ImportRow } from './queries';
import { readExport } from './reading';
import type { AcceptImportInput, MemoryImportWire } from './schema';
import { closeImport, insertImport, lockImport, readTaken, removeImport, type TakenCandidate } from './store';

const IMPORTS_SHOWN = 50;
const FILE_NAME_CHARACTERS = 200;

type Written = { success: true; import: MemoryImportWire };

const written = (row: ImportRow): Written => ({ success: true, import: presentImport(row) });
const notFound = () => refuse('NOT_FOUND', 'Import not found');
const invalid = (field: string, message: string) => refuse('BAD_REQUEST', message, { details: [{ field, message }] });

/** The latest imports of an agent, the newest first. */
export async function listMemoryImports(agent: OwnedAgent) {
  return { imports: (await findImports(agent.id, IMPORTS_SHOWN)).map(presentImport) };
}

/** How far an import is, with one page of its facts. */
export async function readMemoryImportPage(agent: OwnedAgent, importId: string, page: { limit: number; offset: number }) {
  const row = await findImport(agent.id, importId);
  if (!row) return notFound();
  const candidates = await findCandidates(agent.id, importId, page);
  return { import: presentImport(row), candidates: candidates.map(presentCandidate), ...page, total: row.candidates };
}

/**
 * Stores what a person wrote to another assistant, by their export, for a worker to look for facts in. Nothing is remembered by that. A
 * file that is open already leads to the same import.
 *
 * @param markDone called with the row's transaction
 * @throws AppError when the file cannot be read
 */
export async function uploadMemoryImport(
  agent: OwnedAgent,
  { file }: { file: UploadedFile },
  markDone?: MarkDone,
): Promise<{ isNew: boolean; body: Written } | Refusal> {
  if (file.bytes.byteLength > IMPORT_FILE_BYTES) return refuse('PAYLOAD_TOO_LARGE', 'A file may have at most 25 MB.');
  const fileHash = sha256(file.bytes);
  const open = await findOpenImport(agent.id, fileHash);
  if (open) return { isNew: false, body: written(open) };
  const read = await readExport(file.bytes);
  const stored = await writeMemories(async (tx) => {
    const inserted = await insertImport(tx, agent, { ...read, fileName: nameOf(file.name), fileHash });
    if (!inserted?.isNew) return inserted;
    await enqueue(tx, readMemoryImport, { importId: inserted.row.id });
    await markDone?.(tx);
    return inserted;
  });
  if (!stored) return refuse('CONFLICT', `${OPEN_IMPORTS} imports are open already. Review or discard one first.`);
  return { isNew: stored.isNew, body: written(stored.row) };
}

/**
 * Remembers the facts that were chosen: all of them, or none where there is no room (MEMORY_LIMIT_REACHED). What is known is counted as
 * said again, and what is contrary takes the place of what it contradicts, as when the agent learns it in a talk. It ends the import and
 * removes its texts; a call for an import that was accepted changes nothing and answers with what became of it.
 *
 * @param markDone called with the transaction of the memories
 */
export async function acceptMemoryImport(
  agent: OwnedAgent,
  importId: string,
  input: AcceptImportInput,
  actor: RevisionActor,
  markDone?: MarkDone,
): Promise<Written | Refusal> {
  const edits = new Map(input.edits.map(({ id, content }) => [id, content]));
  if (edits.size < input.edits.length) return invalid('edits', 'A fact is edited twice');
  if ([...edits.values()].some(containsSecret)) return invalid('edits', SECRET_SENTENCE);
  // Before the transaction, which must not wait for an encoder.
  const vectors = await embedInTime([...edits.values()]);
  const vectorOf = new Map([...edits.keys()].map((id, index) => [id, vectors[index] ?? null]));
  return writeMemories(async (tx) => {
    await lockMemoryCount(tx, agent);
    const locked = await lockImport(tx, agent, importId);
    if (locked?.status === 'accepted') {
      const row = await findImport(agent.id, importId, tx);
      return row ? written(row) : notFound();
    }
    if (!locked) return notFound();
    if (locked.status !== 'ready') return refuse('CONFLICT', 'This import is not ready for review.');
    const taken = await readTaken(tx, agent, importId, embedder().id, input.ids);
    if (input.ids && taken.length < new Set(input.ids).size) return invalid('ids', 'A fact is not of this import');
    if ([...edits.keys()].some((id) => !taken.some((candidate) => candidate.id === id))) {
      return invalid('edits', 'An edited fact is not among those that are taken');
    }
    const facts = taken.map((candidate) => {
      const content = edits.get(candidate.id);
      const isEdited = content !== undefined && content !== candidate.content;
      return isEdited ? { ...candidate, content, confidence: 1, vector: vectorOf.get(candidate.id) ?? null, isReworded: true } : candidate;
    });
    const { learned, outdated } = await learnAll(tx, agent, facts, actor);
    const outcome = {
      added: learned.added.length - learned.superseded.length,
      confirmed: learned.confirmed.length,
      replaced: learned.superseded.length,
      outdated,
    };
    const row = await closeImport(tx, agent, importId, 'accepted', outcome);
    if (learned.added.length > 0) await enqueueEmbedding(tx, agent);
    if (taken.length > 0) await tell(tx, agent, importId, learned);
    await markDone?.(tx);
    return row ? written(row) : notFound();
  });
}

async function learnAll(
  tx: Transaction,
  agent: OwnedAgent,
  facts: readonly (TakenCandidate & { isReworded?: boolean })[],
  actor: RevisionActor,
): Promise<{ learned: Learned; outdated: number }> {
  const learned: Learned = { added: [], confirmed: [], superseded: [], archived: [] };
  const origin = { source: 'import', actor, sourceMessageId: null, whenFull: 'leave' } as const;
  let outdated = 0;
  for (const { saidAt, ...fact } of facts) {
    const fate = await learnFact(tx, agent, origin, { ...fact, ...(saidAt ? { saidAt } : {}) }, learned);
    if (fate === 'outdated') outdated += 1;
    if (fate !== 'no-room') continue;
    // Thrown, so that nothing of what was written before it stays.
    throw new AppError(
      'MEMORY_LIMIT_REACHED',
      `An agent can keep ${MEMORY_LIMIT.toLocaleString('en')} memories, and ${learned.added.length} of these are all that fit. Take fewer, or delete some first.`,
    );
  }
  return { learned, outdated };
}

async function tell(tx: Transaction, agent: OwnedAgent, importId: string, { added, confirmed, superseded }: Learned): Promise<void> {
  const count = added.length + confirmed.length;
  const summary = `Took over ${count === 1 ? 'one fact' : `${count} facts`} from another assistant`;
  const details = { importId, added, confirmed, superseded };
  await writeEvent(tx, { agentId: agent.id, ownerId: agent.ownerId, type: 'memory_extracted', summary, details });
}

/** Discards an import with its texts, also while it is read. Memories that it brought stay. */
export async function discardMemoryImport(agent: OwnedAgent, importId: string): Promise<{ success: true } | Refusal> {
  const isRemoved = await transaction((tx) => removeImport(tx, agent, importId));
  return isRemoved ? { success: true } : notFound();
}

function nameOf(name: string): string {
  const bare = name
    .replace(/^.*[/\\]/, '')
    .replaceAll('\u0000', '')
    .toWellFormed()
    .trim();
  return bare.slice(0, FILE_NAME_CHARACTERS).toWellFormed() || 'export';
}
