import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { lookup } from 'mrmime';
import send from 'send';

const PREFIX = '/_next/static/';
const YEAR_MS = 31_536_000_000;

/** The compressions that the build leaves beside a file, the better one first. */
const COMPRESSIONS = [
  { coding: 'br', extension: '.br' },
  { coding: 'gzip', extension: '.gz' },
] as const;

/**
 * Serves scripts, styles and fonts of the pages from where the build put them, compressed as it left them beside each file. Next.js
 * would compress each of them anew for every reader.
 *
 * @param folder the folder of the build's output, such as `.next`
 * @returns a function that answers a request, or gives false for what is none of these files
 */
export function staticFiles(folder: string) {
  const root = path.join(folder, 'static');
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    const { url, method } = incoming;
    if (!url?.startsWith(PREFIX) || (method !== 'GET' && method !== 'HEAD')) return false;
    const name = url.slice(PREFIX.length).replace(/\?.*$/, '');
    const type = lookup(name);
    const file = path.join(root, name);
    if (!type || name.includes('%') || !file.startsWith(root + path.sep) || !existsSync(file)) return false;
    const accepted = String(incoming.headers['accept-encoding'] ?? '');
    const chosen = COMPRESSIONS.find(
      ({ coding, extension }) => new RegExp(`\\b${coding}\\b`).test(accepted) && existsSync(file + extension),
    );
    outgoing.setHeader('content-type', type);
    outgoing.setHeader('vary', 'Accept-Encoding');
    if (chosen) outgoing.setHeader('content-encoding', chosen.coding);
    // Their names change with their content; nobody reads a part of one.
    const sent = send(incoming, name + (chosen?.extension ?? ''), {
      root,
      index: false,
      acceptRanges: false,
      immutable: true,
      maxAge: YEAR_MS,
    });
    const refuse = (status: number) => {
      if (outgoing.headersSent) {
        outgoing.destroy();
        return;
      }
      outgoing.removeHeader('content-encoding');
      outgoing.writeHead(status, { 'cache-control': 'no-store' }).end();
    };
    // A file that went away meanwhile, as when a new build takes the place of this one, or that is none.
    sent.once('error', ({ status }: { status?: number }) => refuse(status ?? 500));
    sent.once('directory', () => refuse(404));
    sent.pipe(outgoing);
    return true;
  };
}
