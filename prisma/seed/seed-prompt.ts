import { chatToolNames, TOOL_DEFINITION_TOKENS } from '@/lib/chat/tools';
import { packFindings, packPrompt, type PackedPrompt } from '@/lib/inspection/kept-prompt';
import { composePrompt, describeMemory } from '@/lib/llm/prompt';
import type { HistoryMessage } from '@/lib/llm/prompt-history';
import { estimateTokens } from '@/lib/llm/tokens';
import { findTemplate } from '@/lib/templates/catalogue';
import type { SeedAgent } from './content';

const BUDGET_TOKENS = 12_000;

export type SeedTurn = {
  ask: string;
  at: Date;
  /** Messages before it, with their places. */
  history: readonly (HistoryMessage & { sequence: number })[];
  sequence: number;
  memories: readonly { id: string; content: string }[];
  isRecall: boolean;
};

/** What an agent would have seen before it wrote a reply of the demo. */
export function packSeedPrompt({ profile, souls, memories: known, conversations }: SeedAgent, turn: SeedTurn): PackedPrompt {
  const facts = [
    ...known.map(({ fact }) => fact),
    ...conversations.flatMap(({ exchanges }) => exchanges.flatMap(({ learned }) => learned ?? [])),
  ];
  const categories = new Map(facts.map(([content, category]) => [content, category]));
  const memories = turn.memories.map((memory) => ({ ...memory, category: categories.get(memory.content) ?? 'fact' }));
  if (turn.isRecall) {
    const part = (name: string, text: string) => ({ name, text, tokens: estimateTokens(text) });
    return packFindings([part('memories', memories.map(describeMemory).join('\n')), part('question', turn.ask)], chatToolNames);
  }
  const template = findTemplate(profile.personaTemplate ?? 'general');
  const history: (HistoryMessage & { sequence: number })[] = [
    ...turn.history,
    { sequence: turn.sequence, role: 'user', content: turn.ask },
  ];
  const composed = composePrompt({
    agent: { name: profile.name, description: profile.description, interests: profile.interests, persona: template },
    soul: souls.at(-1)?.text,
    memories,
    knowledge: [],
    history: history.map(({ sequence: _, ...message }) => message),
    toolNames: chatToolNames,
    now: turn.at,
    budgetTokens: BUDGET_TOKENS,
  });
  return packPrompt(composed, {
    tools: chatToolNames,
    toolTokens: TOOL_DEFINITION_TOKENS,
    budgetTokens: BUDGET_TOKENS,
    memories,
    past: [],
    summaryId: undefined,
    sequences: history.map(({ sequence }) => sequence),
  });
}
