import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { estimatePromptTokens } from '@/lib/llm/tokens';
import { embedMissing } from '@/lib/memories/embedding';
import { composeGuardPrompt, composeRewritePrompt } from '@/lib/soul/rewrite-prompt';
import { draftSoul, REWRITE_TOKENS, whyNotSoul } from '@/lib/soul/draft';
import { readSoulRow } from '@/lib/soul/queries';
import { readRewriteMaterial, type RewriteMaterial } from '@/lib/soul/rewrite-queries';
import { AppError } from '@/lib/platform/errors';
import { type Asking, ask } from './asking';
import { clarityWithout, findCandidates, joinActions, type MemoryAction } from './candidates';
import type { Draft, LeftOut } from './draft';
import { composeJudgePrompt, JUDGE_OUTPUT_TOKENS, judgement, readJudgement } from './judge-prompt';
import type { ReflectionStep } from './limits';
import { findPairs, type OpenPass, readMemories, readPlans, type SeenMemory } from './pass-queries';
import { composeTasksPrompt, proposals, readProposals, TASKS_OUTPUT_TOKENS } from './tasks-prompt';

/** What a step found, what it tells of the pass, and where it goes on. */
export type StepResult = {
  next: ReflectionStep;
  draft: Draft;
  figures?: { clarityBefore?: number; memoriesBefore?: number };
};

export type StepInput = { agent: OwnedAgent; pass: OpenPass; asking: Asking | undefined };

type Step = (input: StepInput) => Promise<StepResult>;

const MEMORIES_FOR_TASKS = 40;

const without = (pass: OpenPass, ...left: LeftOut[]) => [...(pass.draft.leftOut ?? []), ...left];

/** Gives every memory its vector, and notes which memories the pass is about. */
const read: Step = async ({ agent }) => {
  await embedMissing(agent);
  const memories = await readMemories(agent);
  return {
    next: 'measuring',
    draft: { seen: memories.map(({ id, version }) => [id, version]) },
    figures: { memoriesBefore: memories.length },
  };
};

/** What the encoder alone finds, and how clear that is. */
const measure: Step = async ({ agent, pass }) => {
  const { id, thresholds } = embedder();
  const [memories, pairs, soul] = await Promise.all([
    readMemories(agent, pass.draft.seen),
    findPairs(agent, id, thresholds.closest),
    readSoulRow(agent),
  ]);
  const findings = findCandidates(new Map(memories.map((memory) => [memory.id, memory])), pairs, thresholds);
  const clarityBefore = clarityWithout(memories, findings, new Set(), soul?.content.length ?? 0);
  return { next: 'judging', draft: { findings }, figures: { clarityBefore } };
};

/** The groups that a model should look at, without what surely repeats anyway. */
function groupsToJudge(pass: OpenPass, memories: readonly SeenMemory[]): SeenMemory[][] {
  const { merges = [], groups = [] } = pass.draft.findings ?? {};
  const gone = new Set(merges.flatMap(({ drop }) => drop));
  const known = new Map(memories.map((memory) => [memory.id, memory]));
  return groups.map((ids) => ids.flatMap((id) => (gone.has(id) ? [] : (known.get(id) ?? [])))).filter((group) => group.length > 1);
}

/** Sure merges, and those and the contradictions that a model sees. A memory has a part in one change. */
const judge: Step = async ({ agent, pass, asking }) => {
  const certain = pass.draft.findings?.merges ?? [];
  const groups = groupsToJudge(pass, await readMemories(agent, pass.draft.seen));
  const done = (judged: MemoryAction[], byModel: boolean, ...left: LeftOut[]): StepResult => ({
    next: 'soul',
    draft: { judged, leftOut: without(pass, ...left), ...(byModel ? { byModel } : {}) },
  });
  if (!asking) return done(certain, false, { part: 'memories', why: 'no-model' }, { part: 'contradictions', why: 'no-model' });
  if (groups.length === 0) return done(certain, false);
  const { messages, shown } = composeJudgePrompt(groups, asking.promptTokens(JUDGE_OUTPUT_TOKENS));
  const answer = await ask(asking, { schema: judgement, name: 'judgement', messages, maxOutputTokens: JUDGE_OUTPUT_TOKENS });
  if (!answer.ok) return done(certain, false, { part: 'memories', why: answer.why }, { part: 'contradictions', why: answer.why });
  // What a sure merge keeps may be judged as well; both then are one change.
  const judged = joinActions(certain, readJudgement(answer.value, shown));
  return done(judged, true, ...(shown.length < groups.length ? [{ part: 'memories', why: 'not-all' } as const] : []));
};

