// What the browser has to fetch: scripts of a page until it is quiet, gzipped, on the production build.
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { openEyes } from './support/screen-visits';
import { expect, test } from './support/demo-test';

type Budget = { name: string; path: string; as: 'owner' | 'newcomer' | 'visitor'; kB: number };

/** The scripts that a page fetched itself; those of the highlighter's thread are fetched by that thread, once there is code to colour. */
function scriptsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = entries.filter(({ name, initiatorType }) => ['script', 'link'].includes(initiatorType) && /\.js(\?|$)/.test(name));
    return [...new Set(scripts.map(({ name }) => name))];
  });
}

test('the scripts of every page stay within their budget', async ({ demo, browser }) => {
  const budgets: Budget[] = [
    { name: 'landing', path: '/', as: 'visitor', kB: 200 },
    { name: 'sign-in', path: '/sign-in', as: 'visitor', kB: 230 },
    { name: 'agents', path: '/agents', as: 'owner', kB: 225 },
    { name: 'create', path: '/agents/new', as: 'newcomer', kB: 240 },
    { name: 'chat', path: demo.conversation('A sheet for my takings'), as: 'owner', kB: 250 },
    { name: 'memory', path: `${demo.agent}/memory`, as: 'owner', kB: 230 },
    { name: 'soul', path: `${demo.agent}/soul`, as: 'owner', kB: 225 },
    { name: 'agent settings', path: `${demo.agent}/settings`, as: 'owner', kB: 245 },
    { name: 'account', path: '/settings', as: 'owner', kB: 225 },
    { name: 'API keys', path: '/settings/api-keys', as: 'owner', kB: 225 },
    { name: 'API reference', path: '/docs/api', as: 'visitor', kB: 225 },
  ];
  const lines: string[] = [];
  const over: string[] = [];
  for (const { name, path, as, kB } of budgets) {
    const context = await openEyes(browser, demo, as);
    const page = await context.newPage();
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const addresses = await scriptsOf(page);
    const bodies = await Promise.all(addresses.map(async (address) => (await page.request.get(address)).body()));
    const total = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1_000;
    lines.push(`${name.padEnd(16)} ${total.toFixed(1).padStart(6)} kB of ${kB} in ${bodies.length} files`);
    if (total > kB) over.push(`${name}: ${total.toFixed(1)} kB of ${kB}`);
    expect(bodies.length, `${name} fetches scripts`).toBeGreaterThan(3);
    await context.close();
  }
  console.log(lines.join('\n'));
  expect(over).toEqual([]);
});
