import type { OwnedAgent } from '@/lib/auth/principal';
import { toPromptMessage } from '@/lib/chat/past-talk';
import { createChatTools } from '@/lib/chat/tools';
import { createFence } from '@/lib/llm/fence';
import { describeMemory, describePastMessage, writeSection } from '@/lib/llm/prompt';
import { estimateMessages, fitHistory } from '@/lib/llm/prompt-history';
import { estimateTokens } from '@/lib/llm/tokens';
import { redactSecrets } from '@/lib/memories/secrets';
import { refuse, type Refusal } from '@/lib/platform/errors';
import { passagesOf } from '@/lib/retrieval/passages';
import { type KeptPart, type KeptPrompt, keptPrompt, unpackTexts } from './kept-prompt';
import { findHistory, findPastMessagesById, findPrompt, findSummaryText, type PromptRow } from './queries';
import type { PromptPartWire, PromptWire } from './schema';

type Written = Pick<PromptPartWire, 'text' | 'references'>;

/** What the agent saw before it wrote a reply. Refuses NOT_FOUND, and CONFLICT while the reply is written. */
export async function readPrompt(agent: OwnedAgent, messageId: string): Promise<PromptWire | Refusal> {
  const row = await findPrompt(agent.id, messageId);
  if (!row) return refuse('NOT_FOUND', 'Reply not found');
  if (row.status === 'queued' || row.status === 'processing')
    return refuse('CONFLICT', 'This reply is still being written. Its prompt can be read when it is done.');
  if (row.prompt === null) return refuse('NOT_FOUND', 'The prompt of this reply was not kept.');
  const kept = keptPrompt.parse(row.prompt);
  const texts = row.texts ? unpackTexts(row.texts, kept.word) : [];
  const parts = await Promise.all(kept.parts.map((part) => readPart(agent, row, kept, part, texts)));
  if (kept.tools.length > 0) parts.push(describeTools(agent, row.messageId, kept));
  return {
    messageId: row.messageId,
    conversationId: Number(row.conversationId),
    kind: kept.kind,
    model: row.model,
    createdAt: row.createdAt.toISOString(),
    budgetTokens: kept.budgetTokens,
    totalTokens: parts.reduce((sum, part) => sum + part.tokens, 0),
    inputTokens: row.inputTokens,
    parts,
  };
}

async function readPart(
  agent: OwnedAgent,
  row: PromptRow,
  { word }: KeptPrompt,
  part: KeptPart,
  texts: readonly string[],
): Promise<PromptPartWire> {
  const fence = createFence(word);
  const inSection = (name: Parameters<typeof writeSection>[0], lines: readonly string[]) => writeSection(name, lines.join('\n'), fence);
  if (part.text !== undefined) return { name: part.name, tokens: part.tokens, text: texts[part.text] ?? '', exact: true, references: [] };
  const written = part.memories
    ? writeMemories(row, part.memories, inSection)
    : part.past
      ? await writePast(agent, part.past, inSection)
      : part.summary
        ? await writeSummary(agent, part.summary, inSection)
        : await writeHistory(agent, row, part);
  const text = redactSecrets(written.text);
  // What was deleted since is missing; what was written by an older version may have been worded otherwise.
  const exact = text === written.text && (part.history ? written.tokens : estimateTokens(text)) === part.tokens;
  return { name: part.name, tokens: part.tokens, text, exact, references: written.references };
}

type InSection = (name: Parameters<typeof writeSection>[0], lines: readonly string[]) => string;
type Rebuilt = Written & { tokens?: number };

function writeMemories({ memoriesUsed }: PromptRow, memories: NonNullable<KeptPart['memories']>, inSection: InSection): Rebuilt {
  const contents = new Map(memoriesUsed.map(({ id, content }) => [id, content]));
  const lines = memories.flatMap(([id, category]) => {
    const content = contents.get(id);
    return content === undefined ? [] : [describeMemory({ id, content, ...(category && { category }) })];
  });
  return { text: inSection('memories', lines), references: memories.map(([id]) => ({ kind: 'memory', id })) };
}

async function writePast(agent: OwnedAgent, past: NonNullable<KeptPart['past']>, inSection: InSection): Promise<Rebuilt> {
  const rows = new Map(
    (
      await findPastMessagesById(
        agent.id,
        past.map(([id]) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const lines = past.flatMap(([id, part]) => {
    const row = rows.get(id);
    if (!row) return [];
    const { content, ...message } = row;
    return [describePastMessage(toPromptMessage({ ...message, messageId: id, passage: passagesOf(content)[part] ?? content }))];
  });
  return { text: inSection('past', lines), references: past.map(([id]) => ({ kind: 'message', id })) };
}

async function writeSummary(agent: OwnedAgent, id: string, inSection: InSection): Promise<Rebuilt> {
  const text = await findSummaryText(agent.id, id);
  return { text: inSection('summary', text === undefined ? [] : [text]), references: [{ kind: 'summary', id }] };
}

async function writeHistory(agent: OwnedAgent, row: PromptRow, { history, budget = 0 }: KeptPart): Promise<Rebuilt> {
  const rows = history ? await findHistory(agent.id, row.conversationId, history, row.createdAt) : [];
  const fitted = fitHistory(
    estimateMessages(rows.map(({ role, content, toolCalls }) => ({ role, content, ...(toolCalls && { toolCalls }) }))),
    budget,
  );
  return {
    text: fitted.transcript,
    tokens: fitted.tokens,
    references: rows.slice(fitted.dropped).map(({ id }) => ({ kind: 'message', id })),
  };
}

/** Definitions of tools travel beside the messages of a prompt. */
function describeTools(agent: OwnedAgent, messageId: string, { tools, toolTokens }: KeptPrompt): PromptPartWire {
  const known = new Map(
    createChatTools(agent, { id: messageId, conversationId: 0n, content: '' }).map(({ name, description }) => [name, description]),
  );
  const text = tools.map((name) => `${name}: ${known.get(name) ?? ''}`).join('\n');
  return { name: 'tools', text, tokens: toolTokens, exact: true, references: [] };
}
