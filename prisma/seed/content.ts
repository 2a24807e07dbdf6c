import type { AgentEventType } from '@/lib/agents/events';
import type { CreateAgentInput } from '@/lib/agents/schema';
import type { chatToolNames } from '@/lib/chat/tools';
import type { KnowledgeSource } from '@/lib/knowledge/schema';
import type { MemoryCategory } from '@/lib/memories/schema';
import type { Research } from '@/lib/spawning/research';

/** Which model wrote a reply; `recall` is the embedded one, which costs nothing. */
export type SeedModel = 'grok-4-1-fast-non-reasoning' | 'gpt-5-mini' | 'grok-4.20' | 'gpt-5.4' | 'recall';

export type SeedToolCall = { name: (typeof chatToolNames)[number]; input: object; output: object };

/** A fact with its category. */
export type SeedFact = readonly [content: string, category: MemoryCategory];

export type SeedExchange = {
  ask: string;
  reply: string;
  model?: SeedModel;
  tools?: SeedToolCall[];
  /** Facts that were learned from what was asked. */
  learned?: SeedFact[];
  /** Contents of memories that stood in the prompt and show in the reply. */
  used?: string[];
  /** Titles of texts that the reply looks things up in, at their first passage. */
  looksUp?: string[];
  ends?: 'stopped' | 'failed';
};

export type SeedConversation = {
  title: string;
  daysAgo: number;
  exchanges: SeedExchange[];
  /** What a language model made of all but the newest 12 messages, after the last exchange. */
  summary?: string;
};

export type SeedMemory = {
  fact: SeedFact;
  daysAgo: number;
  source?: 'owner' | 'key' | 'reflection' | 'spawning';
  pinned?: boolean;
  /** How often it came up again. */
  again?: number;
  /** What it said before the owner corrected it. */
  corrected?: string;
  /** An older fact that this one took the place of. */
  replaces?: string;
  forgotten?: boolean;
};

export type SeedKnowledge = {
  title: string;
  content: string;
  daysAgo: number;
  source: KnowledgeSource;
  sourceName: string | null;
};

export type SeedTask = {
  skillId: string;
  taskType: string;
  title: string;
  description: string;
  status: 'pending' | 'approved' | 'running' | 'completed' | 'failed' | 'rejected';
  hoursAgo: number;
  priority?: number;
  payload?: object;
  result?: object;
  error?: string;
};

export type SeedEvent = { type: AgentEventType; summary: string; daysAgo: number };

/** A text of the soul: by its owner unless it says otherwise. */
export type SeedSoul = { daysAgo: number; text: string; by?: 'agent'; reason?: string };

/** A deep reflection. `kept` are contents of memories that the agent has. */
export type SeedReflection = {
  daysAgo: number;
  before: number;
  after: number;
  /** Memories when it began. */
  memories: number;
  /** Tokens of its prompts; 0 where no language model took part. */
  tokens: number;
  merges: { kept: string; dropped: string[] }[];
  contradictions?: { kept: string; dropped: string[] }[];
  /** The version of the soul that it wrote. */
  soulVersion?: number;
  tasks: { title: string; description: string; priority: 'high' | 'medium' | 'low' }[];
  advice?: string;
};

/** An export of another assistant that waits for review. */
export type SeedImport = {
  fileName: string;
  format: 'chatgpt' | 'claude';
  conversations: number;
  messages: number;
  unread: number;
  /** `known` and `contrary` name a memory by its text. */
  facts: {
    content: string;
    category: MemoryCategory;
    daysAgo: number;
    title: string;
    excerpt?: string;
    mentions?: number;
    known?: string;
    contrary?: string;
  }[];
};

/** Everything that a demo agent starts with. Days and hours count back from the moment of seeding. */
export type SeedAgent = {
  profile: CreateAgentInput;
  /** What it found about its owner when it was made. */
  research?: Research;
  premiumModel: 'gpt-5.4' | 'grok-4.20' | 'gpt-5-mini' | null;
  createdDaysAgo: number;
  /** Texts that followed the template's soul, oldest first; the agent's own with its reason. */
  souls: SeedSoul[];
  conversations: SeedConversation[];
  memories: SeedMemory[];
  knowledge?: SeedKnowledge[];
  imported?: SeedImport;
  tasks: SeedTask[];
  events: SeedEvent[];
  poc: { totalScore: number; grade: 'S' | 'A' | 'B' | 'C' | 'D'; rank: number; percentile: number; breakdown: object };
  /** The oldest first. */
  reflections: SeedReflection[];
};
