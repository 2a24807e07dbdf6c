import type { LanguageModelV3Prompt } from '@ai-sdk/provider';
import { z } from 'zod';
import { createFence } from '@/lib/llm/fence';
import { estimateTokens } from '@/lib/llm/tokens';
import { namesAndNumbers } from '@/lib/memories/candidates';
import { stemWords } from '@/lib/memories/retrieval';
import { MEMORY_MAXIMUM_LENGTH } from '@/lib/memories/limits';
import { containsSecret, redactSecrets } from '@/lib/memories/secrets';
import { contentWords, wordsOf } from '@/lib/platform/text-search';
import { findSoulFault } from '@/lib/soul/soul-faults';
import type { MemoryAction } from './candidates';
import type { SeenMemory } from './pass-queries';

export const JUDGE_OUTPUT_TOKENS = 1_500;
const LINE_CHARACTERS = 400;

/** What a model is asked for with {@link composeJudgePrompt}: numbers of memories, and words only where two become one. */
export const judgement = z.object({
  actions: z
    .array(
      z.object({
        kind: z.enum(['merge', 'contradiction']),
        keep: z.number().int(),
        drop: z.array(z.number().int()).min(1).max(10),
        text: z.string().trim().max(MEMORY_MAXIMUM_LENGTH).nullish(),
      }),
    )
    .max(60),
});

const INSTRUCTIONS = [
  "You put an agent's memories of its owner in order. Below stand groups of memories that are near to each other, each memory with a number.",
  '',
  'For each group decide, only inside of that group:',
  '- merge: memories say the same, or belong into one sentence. keep: the number that stays; drop: those that it makes superfluous; text: one sentence that says all that they said and nothing else, or null when the one that stays says it already.',
  '- contradiction: only one can be true now. keep: the one that holds, by rule the newer; drop: those that no longer do; text: null.',
  '- Different things, people, dates or figures stay apart: leave them out. When in doubt leave them out.',
  'A pinned memory is never dropped and keeps its words. No number stands in two actions.',
  '',
  'Answer with JSON alone: {"actions":[{"kind":"merge","keep":1,"drop":[2],"text":null}]}. Nothing to do: {"actions":[]}.',
].join('\n');

export type JudgePrompt = {
  messages: LanguageModelV3Prompt;
  /** The groups that are in it, in which number 1 is the first memory of the first. */
  shown: SeenMemory[][];
};

/** The prompt that asks a model to judge groups of memories, as many as fit. What they say is fenced as data. */
export function composeJudgePrompt(groups: readonly SeenMemory[][], limitTokens: number): JudgePrompt {
  const fence = createFence();
  const system = `${INSTRUCTIONS}\n\n${fence.rule}`;
  const shown: SeenMemory[][] = [];
  const parts: string[] = [];
  let tokens = estimateTokens(system) + 40;
  let number = 0;
  for (const group of groups) {
    const lines = group.map((memory, index) => lineOf(memory, number + index + 1));
    const part = fence.wrap(`group ${shown.length + 1}`, lines.join('\n'));
    tokens += estimateTokens(part);
    if (tokens > limitTokens) break;
    number += group.length;
    shown.push([...group]);
    parts.push(part);
  }
  const content = [...parts, 'Give the actions as JSON.'].join('\n\n');
  return {
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: [{ type: 'text', text: content }] },
    ],
    shown,
  };
}

function lineOf({ content, createdAt, mentionCount, pinned }: SeenMemory, number: number): string {
  const facts = [`since ${createdAt.slice(0, 10)}`, mentionCount > 1 ? `heard ${mentionCount} times` : '', pinned ? 'pinned' : ''];
  const text = redactSecrets(content).replace(/\s+/g, ' ').slice(0, LINE_CHARACTERS);
  return `${number} (${facts.filter(Boolean).join(', ')}): ${text}`;
}

/**
 * The actions of a judgement that may be carried out. Left out is what names a memory outside of its group or twice, what would take
 * a pinned one, and a text that says more than its sources: a model judges what is told, it does not add to it.
 */
export function readJudgement({ actions }: z.infer<typeof judgement>, shown: readonly SeenMemory[][]): MemoryAction[] {
  const numbered = shown.flatMap((group, place) => group.map((memory) => ({ memory, place })));
  const used = new Set<string>();
  return actions.flatMap((action): MemoryAction[] => {
    const [keep, ...drop] = [action.keep, ...action.drop].map((number) => numbered[number - 1]);
    const named = [keep, ...drop];
    if (!keep || named.some((one) => one?.place !== keep.place)) return [];
    const dropped = drop.flatMap((one) => (one ? [one.memory] : []));
    const ids = [keep.memory.id, ...dropped.map(({ id }) => id)];
    if (new Set(ids).size < ids.length || ids.some((id) => used.has(id)) || dropped.some(({ pinned }) => pinned)) return [];
    const text = action.kind === 'merge' && action.text && action.text !== keep.memory.content ? action.text : null;
    if (text !== null && (keep.memory.pinned || !saysNoMore(text, [keep.memory, ...dropped]))) return [];
    for (const id of ids) used.add(id);
    return [{ kind: action.kind, keep: keep.memory.id, drop: dropped.map(({ id }) => id), text }];
  });
}

/** The share of the words of a merged text that its sources need not have: it is worded anew, but tells what was told. */
const NEW_WORDS_SHARE = 0.4;

function saysNoMore(text: string, sources: readonly SeenMemory[]): boolean {
  const all = sources.map(({ content }) => content).join('\n');
  if (containsSecret(text) || findSoulFault(text, all) || text.length > all.length + 20) return false;
  const known = all.toLowerCase();
  if (![...namesAndNumbers(text)].every((word) => known.includes(word))) return false;
  const knownWords = wordsOf(all);
  const words = stemWords(contentWords(text));
  const newWords = words.filter(({ word, isPrefix }) => !knownWords.some((one) => (isPrefix ? one.startsWith(word) : one === word)));
  return newWords.length <= words.length * NEW_WORDS_SHARE;
}
