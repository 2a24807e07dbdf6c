import http from 'node:http';
import net from 'node:net';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSafeFetch, safeFetch, type SafeFetchOptions } from './safe-fetch';

/** Something private on this machine that must never hear of us. */
const hidden = { server: net.createServer(), connections: 0, port: 0 };
/** Stands for the open internet: the one port that the fetch under test may call. */
const open = { server: http.createServer(), port: 0, requests: 0 };
let answer: http.RequestListener = (_, response) => void response.end('hello');

const portOf = (server: net.Server | http.Server) => (server.address() as net.AddressInfo).port;

beforeAll(async () => {
  hidden.server.on('connection', (socket) => {
    hidden.connections += 1;
    socket.destroy();
  });
  open.server.on('request', (request, response) => {
    open.requests += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => hidden.server.listen(0, '::', resolve));
  await new Promise<void>((resolve) => open.server.listen(0, '127.0.0.1', resolve));
  hidden.port = portOf(hidden.server);
  open.port = portOf(open.server);
});

afterAll(() => {
  open.server.closeAllConnections();
  open.server.close();
  hidden.server.close();
});

const loopback = async () => [{ address: '127.0.0.1', family: 4 }];
const guarded = createSafeFetch({ resolve: loopback, mayCall: (_, port) => port === open.port });
const get = (path = '/', options: Partial<SafeFetchOptions> = {}) =>
  guarded(`http://site.example:${open.port}${path}`, { maxBytes: 100_000, ...options });

describe('a call to a private address', () => {
  const forms = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '0',
    '0.0.0.0',
    'localhost',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '①②⑦.⓪.⓪.①',
  ];

  // reliability: 24
  it.each(forms)('%s is blocked before a byte', async (host) => {
    await expect(safeFetch(`http://${host}:${hidden.port}/`, { maxBytes: 1_000 })).rejects.toMatchObject({ failure: 'address' });
    expect(hidden.connections).toBe(0);
  });

  // reliability: 24
  it.each([
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[2001:db8::1]',
    '[2001::1]',
  ])('%s is blocked as well', async (host) => {
    await expect(safeFetch(`http://${host}/`, { maxBytes: 1_000 })).rejects.toMatchObject({ failure: 'address' });
  });

  // reliability: 24
  it('is blocked when a name leads there, alone or beside a public address', async () => {
    for (const addresses of [
      [{ address: '127.0.0.1', family: 4 }],
      [
        { address: '203.0.114.7', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
      [{ address: '::1', family: 6 }],
      [{ address: '::ffff:127.0.0.1', family: 6 }],
    ]) {
      const fetch = createSafeFetch({ resolve: async () => addresses });
      await expect(fetch(`http://site.example:${hidden.port}/`, { maxBytes: 1_000 })).rejects.toMatchObject({ failure: 'address' });
    }
    expect(hidden.connections).toBe(0);
  });

  // reliability: 24
  it('is never made by a name that answers anew: each connection goes to the address that was checked', async () => {
    let looked = 0;
    const rebinding = createSafeFetch({
      resolve: async () => [{ address: (looked += 1) === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }],
      mayCall: (address) => address === '127.0.0.1',
    });
    const asked: (string | undefined)[] = [];
    answer = (request, response) => {
      asked.push(request.socket.localAddress);
      response.end('checked');
    };
    await expect(rebinding(`http://site.example:${open.port}/`, { maxBytes: 1_000 })).resolves.toMatchObject({ status: 200 });
    expect([looked, asked]).toEqual([1, ['127.0.0.1']]);
    await expect(rebinding(`http://site.example:${open.port}/`, { maxBytes: 1_000 })).rejects.toMatchObject({ failure: 'address' });
    expect(asked).toHaveLength(1);
  });

  // reliability: 24
  it.each([
    () => `http://127.0.0.1:${hidden.port}/`,
    () => `//[::1]:${hidden.port}/`,
    () => `http://2130706433:${hidden.port}/`,
    () => `http://other.example:${hidden.port}/`,
  ])('is blocked when a redirect leads there (%#)', async (target) => {
    answer = (_, response) => void response.writeHead(302, { location: target() }).end();
    await expect(get()).rejects.toMatchObject({ failure: 'address' });
    expect(hidden.connections).toBe(0);
  });

  // reliability: 24
  it.each(['file:///etc/passwd', 'ftp://site.example/', 'data:text/plain,x', 'gopher://site.example/', 'javascript:1', 'nonsense', ''])(
    'is no other scheme: %s',
    async (address) => {
      await expect(guarded(address, { maxBytes: 1_000 })).rejects.toMatchObject({ failure: 'scheme' });
      answer = (_, response) => void response.writeHead(301, { location: address || 'file:///' }).end();
      if (!['nonsense', ''].includes(address)) await expect(get()).rejects.toMatchObject({ failure: 'scheme' });
    },
  );

  it('would be counted by the listener', async () => {
    await new Promise<void>((resolve) =>
      net
        .connect(hidden.port, '127.0.0.1')
        .once('close', () => resolve())
        .on('error', () => {}),
    );
    expect(hidden.connections).toBe(1);
    hidden.connections = 0;
  });
});

describe('an answer', () => {
  it('is read whole, unpacked, from where it really is', async () => {
    answer = (request, response) => {
      if (request.url === '/old') return void response.writeHead(301, { location: '/new?a=b' }).end();
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/plain' }).end(zlib.gzipSync('hello'.repeat(1_000)));
    };
    const got = await get('/old');
    expect(got).toMatchObject({ status: 200, url: `http://site.example:${open.port}/new?a=b` });
    expect(got.headers['content-type']).toBe('text/plain');
    expect(got.body.toString()).toBe('hello'.repeat(1_000));
  });

  it('of any other status is the caller’s to judge', async () => {
    answer = (_, response) => void response.writeHead(404).end('gone');
    expect(await get()).toMatchObject({ status: 404 });
  });

  it('that breaks off counts as none, and a credential in the address is refused', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setTimeout(() => response.destroy(), 20);
    };
    await expect(get()).rejects.toMatchObject({ failure: 'unreachable' });
    await expect(guarded(`http://me:secret@site.example:${open.port}/`, { maxBytes: 1 })).rejects.toMatchObject({ failure: 'scheme' });
  });

  it('is not waited for once the caller gives up', async () => {
    answer = () => {};
    const giveUp = new AbortController();
    setTimeout(() => giveUp.abort(new Error('gone away')), 20);
    await expect(get('/', { signal: giveUp.signal })).rejects.toThrow('gone away');
  });
});

