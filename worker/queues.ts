import type { z } from 'zod';
import { handleEmbedKnowledge } from '@/lib/knowledge/job-handlers';
import { embedKnowledge } from '@/lib/knowledge/jobs';
import { handleSummarizeConversation } from '@/lib/compaction/job-handlers';
import { summarizeConversation } from '@/lib/compaction/jobs';
import { handleEmbedMemories, handleExtractMemories } from '@/lib/memories/job-handlers';
import { embedMemories, extractMemories } from '@/lib/memories/jobs';
import { handleReadMemoryImport } from '@/lib/memory-imports/job-handlers';
import { readMemoryImport } from '@/lib/memory-imports/jobs';
import type { JobDefinition } from '@/lib/platform/job-definition';
import { handleReflect } from '@/lib/reflections/job-handlers';
import { reflect } from '@/lib/reflections/jobs';
import { handleIndexMessages } from '@/lib/retrieval/job-handlers';
import { indexMessages } from '@/lib/retrieval/jobs';
import { handleRewriteSoul } from '@/lib/soul/job-handlers';
import { rewriteSoul } from '@/lib/soul/jobs';
import { handleSpawnAgent } from '@/lib/spawning/job-handlers';
import { spawnAgent } from '@/lib/spawning/jobs';

/** A queue, who works on its jobs, and how many of them at once in one worker process. */
export type QueueWork = { job: JobDefinition; handle: (data: object) => Promise<void>; concurrency: number };

function work<Data extends object>(job: JobDefinition<Data>, handle: (data: Data) => Promise<void>, concurrency: number): QueueWork {
  return { job: job as unknown as JobDefinition, handle: (data) => handle((job.data as z.ZodType<Data>).parse(data)), concurrency };
}

/** Which handler serves which job. */
export const queues: readonly QueueWork[] = [
  work(extractMemories, handleExtractMemories, 4),
  work(embedMemories, handleEmbedMemories, 1),
  work(readMemoryImport, (data) => handleReadMemoryImport(data), 1),
  work(embedKnowledge, handleEmbedKnowledge, 1),
  work(indexMessages, handleIndexMessages, 1),
  work(rewriteSoul, handleRewriteSoul, 2),
  work(reflect, (data) => handleReflect(data), 1),
  work(summarizeConversation, handleSummarizeConversation, 2),
  work(spawnAgent, handleSpawnAgent, 2),
];
