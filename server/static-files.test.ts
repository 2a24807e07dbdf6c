import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressFiles } from '@/scripts/compress.mjs';
import { staticFiles } from './static-files';

const SCRIPT = 'console.log("the same words over and over");\n'.repeat(100);

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'selfclaw-static-'));
  mkdirSync(path.join(folder, 'static', 'chunks'), { recursive: true });
  writeFileSync(path.join(folder, 'static', 'chunks', 'page.js'), SCRIPT);
  writeFileSync(path.join(folder, 'static', 'chunks', 'small.js'), '1');
  writeFileSync(path.join(folder, 'secret.txt'), 'not to be read');
  await compressFiles(path.join(folder, 'static'));
  const serve = staticFiles(folder);
  server = createServer((incoming, outgoing) => {
    if (!serve(incoming, outgoing)) outgoing.writeHead(404).end(`left to others: ${incoming.url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function ask(
  url: string,
  { encodings = '', method = 'GET', etag, range }: { encodings?: string; method?: string; etag?: string; range?: string } = {},
) {
  const { port } = server.address() as AddressInfo;
  const headers = { 'accept-encoding': encodings, ...(etag && { 'if-none-match': etag }), ...(range && { range }) };
  return new Promise<{ status?: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: url, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => {
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
        });
    })
      .once('error', reject)
      .end();
  });
}

describe('files of the build', () => {
  it.each([
    ['gzip, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('are sent as they were compressed for a reader of %s', async (encodings, encoding, decompress) => {
    const { status, headers, body } = await ask('/_next/static/chunks/page.js', { encodings });
    expect({ status, encoding: headers['content-encoding'], vary: headers.vary }).toEqual({
      status: 200,
      encoding,
      vary: 'Accept-Encoding',
    });
    expect(headers['content-type']).toMatch(/^text\/javascript/);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(body.length).toBeLessThan(SCRIPT.length / 4);
    expect(decompress(body).toString()).toBe(SCRIPT);
  });

  it('are sent plain to a reader of neither, and where compression gains nothing', async () => {
    expect((await ask('/_next/static/chunks/page.js')).body.toString()).toBe(SCRIPT);
    const small = await ask('/_next/static/chunks/small.js?v=1', { encodings: 'br' });
    expect(small.body.toString()).toBe('1');
    expect(small.headers['content-encoding']).toBeUndefined();
  });

  it('are not sent again to a reader who has them, nor for their headers alone', async () => {
    const { headers } = await ask('/_next/static/chunks/page.js');
    expect((await ask('/_next/static/chunks/page.js', { etag: headers.etag })).status).toBe(304);
    expect((await ask('/_next/static/chunks/page.js', { method: 'HEAD' })).body).toHaveLength(0);
  });

  it.each([
    '/_next/static/chunks/none.js',
    '/_next/static/../secret.txt',
    '/_next/static/%2e%2e/secret.txt',
    '/secret.txt',
    '/_next/static/',
  ])('are all that is served: %s is left to others, with its own address', async (url) => {
    const { status, body } = await ask(url);
    expect({ status, body: body.toString() }).toEqual({ status: 404, body: `left to others: ${url}` });
  });

  it.each(['bytes=10-2', 'bytes=-', 'bytes=999999-', 'nonsense'])('are sent whole to who asks for a part: %s', async (range) => {
    const { status, body } = await ask('/_next/static/chunks/page.js', { range });
    expect({ status, body: body.toString() }).toEqual({ status: 200, body: SCRIPT });
  });

  it('may go away while the server runs', async () => {
    const gone = path.join(folder, 'static', 'chunks', 'gone.js');
    writeFileSync(gone, SCRIPT);
    expect((await ask('/_next/static/chunks/gone.js')).status).toBe(200);
    rmSync(gone);
    expect((await ask('/_next/static/chunks/gone.js')).status).toBe(404);
    // What is found and cannot be sent: a folder and a hidden file with the names of scripts.
    mkdirSync(gone);
    writeFileSync(path.join(folder, 'static', 'chunks', '.hidden.js'), SCRIPT);
    for (const name of ['gone.js', '.hidden.js']) {
      const { status, headers } = await ask(`/_next/static/chunks/${name}`, { encodings: 'br' });
      expect({ status, cache: headers['cache-control'], encoding: headers['content-encoding'] }).toEqual({
        status: 404,
        cache: 'no-store',
        encoding: undefined,
      });
    }
  });

  it('are read only', async () => {
    expect((await ask('/_next/static/chunks/page.js', { method: 'POST' })).status).toBe(404);
  });
});