/** What of the material a prompt of so many tokens has room for. */
function fitMaterial(name: string, soul: string, material: RewriteMaterial, limitTokens: number): RewriteMaterial {
  for (let share = 1; ; share *= 0.7) {
    const first = (texts: string[]) => texts.slice(0, Math.floor(texts.length * share));
    const fitted = { memories: first(material.memories), messages: first(material.messages) };
    if (share < 0.05 || estimatePromptTokens(composeRewritePrompt(name, soul, fitted)) <= limitTokens) return fitted;
  }
}

/** A next soul, if a model writes one and the guard clearly allows it. */
const rewriteSoul: Step = async ({ agent, pass, asking }) => {
  const done = (soul: Draft['soul'], byModel: boolean, ...left: LeftOut[]): StepResult => ({
    next: 'tasks',
    draft: { soul, leftOut: without(pass, ...left), ...(byModel ? { byModel } : {}) },
  });
  const skipped = (why: LeftOut['why']) => done({ status: 'skipped' }, false, { part: 'soul', why });
  const before = await readSoulRow(agent);
  if (!asking || !before) return skipped('no-model');
  const material = fitMaterial(agent.name, before.content, await readRewriteMaterial(agent), asking.promptTokens(REWRITE_TOKENS / 2));
  const promptTokens = estimatePromptTokens(composeRewritePrompt(agent.name, before.content, material));
  if (!asking.affords(promptTokens, REWRITE_TOKENS, 2)) return skipped('tokens');
  try {
    const draft = await draftSoul(agent.name, asking.resolved, before.content, material, asking.record);
    if (!draft) return skipped('no-answer');
    if (!asking.affords(estimatePromptTokens(composeGuardPrompt(`${draft.soul}\n\n${draft.reason}`)), 64, 1)) return skipped('tokens');
    const refusal = await whyNotSoul(asking.resolved, draft, before.content, asking.record);
    if (refusal === 'unchanged') return done({ status: 'unchanged' }, true);
    if (refusal) return done({ status: 'refused' }, true);
    return done({ status: 'drafted', draft, readAt: before.updatedAt.toISOString() }, true);
  } catch (error) {
    if (error instanceof AppError && error.code === 'SERVICE_UNAVAILABLE' && !asking.mayWait) return skipped('no-answer');
    throw error;
  }
};

/** Tasks that a model proposes. */
const propose: Step = async ({ agent, pass, asking }) => {
  const done = (tasks: NonNullable<Draft['tasks']>, byModel: boolean, ...left: LeftOut[]): StepResult => ({
    next: 'finishing',
    draft: { tasks, leftOut: without(pass, ...left), ...(byModel ? { byModel } : {}) },
  });
  const none = { proposed: [], advice: null };
  if (!asking) return done(none, false, { part: 'tasks', why: 'no-model' });
  const [{ memories }, { pending, talks }] = await Promise.all([readRewriteMaterial(agent), readPlans(agent)]);
  const plans = { memories: memories.slice(0, MEMORIES_FOR_TASKS), pending, talks };
  const answer = await ask(asking, {
    schema: proposals,
    name: 'proposals',
    messages: composeTasksPrompt(plans, asking.promptTokens(TASKS_OUTPUT_TOKENS) - 1_500),
    maxOutputTokens: TASKS_OUTPUT_TOKENS,
  });
  return answer.ok ? done(readProposals(answer.value, pending), true) : done(none, false, { part: 'tasks', why: answer.why });
};

/** Every step but the last, which writes. */
export const steps: Record<Exclude<ReflectionStep, 'finishing'>, Step> = {
  reading: read,
  measuring: measure,
  judging: judge,
  soul: rewriteSoul,
  tasks: propose,
};
