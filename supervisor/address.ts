import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '::1']);
const everyInterface = new Set(['0.0.0.0', '::']);

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** The address for a person: `localhost` where that reaches the host. */
export function printedAddress(host: string, port: number): string {
  const name = loopbackNames.has(host) || everyInterface.has(host) ? 'localhost' : bracketed(host);
  return `http://${name}:${port}`;
}

/** The address at which this machine itself reaches the host. */
export function localAddress(host: string, port: number): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : bracketed(host);
  return `http://${name}:${port}`;
}

function problemOf(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Take another one:\n  PORT=${port + 1} npm start`;
  if (code === 'EACCES') return `Port ${port} is reserved for administrators. Take a higher one:\n  PORT=3000 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST=${host} is no address of this machine; 127.0.0.1 or 0.0.0.0 is usual.`;
  return `Port ${port} of ${host} cannot be used (${code}).`;
}

function listenOnce(host: string, port: number): Promise<{ port: number } | { code: string | undefined }> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve({ code: error.code }));
    server.listen({ host, port, exclusive: true }, () => {
      const { port: found } = server.address() as net.AddressInfo;
      server.close(() => resolve({ port: found }));
    });
  });
}

/**
 * Makes sure that the port is free, and picks a free one for port 0. A busy one is tried again for `patienceMs`.
 *
 * @throws Error with a sentence that says the way out.
 */
export async function findPort(host: string, port: number, patienceMs = 0): Promise<number> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await listenOnce(host, port);
    if ('port' in answer) return answer.port;
    if (answer.code !== 'EADDRINUSE' || performance.now() >= deadline) throw new Error(problemOf(answer.code, host, port));
    await sleep(250);
  }
}
