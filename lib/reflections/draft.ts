import type { SoulDraft } from '@/lib/soul/draft';
import type { Findings, MemoryAction } from './candidates';

/** What a pass could not do, and why. `no-model`: there is none · `no-answer`: it gave none that could be used · `tokens`: those held for the pass ran out · `not-all`: there was more than one pass looks at · `meanwhile`: it was changed while the pass went on. */
export type LeftOut = {
  part: 'memories' | 'contradictions' | 'soul' | 'tasks';
  why: 'no-model' | 'no-answer' | 'tokens' | 'not-all' | 'meanwhile';
};

export type SoulStatus = 'rewritten' | 'unchanged' | 'refused' | 'skipped' | 'changed-meanwhile';

export type TaskDraft = { title: string; description: string; priority: 'high' | 'medium' | 'low' };

/** What each step of a pass leaves for the next: kept in the row, so that whoever goes on needs nothing else. */
export type Draft = {
  /** Ids and versions of the memories that the pass is about. */
  seen?: [id: string, version: number][];
  findings?: Findings;
  judged?: MemoryAction[];
  soul?: { status: 'skipped' | 'unchanged' | 'refused' } | { status: 'drafted'; draft: SoulDraft; readAt: string };
  tasks?: { proposed: TaskDraft[]; advice: string | null };
  leftOut?: LeftOut[];
  /** Whether a language model gave anything that is used: only then the pass costs something. */
  byModel?: boolean;
};

/** What an owner reads of a pass. */
export type Report = {
  deleted: number;
  kept: number;
  soulStatus: SoulStatus;
  /** The version of the soul that the pass wrote. */
  soulVersion: number | null;
  merged: { keep: string; drop: string[]; text: string | null }[];
  resolved: { keep: string; drop: string[] }[];
  /** Pairs that look contradictory and were left to the owner. */
  open: { one: string; other: string }[];
  tasks: (TaskDraft & { id: string })[];
  advice: string | null;
  leftOut: LeftOut[];
};

/** What was before a pass. */
export type Archive = {
  memories: {
    id: string;
    /** Changes of one action are taken back together or not at all. */
    action: number;
    /** In which the pass left the memory. */
    version: number;
    before: {
      content: string;
      confidence: number;
      importance: number;
      mentionCount: number;
      status: 'active';
      supersededById: string | null;
      lastMentionedAt: string;
    };
  }[];
  soul: { content: string; version: number; writtenAt: string } | null;
  tasks: string[];
};
