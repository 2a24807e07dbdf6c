// What the browser has to fetch: scripts of a page until it is quiet, gzipped, on the production build.
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { enterAs } from './support/account';
import type { Demo } from './support/demo';
import { expect, test } from './support/demo-test';

type Budget = { name: string; path: (demo: Demo) => string; as: 'owner' | 'newcomer' | 'visitor'; kB: number };

const budgets: Budget[] = [
  { name: 'landing', path: () => '/', as: 'visitor', kB: 200 },
  { name: 'sign-in', path: () => '/sign-in', as: 'visitor', kB: 230 },
  { name: 'agents', path: () => '/agents', as: 'owner', kB: 225 },
  { name: 'create', path: () => '/agents/new', as: 'newcomer', kB: 240 },
  { name: 'chat', path: ({ conversation }) => conversation('A sheet for my takings'), as: 'owner', kB: 250 },
  { name: 'memory', path: ({ agent }) => `${agent}/memory`, as: 'owner', kB: 230 },
  { name: 'knowledge', path: ({ agent }) => `${agent}/knowledge`, as: 'owner', kB: 225 },
  { name: 'soul', path: ({ agent }) => `${agent}/soul`, as: 'owner', kB: 225 },
  { name: 'soul history', path: ({ agent }) => `${agent}/soul/history?version=3`, as: 'owner', kB: 225 },
  { name: 'growth', path: ({ agent }) => `${agent}/growth`, as: 'owner', kB: 225 },
  { name: 'reflection', path: ({ agent }) => `${agent}/reflection`, as: 'owner', kB: 225 },
  { name: 'usage', path: ({ agent }) => `${agent}/usage`, as: 'owner', kB: 225 },
  { name: 'agent settings', path: ({ agent }) => `${agent}/settings`, as: 'owner', kB: 245 },
  { name: 'account', path: () => '/settings', as: 'owner', kB: 225 },
  { name: 'API keys', path: () => '/settings/api-keys', as: 'owner', kB: 225 },
  { name: 'API reference', path: () => '/docs/api', as: 'visitor', kB: 225 },
];

/** The scripts that a page fetched itself; those of the highlighter's thread are fetched by that thread, once there is code to colour. */
function scriptsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = entries.filter(({ name, initiatorType }) => ['script', 'link'].includes(initiatorType) && /\.js(\?|$)/.test(name));
    return [...new Set(scripts.map(({ name }) => name))];
  });
}

/** A page is at rest once it has fetched nothing for so long; slow machines pause for longer than a network is called idle. */
const REST_MS = 2_500;

async function scriptsAtRest(page: Page): Promise<string[]> {
  for (let before = -1; ;) {
    await page.waitForLoadState('networkidle');
    const scripts = await scriptsOf(page);
    if (scripts.length === before) return scripts;
    before = scripts.length;
    await page.waitForTimeout(REST_MS);
  }
}

for (const { name, path, as, kB } of budgets) {
  test(`${name} fetches at most ${kB} kB of scripts`, async ({ page, context, demo }) => {
    if (as !== 'visitor') await enterAs(context, demo[as]);
    await page.goto(path(demo));
    const addresses = await scriptsAtRest(page);
    const bodies = await Promise.all(addresses.map(async (address) => (await page.request.get(address)).body()));
    const total = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1_000;
    console.log(`${name.padEnd(16)} ${total.toFixed(1).padStart(6)} kB of ${kB} in ${bodies.length} files`);
    expect(bodies.length).toBeGreaterThan(3);
    expect(total).toBeLessThanOrEqual(kB);
  });
}