describe('a receiver that never ends', () => {
  // reliability: 25
  it('is cut at its time when it is silent, when it drips, and when its name is never resolved', async () => {
    const started = performance.now();
    answer = () => {};
    await expect(get('/', { timeoutMs: 150 })).rejects.toMatchObject({ failure: 'timeout' });
    answer = (request, response) => {
      const drip = setInterval(() => response.write('.'), 10);
      request.once('close', () => clearInterval(drip));
    };
    await expect(get('/', { timeoutMs: 150 })).rejects.toMatchObject({ failure: 'timeout' });
    const unresolved = createSafeFetch({ resolve: () => new Promise(() => {}) });
    await expect(unresolved('http://site.example/', { maxBytes: 1, timeoutMs: 150 })).rejects.toMatchObject({ failure: 'timeout' });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  // reliability: 25
  it('is cut at its size, whether it says how large it is or not', async () => {
    answer = (_, response) => void response.writeHead(200, { 'content-length': '100001' }).end('x'.repeat(100_001));
    await expect(get()).rejects.toMatchObject({ failure: 'too-large' });
    let sent = 0;
    answer = (request, response) => {
      const more = () => {
        while (!request.destroyed && response.write('x'.repeat(16_384))) sent += 16_384;
        sent += 16_384;
      };
      response.on('drain', more);
      more();
    };
    await expect(get()).rejects.toMatchObject({ failure: 'too-large' });
    expect(sent).toBeLessThan(20_000_000);
  });

  // reliability: 25
  it.each([
    ['gzip', zlib.gzipSync],
    ['br', zlib.brotliCompressSync],
    ['deflate', zlib.deflateSync],
  ] as const)('cannot hide its size in %s', async (coding, pack) => {
    const bomb = pack(Buffer.alloc(50_000_000));
    expect(bomb.byteLength).toBeLessThan(100_000);
    answer = (_, response) => void response.writeHead(200, { 'content-encoding': coding }).end(bomb);
    const before = process.memoryUsage().arrayBuffers;
    await expect(get()).rejects.toMatchObject({ failure: 'too-large' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  // reliability: 25
  it('is left when its redirects go round in circles, or its packing is unknown', async () => {
    const before = open.requests;
    answer = (_, response) => void response.writeHead(307, { location: '/again' }).end();
    await expect(get()).rejects.toMatchObject({ failure: 'redirects' });
    expect(open.requests - before).toBe(6);
    answer = (_, response) => void response.writeHead(200, { 'content-encoding': 'zstd' }).end('x');
    await expect(get()).rejects.toMatchObject({ failure: 'encoding' });
  });
});
