import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { ComposedPrompt } from '@/lib/llm/prompt';
import { redactSecrets } from '@/lib/memories/secrets';

/** Where a part's text comes from: kept beside it, or found again by what it refers to. */
const keptPart = z.object({
  name: z.string(),
  tokens: z.number(),
  /** Its place among the kept texts. */
  text: z.number().optional(),
  /** Memories by id, with the category they had; their words stand with the reply. */
  memories: z.array(z.tuple([z.string(), z.string().nullable()])).optional(),
  /** Past messages by id and part. */
  past: z.array(z.tuple([z.string(), z.number()])).optional(),
  /** A summary by id. */
  summary: z.string().optional(),
  /** Messages of the conversation, from the first to the last sequence, within so many tokens. */
  history: z.tuple([z.number(), z.number()]).optional(),
  budget: z.number().optional(),
});

export const keptPrompt = z.object({
  kind: z.enum(['model', 'recall']),
  /** The fence's word, which stands for itself in kept texts as {@link WORD}. */
  word: z.string(),
  budgetTokens: z.number(),
  tools: z.array(z.string()),
  toolTokens: z.number(),
  parts: z.array(keptPart),
});

export type KeptPart = z.infer<typeof keptPart>;
export type KeptPrompt = z.infer<typeof keptPrompt>;

/** What the end of a reply stores of its prompt. */
export type PackedPrompt = { prompt: KeptPrompt; texts: Buffer | null };

/** Stands for the fence's word, which differs in every prompt: without it an agent's texts are the same from turn to turn. */
const WORD = '\u0001';

/** Texts of an agent hardly change, so they are cleaned and compressed once a process. */
const packed = new Map<string, Buffer>();
const PACKED_LIMIT = 200;

function packTexts(texts: readonly string[]): Buffer {
  const key = JSON.stringify(texts);
  const known = packed.get(key);
  packed.delete(key);
  const bytes = known ?? deflateRawSync(JSON.stringify(texts.map(redactSecrets)));
  packed.set(key, bytes);
  for (const oldest of packed.keys()) {
    if (packed.size <= PACKED_LIMIT) break;
    packed.delete(oldest);
  }
  return bytes;
}

/** The texts of {@link PackedPrompt}, with the fence's word in its place. */
export function unpackTexts(bytes: Buffer, word: string): string[] {
  return z
    .array(z.string())
    .parse(JSON.parse(inflateRawSync(bytes).toString('utf8')))
    .map((text) => text.replaceAll(WORD, word));
}

export type PromptSources = {
  tools: readonly string[];
  toolTokens: number;
  budgetTokens: number;
  memories: readonly { id: string; category?: string | null }[];
  past: readonly { messageId: string; part: number }[];
  summaryId: string | undefined;
  /** Sequences of the history that was offered, oldest first. */
  sequences: readonly number[];
};

/**
 * What is kept of a composed prompt: its parts in order, those that can be found again as references, the others as text without
 * secrets. Microseconds, because every turn does it.
 */
export function packPrompt(composed: ComposedPrompt, sources: PromptSources): PackedPrompt {
  const texts: string[] = [];
  const parts = composed.parts.map(({ name, text, tokens, items }): KeptPart => {
    if (name === 'history') {
      const [first, last] = [sources.sequences[composed.droppedHistory] ?? 0, sources.sequences.at(-1) ?? 0];
      return { name, tokens, history: [first, last], budget: composed.historyBudgetTokens };
    }
    if (name === 'memories' && items !== undefined)
      return { name, tokens, memories: sources.memories.slice(0, items).map(({ id, category }) => [id, category ?? null]) };
    if (name === 'past' && items !== undefined)
      return { name, tokens, past: sources.past.slice(0, items).map(({ messageId, part }) => [messageId, part]) };
    if (name === 'summary' && items !== undefined && sources.summaryId) return { name, tokens, summary: sources.summaryId };
    return { name, tokens, text: texts.push(text.replaceAll(composed.nonce, WORD)) - 1 };
  });
  return {
    prompt: {
      kind: 'model',
      word: composed.nonce,
      budgetTokens: sources.budgetTokens,
      tools: [...sources.tools],
      toolTokens: sources.toolTokens,
      parts,
    },
    texts: texts.length > 0 ? packTexts(texts) : null,
  };
}

/** The same for a reply of the recall model, which is given no prompt but what was found for it. */
export function packFindings(findings: readonly { name: string; text: string; tokens: number }[], tools: readonly string[]): PackedPrompt {
  const kept = findings.filter(({ text }) => text !== '');
  return {
    prompt: {
      kind: 'recall',
      word: '',
      budgetTokens: 0,
      tools: [...tools],
      toolTokens: 0,
      parts: kept.map(({ name, tokens }, index) => ({ name, tokens, text: index })),
    },
    texts: kept.length > 0 ? deflateRawSync(JSON.stringify(kept.map(({ text }) => redactSecrets(text)))) : null,
  };
}
