// A worker process that goes on with one reflection, and is killed by itself, as by `kill -9`, where its third argument says.
import { createProviders } from '@/lib/llm/providers';
import { handleReflect } from '@/lib/reflections/job-handlers';
import { closeDatabase } from '@/lib/platform/database';
import { closeJobs } from '@/lib/platform/jobs';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';

const [reflectionId = '', modelUrl = '', deadAt] = process.argv.slice(2);
replaceModels({
  embedder: createWordEmbedder(),
  providers: createProviders({ xai: { apiKey: 'key', baseUrl: modelUrl }, probeLoopback: false }),
});
await handleReflect({ reflectionId }, (place) => {
  if (place === deadAt) process.kill(process.pid, 'SIGKILL');
});
await closeJobs();
await closeDatabase();
