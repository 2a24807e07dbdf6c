import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';

const PREFIX = '/_next/static/';
const YEAR_SECONDS = 31_536_000;

/**
 * Serves scripts, styles and fonts of the pages from where the build put them, compressed as it left them beside each file. Next.js
 * would compress each of them anew for every reader.
 *
 * @param folder the folder of the build's output, such as `.next`
 * @returns a function that answers a request, or gives false for what is none of these files
 */
export function staticFiles(folder: string) {
  // Their names change with their content.
  const serve = sirv(path.join(folder, 'static'), {
    brotli: true,
    gzip: true,
    etag: true,
    immutable: true,
    maxAge: YEAR_SECONDS,
    extensions: [],
  });
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    const { url, method } = incoming;
    if (!url?.startsWith(PREFIX) || (method !== 'GET' && method !== 'HEAD')) return false;
    let found = true;
    incoming.url = url.slice(PREFIX.length - 1);
    serve(incoming, outgoing, () => {
      found = false;
    });
    incoming.url = url;
    return found;
  };
}
