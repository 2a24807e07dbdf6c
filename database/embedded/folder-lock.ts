import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const greetingSchema = z.object({
  token: z.string(),
  pid: z.number(),
  state: z.enum(['starting', 'ready', 'stopping']),
  url: z.string().nullable(),
});

/** What the holder of a folder says of itself. */
export type Greeting = z.infer<typeof greetingSchema>;

/** A request to the holder: one line of JSON each way. */
export type ControlHandler = (request: unknown) => Promise<unknown>;

/** The lock, held until released or until the process dies. */
export type FolderLock = {
  /** Tells others how to reach this server. */
  announce(state: Greeting['state'], url: string | null): void;
  /** Answers control requests; until set, they are refused. */
  handle(handler: ControlHandler): void;
  release(): Promise<void>;
};

/** Result of {@link takeFolderLock}. */
export type LockOutcome = { lock: FolderLock; heldBy?: undefined } | { lock?: undefined; heldBy: Greeting };

const GREETING = JSON.stringify({ command: 'greet' });

/**
 * Takes the lock of a database folder by binding a socket, which the system frees with the process, so a killed
 * server leaves nothing that holds anybody up. A holder that is stopping is waited for, one that is starting too.
 * The lock excludes processes of one machine; a folder shared over a network must not be used by two.
 */
export async function takeFolderLock(socketPath: string, waitMs = 15_000): Promise<LockOutcome> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const lock = await bind(socketPath);
    if (lock) return { lock };
    const greeting = await greet(socketPath, Math.max(deadline - Date.now(), 1_000));
    if (greeting?.state === 'ready') return { heldBy: greeting };
    if (!greeting && !(await isListening(socketPath))) await removeStale(socketPath);
    if (Date.now() > deadline) {
      if (greeting) return { heldBy: greeting };
      throw new Error(`another process holds ${socketPath} and does not answer`);
    }
    await sleep(greeting ? 100 : 10);
  }
}

async function bind(socketPath: string): Promise<FolderLock | undefined> {
  const greeting: Greeting = { token: randomUUID(), pid: process.pid, state: 'starting', url: null };
  let handler: ControlHandler = async () => ({ error: 'the database is not ready' });
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    void readLine(socket)
      .then(async (line) => {
        if (line === undefined) return socket.destroy();
        const answer = line === GREETING ? greeting : await handler(JSON.parse(line) as unknown);
        socket.end(`${JSON.stringify(answer)}\n`);
      })
      .catch((error: Error) => socket.end(`${JSON.stringify({ error: error.message })}\n`));
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(socketPath, resolve);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  }
  // Somebody who took our fresh socket for a dead one may have replaced it.
  if ((await greet(socketPath))?.token !== greeting.token) {
    // Closing would remove the other's socket file.
    server.unref();
    return undefined;
  }
  return {
    announce(state, url) {
      greeting.state = state;
      greeting.url = url;
    },
    handle(next) {
      handler = next;
    },
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Asks the holder of the socket who it is; `undefined` when nobody listens, or nobody answers in time. */
export async function greet(socketPath: string, timeoutMs = 5_000): Promise<Greeting | undefined> {
  const answer = await sendControl(socketPath, { command: 'greet' }, timeoutMs).catch(() => undefined);
  const parsed = greetingSchema.safeParse(answer);
  return parsed.success ? parsed.data : undefined;
}

/**
 * Sends one request to the holder of the socket and returns its answer.
 *
 * @throws Error when nobody listens, when it ends before it answers, or when the answer does not come in time.
 */
export async function sendControl(socketPath: string, request: object, timeoutMs?: number): Promise<unknown> {
  const socket = net.connect(socketPath);
  if (timeoutMs) socket.setTimeout(timeoutMs, () => socket.destroy());
  try {
    await connected(socket);
    socket.write(`${JSON.stringify(request)}\n`);
    const line = await readLine(socket);
    if (line === undefined) throw new Error('the database process ended before it answered');
    return JSON.parse(line) as unknown;
  } finally {
    socket.destroy();
  }
}

function connected(socket: net.Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
}

// A busy holder may be slow to answer, but the system accepts the connection for it.
async function isListening(socketPath: string): Promise<boolean> {
  const socket = net.connect(socketPath);
  try {
    await connected(socket);
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function readLine(socket: net.Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
    socket.on('close', () => resolve(undefined));
    socket.on('error', () => resolve(undefined));
  });
}

// Two starters may both find a dead socket: only one may remove it, or the second would remove the first's new one.
async function removeStale(socketPath: string): Promise<void> {
  if (process.platform === 'win32') return;
  const guard = `${socketPath}.takeover`;
  try {
    fs.closeSync(fs.openSync(guard, 'wx', 0o600));
  } catch {
    const age = Date.now() - (fs.statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 5_000) fs.rmSync(guard, { force: true });
    return sleep(20);
  }
  try {
    if (!(await isListening(socketPath))) fs.rmSync(socketPath, { force: true });
  } finally {
    fs.rmSync(guard, { force: true });
  }
}
