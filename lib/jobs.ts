import * as compaction from '@/lib/compaction/jobs';
import * as knowledge from '@/lib/knowledge/jobs';
import * as memories from '@/lib/memories/jobs';
import * as memoryImports from '@/lib/memory-imports/jobs';
import type { JobDefinition } from '@/lib/platform/job-definition';
import * as reflections from '@/lib/reflections/jobs';
import * as retrieval from '@/lib/retrieval/jobs';
import * as soul from '@/lib/soul/jobs';
import * as spawning from '@/lib/spawning/jobs';

/** Every kind of job; the migration run creates a queue for each. */
export const jobDefinitions: readonly JobDefinition[] = [
  knowledge,
  memories,
  memoryImports,
  retrieval,
  soul,
  compaction,
  reflections,
  spawning,
].flatMap((capability) => Object.values(capability) as JobDefinition[]);
