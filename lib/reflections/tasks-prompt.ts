import type { LanguageModelV3Prompt } from '@ai-sdk/provider';
import { z } from 'zod';
import { createFence } from '@/lib/llm/fence';
import { estimatePromptTokens } from '@/lib/llm/tokens';
import { redactSecrets } from '@/lib/memories/secrets';
import { findSoulFault } from '@/lib/soul/soul-faults';
import type { TaskDraft } from './draft';

export const TASKS_OUTPUT_TOKENS = 900;
const MOST_TASKS = 4;
const LINE_CHARACTERS = 300;

/** What a model is asked for with {@link composeTasksPrompt}. Of what kind a task is, and so its risk, is not asked. */
export const proposals = z.object({
  advice: z.string().trim().max(800).nullish(),
  tasks: z
    .array(
      z.object({
        title: z.string().trim().min(3).max(140),
        description: z.string().trim().max(600).default(''),
        priority: z.enum(['high', 'medium', 'low']).catch('medium'),
      }),
    )
    .max(12),
});

const INSTRUCTIONS = [
  'You are the mentor of a personal agent and look at what it knows of its owner and of what they talked about.',
  '',
  `Propose up to ${MOST_TASKS} tasks that would bring the owner nearer to their own goals: concrete, small enough for one sitting, nothing that waits already. Each only becomes work when the owner approves it.`,
  'Propose nothing that moves money, signs, buys, publishes, or contacts somebody. Repeat no secrets and no addresses.',
  'advice: two or three sentences to the owner on what this review of the memories shows, in the language that they write in.',
  '',
  'Answer with JSON alone: {"advice":"…","tasks":[{"title":"…","description":"…","priority":"high|medium|low"}]}.',
].join('\n');

export type Plans = { memories: readonly string[]; pending: readonly string[]; talks: readonly string[] };

/** The prompt that asks a model for tasks, as long as it may be. All that people wrote is fenced as data. */
export function composeTasksPrompt(plans: Plans, limitTokens: number): LanguageModelV3Prompt {
  const fence = createFence();
  const lines = (texts: readonly string[]) =>
    texts.map((text) => `- ${redactSecrets(text).replace(/\s+/g, ' ').slice(0, LINE_CHARACTERS)}`).join('\n') || 'none';
  for (let share = 1; ; share *= 0.7) {
    const first = (texts: readonly string[]) => texts.slice(0, Math.floor(texts.length * share));
    const content = [
      fence.wrap('memories', lines(first(plans.memories))),
      fence.wrap('talks', lines(first(plans.talks))),
      fence.wrap('tasks that wait already', lines(first(plans.pending))),
      'Give advice and tasks as JSON.',
    ].join('\n\n');
    const prompt: LanguageModelV3Prompt = [
      { role: 'system', content: `${INSTRUCTIONS}\n\n${fence.rule}` },
      { role: 'user', content: [{ type: 'text', text: content }] },
    ];
    if (share < 0.05 || estimatePromptTokens(prompt) <= limitTokens) return prompt;
  }
}

const isSound = (text: string) => findSoulFault(text, '') === undefined;
const key = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The proposals that an owner may see: without those that wait already, and without what speaks to machines or of secrets and addresses. */
export function readProposals(
  { advice, tasks }: z.infer<typeof proposals>,
  pending: readonly string[],
): { proposed: TaskDraft[]; advice: string | null } {
  const seen = new Set(pending.map(key));
  const proposed = tasks.filter(({ title, description }) => {
    const isNew = !seen.has(key(title));
    seen.add(key(title));
    return isNew && isSound(`${title}\n${description}`);
  });
  return { proposed: proposed.slice(0, MOST_TASKS), advice: advice && isSound(advice) ? advice : null };
}
