import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { silentLog } from '../database-log';
import { openBackendSession } from './backend-session';
import { WIRE_SOCKET_NAME } from './socket-folder';
import { createWireServer } from './wire-server';

/** A throw-away database in this process's memory, reachable by `url` until stopped. */
export async function startMemoryDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const session = await openBackendSession({
    folder: undefined,
    durable: false,
    onAbort(reason) {
      process.stderr.write(`the in-memory database died: ${reason}\n`);
      process.exit(70);
    },
  });
  const server = await createWireServer({ session, log: silentLog });
  const stop = async (): Promise<void> => {
    await server.close();
    await session.close();
  };
  if (process.platform === 'win32') {
    const address = (await server.listen({ host: '127.0.0.1', port: 0 })) as AddressInfo;
    return { url: `postgresql://postgres@127.0.0.1:${address.port}/postgres`, stop };
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'selfclaw-memory-'));
  await server.listen({ path: path.join(folder, WIRE_SOCKET_NAME) });
  return {
    url: `postgresql://postgres@localhost:5432/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      await stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
