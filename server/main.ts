process.env.SELFCLAW_PROCESS ??= 'web';

import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import next from 'next';
import { ADDRESS_HEADER } from '@/lib/api/client-address';
import { publicUrl } from '@/lib/auth/public-address';
import { drainGenerations } from '@/lib/chat/generation';
import { closeRuntime } from '@/lib/llm/runtime';
import { closeDatabase } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { endOnFaults } from '@/lib/platform/faults';
import { closeJobs, warmJobs } from '@/lib/platform/jobs';
import { log } from '@/lib/platform/log';
import { endWithParent, tellParent } from '@/lib/platform/parent';
import { dispatchApi } from './dispatch';
import { staticFiles } from './static-files';

const DRAIN_MS = 4_500;
const LAST_BYTES_MS = 300;
/**
 * New connections that may wait until they are accepted. Past Node's own limit of 511 a caller's knock is dropped and repeated after a second,
 * so in a burst the refusal itself would come a second late. The system may allow fewer (`net.core.somaxconn`).
 */
const WAITING_CONNECTIONS = 4_096;

async function main(): Promise<void> {
  endOnFaults();
  const { HOST, PORT } = env();
  // eslint-disable-next-line no-restricted-syntax -- next-auth reads its own address there; without a supervisor nobody else sets it
  process.env.NEXTAUTH_URL ||= publicUrl().origin;
  const pages = next({ dev: false, dir: process.cwd(), hostname: HOST, port: PORT });
  await pages.prepare();
  const servePage = pages.getRequestHandler();
  const serveFile = staticFiles(path.join(process.cwd(), '.next'));

  const server = createServer((incoming, outgoing) => {
    incoming.headers[ADDRESS_HEADER] = incoming.socket.remoteAddress ?? 'unknown';
    outgoing.setHeader('x-content-type-options', 'nosniff');
    if (!incoming.url?.startsWith('/api/')) {
      if (serveFile(incoming, outgoing)) return;
      void servePage(incoming, outgoing);
      return;
    }
    void dispatchApi(incoming, outgoing).then((served) => (served ? undefined : servePage(incoming, outgoing)));
  });
  server.keepAliveTimeout = 65_000;

  endWithParent(async (reason) => {
    log().info({ reason }, 'the web process ends');
    const closed = new Promise((resolve) => server.close(resolve));
    await drainGenerations(DRAIN_MS);
    // The last events of the streams are still on their way to their readers.
    await Promise.race([closed, sleep(LAST_BYTES_MS)]);
    server.closeAllConnections();
    await closed;
    await closeRuntime();
    await closeJobs();
    await closeDatabase();
  });

  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen({ port: PORT, host: HOST, backlog: WAITING_CONNECTIONS }, resolve),
  );
  log().info({ host: HOST, port: PORT }, 'the web process listens');
  tellParent({ type: 'ready' });
  await warmJobs().catch((error: unknown) => log().info({ error }, 'the job queue is not reachable yet'));
}

main().catch((error: unknown) => {
  log().fatal({ error }, 'the web process could not start');
  process.exit(1);
});
