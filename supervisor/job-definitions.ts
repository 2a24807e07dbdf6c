import { embedMemories, extractMemories } from '@/lib/memories/jobs';
import type { JobDefinition } from '@/lib/platform/jobs';

/** Every kind of job, so that its queue exists before anybody sends to it; a test holds this against what the worker serves. */
export const jobDefinitions = [extractMemories, embedMemories] as unknown as readonly JobDefinition[];
