import type { LeftOut } from './draft';
import { reflectionSteps } from './limits';
import type { ReflectionRow } from './queries';
import type { ReflectionSummary, ReflectionWire } from './schema';

const MICRO = 1_000_000;

/** Micro-dollars as the contract writes dollars: `1.000000`. */
export const usdText = (microUsd: bigint | number) => (Number(microUsd) / MICRO).toFixed(6);

function figuresOf(row: ReflectionRow) {
  const isOpen = row.status === 'processing';
  return {
    clarityScoreBefore: row.clarityBefore,
    clarityScoreAfter: row.clarityAfter,
    memoriesBefore: row.memoriesBefore,
    memoriesAfter: row.memoriesAfter,
    merges: row.merges,
    contradictionsResolved: row.contradictionsResolved,
    soulRewritten: row.soulRewritten,
    tasksProposed: row.tasksProposed,
    tokensUsed: row.inputTokens + row.outputTokens,
    costUsd: usdText(row.costMicroUsd),
    triggeredBy: row.triggeredBy,
    status: row.status,
    step: isOpen ? row.step : null,
    progress: isOpen ? Math.round((reflectionSteps.indexOf(row.step) / reflectionSteps.length) * 100) : 100,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  };
}

export const presentSummary = (row: ReflectionRow): ReflectionSummary => ({ id: row.id, ...figuresOf(row) });

/** Clarity as it stands after a pass: what a pass that was taken back had changed does not count. */
export const standingClarity = (row: ReflectionRow) => (row.undoneAt ? row.clarityBefore : row.clarityAfter);

const PARTS: Record<LeftOut['part'], string> = {
  memories: 'Memories that only a language model can judge were left as they are',
  contradictions: 'Contradictions were left for you to decide',
  soul: 'The soul was left as it is',
  tasks: 'No tasks were proposed',
};

const REASONS: Record<LeftOut['why'], string> = {
  'no-model': 'no language model is set up',
  'no-answer': 'the language model gave no answer that could be used',
  tokens: 'the tokens held for this review were used up',
  'not-all': 'there are more than one review looks at',
  meanwhile: 'some were changed while the review went on',
};

/** @param words what the memories of the report said before it */
export function presentReflection(row: ReflectionRow, words: ReadonlyMap<string, string>): ReflectionWire {
  const { report } = row;
  const said = (id: string) => ({ id, content: words.get(id) ?? '' });
  return {
    reflectionId: row.id,
    ...figuresOf(row),
    mentorReport: report && {
      memoryActions: {
        merged: row.merges,
        deleted: report.deleted,
        kept: report.kept,
        contradictionsResolved: row.contradictionsResolved,
      },
      soulRewriteStatus: report.soulStatus,
      soulVersion: report.soulVersion,
      tasksProposed: report.tasks,
      merges: report.merged.map(({ keep, drop, text }) => ({
        kept: { id: keep, content: text ?? said(keep).content },
        wordsBefore: text === null ? null : said(keep).content,
        dropped: drop.map(said),
      })),
      contradictions: report.resolved.map(({ keep, drop }) => ({ kept: said(keep), dropped: drop.map(said) })),
      openContradictions: report.open.map(({ one, other }) => ({ newer: said(one), older: said(other) })),
      advice: report.advice,
      leftOut: report.leftOut.map(({ part, why }) => ({ part, why, text: `${PARTS[part]}: ${REASONS[why]}.` })),
    },
    error: row.error,
  };
}
