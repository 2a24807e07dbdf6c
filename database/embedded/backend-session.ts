import fs from 'node:fs';
import path from 'node:path';
import { PGlite, type Extension } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { message, readText, splitMessages, typeOf } from './wire-messages';

/** The one database session that all clients share. */
export type BackendSession = {
  serverVersion: string;
  /** Runs whole protocol messages and returns the whole answer. Blocks the thread while the database works. */
  run(bytes: Buffer): Promise<Buffer>;
  close(): Promise<void>;
};

/** How to open a database. */
export type BackendSettings = {
  /** Folder of the database, created when missing; `undefined` keeps everything in memory. */
  folder: string | undefined;
  /** Whether a commit waits until the disk has it (fsync). Without, a power cut may lose the last seconds. */
  durable: boolean;
  /** The WASM database died: nothing in this process can be trusted any more. Must end the process. */
  onAbort(reason: string): never;
};

/** Thrown when a folder holds something that must not be opened or overwritten as the database. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

/** Major version of the PostgreSQL inside PGlite 0.5. */
export const EMBEDDED_MAJOR_VERSION = '18';

type NodeFileSystem = { FS: { filesystems: { NODEFS?: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } } } };
type AbortHook = { onAbort?: (reason: unknown) => void };

// PGlite's Node file system has no fsync at all, and its default parameters turn the database's own off.
function durableFiles(): Extension {
  return {
    name: 'durable files',
    setup: async (_database, options) => ({
      emscriptenOpts: {
        ...options,
        preRun: [
          ...(options.preRun ?? []),
          (module: NodeFileSystem) => {
            const files = module.FS.filesystems.NODEFS;
            if (!files) throw new Error('this build of the embedded database cannot write to disk durably');
            files.stream_ops.fsync = (stream) => {
              fs.fdatasyncSync(stream.nfd);
              return 0;
            };
          },
        ],
      },
    }),
  };
}

/** Whether a folder holds a database that was laid down completely. */
export function isLaidDown(folder: string): boolean {
  return fs.existsSync(path.join(folder, 'PG_VERSION')) && !fs.existsSync(`${folder}.initialising`);
}

// A crash while the first files are laid down leaves a folder that looks like a database and is none. Nothing
// was acknowledged by then, so a folder with this mark beside it starts anew.
function prepareFolder(folder: string): { finished(): void } {
  const mark = `${folder}.initialising`;
  const versionFile = path.join(folder, 'PG_VERSION');
  fs.mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  if (fs.existsSync(mark)) fs.rmSync(folder, { recursive: true, force: true });
  if (!fs.existsSync(versionFile)) {
    refuseHalfRestored(folder);
    if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) {
      throw new FolderError(`${folder} is not empty and holds no database; move its content away or set another DATA_DIR`);
    }
    fs.writeFileSync(mark, '');
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  } else {
    const version = fs.readFileSync(versionFile, 'utf8').trim();
    if (version !== EMBEDDED_MAJOR_VERSION) {
      throw new FolderError(
        `${folder} was written by PostgreSQL ${version}, and this version of SelfClaw embeds PostgreSQL ${EMBEDDED_MAJOR_VERSION}; ` +
          'start the version that wrote it, move the data to a PostgreSQL server with it, and continue from there',
      );
    }
  }
  return { finished: () => fs.rmSync(mark, { force: true }) };
}

// Between the two renames of a restore there is no database for an instant; a crash just then must not start an empty one.
function refuseHalfRestored(folder: string): void {
  if (fs.existsSync(folder)) return;
  const aside = fs.readdirSync(path.dirname(folder)).find((name) => name.startsWith(`${path.basename(folder)}.before-restore-`));
  if (!aside) return;
  const kept = path.join(path.dirname(folder), aside);
  throw new FolderError(
    `${folder} is missing, and ${kept} is kept beside it: a restore was cut off. Rename the one you want to ${folder}, or move it away`,
  );
}

/**
 * Opens the embedded database. One process at a time may have a folder open: hold the folder lock first.
 *
 * @throws FolderError when the folder holds something else than a database of this version.
 */
export async function openBackendSession(settings: BackendSettings): Promise<BackendSession> {
  const { folder, durable } = settings;
  const prepared = folder ? prepareFolder(folder) : undefined;
  const syncing = durable && folder !== undefined;
  const database = await PGlite.create({
    dataDir: folder ?? 'memory://',
    extensions: { vector, ...(syncing && { durableFiles: durableFiles() }) },
    ...(syncing && {
      startParams: PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      postgresqlconf: ['wal_sync_method = fsync'],
    }),
  });
  prepared?.finished();
  // PGlite swallows what its WASM throws in mid-query and goes on calling into it; this hook runs before the throw.
  const hooks = database.Module as unknown as AbortHook;
  hooks.onAbort = (reason) => settings.onAbort(String(reason));

  async function run(bytes: Buffer): Promise<Buffer> {
    const answer: Buffer[] = [];
    try {
      await database.execProtocolRawStream(bytes, { onRawData: (data) => void answer.push(Buffer.from(data)) });
    } catch (error) {
      // SQL errors are part of the answer, so whatever is thrown here is the end of the database.
      settings.onAbort(error instanceof Error ? error.message : String((error as { message?: string }).message ?? error));
    }
    return answer.length === 1 ? answer[0]! : Buffer.concat(answer);
  }

  const version = textRowsOf(await run(message('Q', 'show server_version')))[0]?.[0] ?? EMBEDDED_MAJOR_VERSION;
  return {
    serverVersion: version,
    run,
    async close() {
      hooks.onAbort = undefined;
      await database.close();
    },
  };
}

/** The text rows in an answer to a Query message. @throws Error when the answer holds an error. */
export function textRowsOf(answer: Buffer): (string | null)[][] {
  const rows: (string | null)[][] = [];
  for (const bytes of splitMessages(answer)) {
    if (typeOf(bytes) === 'E') throw new Error(errorTextOf(bytes));
    if (typeOf(bytes) === 'D') rows.push(columnsOf(bytes));
  }
  return rows;
}

function columnsOf(row: Buffer): (string | null)[] {
  const columns: (string | null)[] = [];
  let offset = 7;
  for (let left = row.readInt16BE(5); left > 0; left -= 1) {
    const length = row.readInt32BE(offset);
    offset += 4;
    columns.push(length < 0 ? null : row.toString('utf8', offset, offset + length));
    offset += Math.max(length, 0);
  }
  return columns;
}

function errorTextOf(bytes: Buffer): string {
  for (let offset = 5; offset < bytes.length && bytes[offset] !== 0;) {
    const field = String.fromCharCode(bytes[offset]!);
    const { text, next } = readText(bytes, offset + 1);
    if (field === 'M') return text;
    offset = next;
  }
  return 'unknown error of the embedded database';
}
