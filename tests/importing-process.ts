// A worker process that reads on in one import, and is killed by itself, as by `kill -9`, where its second argument says.
import { handleReadMemoryImport } from '@/lib/memory-imports/job-handlers';
import { closeDatabase } from '@/lib/platform/database';
import { closeJobs } from '@/lib/platform/jobs';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';

const [importId = '', deadAt] = process.argv.slice(2);
replaceModels({ embedder: createWordEmbedder() });
await handleReadMemoryImport(
  { importId },
  {
    watch: (place) => {
      if (place === deadAt) process.kill(process.pid, 'SIGKILL');
    },
  },
);
await closeJobs();
await closeDatabase();
