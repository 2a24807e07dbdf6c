import { z } from 'zod';
import { timestamp } from '@/lib/api/schema';

const count = z.number().int().min(0);

export const quotaWire = z.object({
  metered: z.boolean().meta({ description: 'False in recall mode, which costs no tokens' }),
  limitTokens: count.meta({ examples: [50_000] }),
  usedTokens: count.meta({ examples: [12_400] }),
  reservedTokens: count.meta({ description: 'Held by replies that are being written' }),
  remainingTokens: count.meta({ examples: [37_600] }),
  resetsAt: timestamp.meta({ description: 'Midnight UTC, when the day’s tokens are renewed' }),
});

export type QuotaWire = z.infer<typeof quotaWire>;

export const healthReasons = ['paused', 'quota', 'provider', 'recall', 'worker'] as const;

export type HealthReason = (typeof healthReasons)[number];

export const agentProblem = z
  .object({
    reason: z.enum(healthReasons).meta({
      description:
        '`paused` the owner paused it · `quota` the tokens of today are used up · `provider` the model provider refused the last reply · ' +
        '`recall` no language model is connected · `worker` no worker runs, so that nothing new is learned',
    }),
    message: z.string().meta({ examples: ['The agent is paused and answers nobody until it is resumed.'] }),
    code: z
      .string()
      .nullable()
      .meta({ description: 'The error of the last reply, for `provider`', examples: [null] }),
    since: timestamp.nullable(),
    until: timestamp.nullable().meta({ description: 'When it passes by itself, if it does' }),
  })
  .meta({ id: 'AgentProblem' });

export type AgentProblem = z.infer<typeof agentProblem>;

export const agentHealthAnswer = z.object({
  answers: z.boolean().meta({ description: 'Whether a message that is sent now gets a reply' }),
  problems: z.array(agentProblem).meta({ description: 'What is wrong, the gravest first' }),
  quota: quotaWire,
});

export type AgentHealthWire = z.infer<typeof agentHealthAnswer>;

const modelProvider = z.object({
  id: z.enum(['xai', 'openai', 'local']).meta({ examples: ['openai'] }),
  configured: z.boolean(),
});

export const installHealthAnswer = z.object({
  status: z.enum(['ok', 'attention']).meta({ description: '`attention` when one of the parts needs somebody to look at it' }),
  version: z.string().meta({ examples: ['0.1.0'] }),
  startedAt: timestamp.meta({ description: 'When the process that answers was started' }),
  checkedAt: timestamp,
  database: z.object({
    kind: z.enum(['embedded', 'postgresql']),
    version: z.string().meta({ examples: ['17.5'] }),
    latencyMs: count.meta({ examples: [2] }),
    migrations: z.object({
      applied: count.meta({ examples: [3] }),
      unfinished: count,
      last: z
        .string()
        .nullable()
        .meta({ examples: ['20261122000000_init'] }),
    }),
  }),
  worker: z.object({
    state: z.enum(['working', 'starting', 'silent', 'never']).meta({
      description: '`silent`: no sign of life for a minute · `never`: none yet · `starting`: none yet, and the install has just started',
    }),
    seenAt: timestamp.nullable(),
    startedAt: timestamp.nullable(),
    processes: count.meta({ description: 'Workers with a sign of life within the last minute', examples: [1] }),
  }),
  models: z.object({
    mode: z.enum(['model', 'recall']).meta({ description: '`recall`: no language model is connected' }),
    model: z.string().meta({ examples: ['llama3.2'] }),
    provider: z.string().meta({ examples: ['local'] }),
    providers: z.array(modelProvider),
  }),
  embedder: z.object({
    kind: z.enum(['embedded', 'api']),
    id: z.string().meta({ examples: ['use-lite-512'] }),
    waitingMemories: count.meta({ description: 'Memories of the whole install that wait for their vector' }),
  }),
  jobs: z.object({
    waiting: count,
    running: count,
    failed: count.meta({ description: 'Jobs that failed at every try' }),
    oldestWaitingAt: timestamp.nullable(),
  }),
  streams: z.object({
    open: count.meta({ description: 'Event streams of the process that answers' }),
    replies: count.meta({ description: 'Replies that it writes now' }),
  }),
  storage: z.object({
    freeBytes: count.nullable(),
    totalBytes: count.nullable(),
    lastBackupAt: timestamp.nullable().meta({ description: 'The newest file in the folder of backups; null with a database server' }),
  }),
});

export type InstallHealthWire = z.infer<typeof installHealthAnswer>;
