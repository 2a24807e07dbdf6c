// What the browser tests stand on, tested on a page of its own: a watch that sees nothing would let everything pass.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { verifyMessage } from 'viem';
import { watchForFaults } from './faults';
import { injectWallet } from './wallet';

let origin: string;
let server: http.Server;

test.beforeAll(async () => {
  server = http.createServer((request, response) => {
    if (request.url === '/missing.js') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'; img-src 'self' data:" });
    response.end(`<!doctype html><title>A page</title>${request.url === '/bad' ? '<script>var inline = 1</script>' : ''}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

test('a page without faults has none', async ({ context, page }) => {
  const faults = await watchForFaults(context, origin);
  await page.goto(`${origin}/`);
  await page.goto(`${origin}/again`);
  expect(faults.unexpected()).toEqual([]);
});

test('a broken policy, an exception, a failed load and a request outside are seen', async ({ context, page }) => {
  const faults = await watchForFaults(context, origin);
  await page.goto(`${origin}/bad`);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('thrown by the page');
    });
  });
  await page.evaluate(() => fetch('/missing.js'));
  await page.evaluate(() => fetch('http://127.0.0.1:9/elsewhere').catch(() => {}));
  await expect
    .poll(() => faults.unexpected().join('\n'))
    .toMatch(/policy violation: script-src[^]*exception: Error: thrown by the page[^]*console: [^\n]*404/);
  await expect.poll(() => faults.unexpected().join('\n')).toMatch(/policy violation: connect-src/);
  faults.allow(/./);
  expect(faults.unexpected()).toEqual([]);
});

test('the wallet connects, is announced, signs, declines and changes its network', async ({ context, page }) => {
  const wallet = await injectWallet(context, { chainId: 1 });
  await page.goto(origin);
  const ask = (method: string, params?: unknown[]) =>
    page.evaluate(
      async ([name, values]) => {
        type Provider = { request: (request: object) => Promise<unknown> };
        const provider = (window as unknown as { ethereum: Provider }).ethereum;
        return provider.request({ method: name, params: values }).catch((error: { code: number }) => ({ code: error.code }));
      },
      [method, params] as const,
    );
  const announced = await page.evaluate(
    () =>
      new Promise((resolve) => {
        window.addEventListener('eip6963:announceProvider', (event) => resolve((event as CustomEvent).detail.info.name));
        window.dispatchEvent(new Event('eip6963:requestProvider'));
      }),
  );
  expect(announced).toBe('Test Wallet');
  expect(await ask('eth_requestAccounts')).toEqual([wallet.address]);
  const message = 'Sign in, please: é';
  const raw = `0x${Buffer.from(message).toString('hex')}`;
  const signature = (await ask('personal_sign', [raw, wallet.address])) as `0x${string}`;
  expect(await verifyMessage({ address: wallet.address, message, signature })).toBe(true);
  expect(wallet.signatureRequests).toEqual([message]);
  wallet.decline(true);
  expect(await ask('personal_sign', [raw, wallet.address])).toEqual({ code: 4001 });
  await ask('wallet_switchEthereumChain', [{ chainId: '0xa4ec' }]);
  expect(await ask('eth_chainId')).toBe('0xa4ec');
  expect(await ask('eth_sendTransaction', [{}])).toEqual({ code: 4200 });
});
