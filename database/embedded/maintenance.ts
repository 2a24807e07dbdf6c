import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { DatabaseLog } from '../database-log';
import { textRowsOf, type BackendSession } from './backend-session';
import type { FolderLock } from './folder-lock';
import { message } from './wire-messages';
import type { WireServer } from './wire-server';

const requestSchema = z.discriminatedUnion('command', [
  /** Copies the database folder, as it stands between two transactions, to a folder that does not exist. */
  z.object({ command: z.literal('copy'), target: z.string() }),
  /** Puts `source` in the place of the database folder, which is kept as `aside`. */
  z.object({ command: z.literal('swap'), source: z.string(), aside: z.string() }),
]);

/** What the running server can be asked to do over its lock socket. */
export type MaintenanceRequest = z.infer<typeof requestSchema>;

/** Its answer. */
export const maintenanceAnswerSchema = z.union([z.object({ ok: z.literal(true) }), z.object({ error: z.string() })]);

/** Parts of the running server. */
export type MaintenanceSettings = {
  lock: FolderLock;
  server: WireServer;
  folder: string;
  log: DatabaseLog;
  /** Opens the database folder anew after a swap. */
  reopen(): Promise<BackendSession>;
};

/** Answers backup and restore requests of this user's other processes. */
export function serveMaintenance(settings: MaintenanceSettings): void {
  settings.lock.handle(async (request) => {
    const parsed = requestSchema.safeParse(request);
    if (!parsed.success) return { error: 'unknown request' };
    if (parsed.data.command === 'copy') await copyFolder(settings, parsed.data.target);
    else await swapFolder(settings, parsed.data.source, parsed.data.aside);
    return { ok: true };
  });
}

/** Copies a database folder; the database must be at rest. `postmaster.pid` belongs to a running server and stays. */
export function copyDatabaseFolder(source: string, target: string): void {
  fs.cpSync(source, target, {
    recursive: true,
    errorOnExist: true,
    force: false,
    mode: fs.constants.COPYFILE_FICLONE,
    filter: (file) => path.basename(file) !== 'postmaster.pid',
  });
}

async function copyFolder({ server, folder, log }: MaintenanceSettings, target: string): Promise<void> {
  const startedMs = Date.now();
  await server.exclusively(async (session) => {
    // No transaction is open and nothing else writes, so after a checkpoint the files are the database.
    textRowsOf(await session.run(message('Q', 'checkpoint')));
    copyDatabaseFolder(folder, target);
    return { result: undefined };
  });
  log.info({ durationMs: Date.now() - startedMs }, 'copied the database for a backup');
}

async function swapFolder({ server, folder, log, reopen }: MaintenanceSettings, source: string, aside: string): Promise<void> {
  const failure = await server.exclusively(async (session) => {
    await session.close();
    fs.renameSync(folder, aside);
    try {
      fs.renameSync(source, folder);
      return { result: undefined, replacement: await reopen() };
    } catch (error) {
      fs.rmSync(folder, { recursive: true, force: true });
      fs.renameSync(aside, folder);
      return { result: error as Error, replacement: await reopen() };
    }
  });
  if (failure) throw failure;
  log.info({ keptAs: aside }, 'the database was replaced by a restored one');
}
