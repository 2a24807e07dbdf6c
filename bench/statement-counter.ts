import net from 'node:net';

export type StatementCounter = {
  /** The address of the database, through the counter. */
  url: string;
  /** Statements that have been executed so far, of all clients. */
  count: () => number;
  close: () => Promise<void>;
};

const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;
// Messages of a client that execute something: `Execute` of a prepared statement, and a simple `Query`.
const EXECUTE = 'E'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);

/** Counts the messages in a client's bytes. The first message of a connection has no type byte. */
function createFrameCounter(onStatement: () => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let hasBegun = false;
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const typeBytes = hasBegun ? TYPE_BYTES : 0;
      if (rest.length < typeBytes + LENGTH_BYTES) return;
      const frameBytes = typeBytes + rest.readUInt32BE(typeBytes);
      if (rest.length < frameBytes) return;
      if (hasBegun && (rest[0] === EXECUTE || rest[0] === QUERY)) onStatement();
      hasBegun = true;
      rest = rest.subarray(frameBytes);
    }
  };
}

/** Stands between a process and its PostgreSQL server and counts the statements that pass. Plain connections only, as on loopback. */
export async function startStatementCounter(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl);
  const sockets = new Set<net.Socket>();
  let counted = 0;
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port || 5432), target.hostname);
    const countFrames = createFrameCounter(() => (counted += 1));
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
    client.on('data', countFrames);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as net.AddressInfo).port);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { url: url.toString(), count: () => counted, close };
}
