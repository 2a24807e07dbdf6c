// A web process of the API alone: for measuring while the pages cannot be built. Final figures come from `server/main.ts`.
process.env.SELFCLAW_PROCESS ??= 'web';

import { createServer } from 'node:http';
import { closeDatabase } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { closeJobs, warmJobs } from '@/lib/platform/jobs';
import { endWithParent } from '@/lib/platform/parent';
import { dispatchApi } from '@/server/dispatch';

const server = createServer((incoming, outgoing) => {
  outgoing.setHeader('x-content-type-options', 'nosniff');
  void dispatchApi(incoming, outgoing).then((served) => (served ? undefined : outgoing.writeHead(404).end()));
});
server.keepAliveTimeout = 65_000;
endWithParent(async () => {
  server.closeAllConnections();
  await closeJobs();
  await closeDatabase();
});
await warmJobs();
server.listen(env().PORT, env().HOST);
