// What a page costs before it is quiet, on the production build: its scripts, gzipped, and how it asks the API.
import { gzipSync } from 'node:zlib';
import type { Page, Request } from '@playwright/test';
import { enterAs } from './support/account';
import { screens } from './screens';
import { expect, test } from './support/demo-test';
import { routeOf } from './support/routes';

type Load = {
  /** Its name among the screens. */
  screen: string;
  /** At most so many kilobytes of scripts, gzipped, without those of the highlighter's thread. */
  kB: number;
  /** At most so many requests to the API. */
  requests: number;
  /** At least so many (default 1): without any, nothing was measured. */
  least?: number;
  /** Addresses that may be asked for only after an answer, because it says what to ask for. */
  after?: RegExp[];
};

const loads: Load[] = [
  // The server draws these with all that they show.
  { screen: 'landing', kB: 200, requests: 1, least: 0 },
  { screen: 'API reference', kB: 225, requests: 1, least: 0 },
  { screen: 'agents', kB: 225, requests: 3, least: 0 },
  { screen: 'sign-in', kB: 230, requests: 2, least: 0 },
  { screen: 'creation form', kB: 240, requests: 4 },
  { screen: 'chat, beginning', kB: 250, requests: 3 },
  { screen: 'chat, table', kB: 250, requests: 3 },
  // What was looked at is written down once the steps of the first run are known.
  { screen: 'memory', kB: 230, requests: 6, after: [/^PUT \/first-steps$/] },
  { screen: 'knowledge', kB: 225, requests: 5 },
  { screen: 'soul', kB: 225, requests: 5 },
  { screen: 'soul history, compared', kB: 225, requests: 6 },
  { screen: 'growth', kB: 225, requests: 6 },
  // The newest report is asked for once it is known which that is.
  { screen: 'reflection', kB: 225, requests: 6, after: [/^GET .*\/deep-reflection\//] },
  { screen: 'usage', kB: 225, requests: 5 },
  { screen: 'agent settings', kB: 245, requests: 8 },
  { screen: 'account', kB: 225, requests: 4 },
  { screen: 'API keys', kB: 225, requests: 4 },
];

type Timed = { route: string; began: number; ended: number };

/** Long enough for a page to start all its requests before the first of them is answered. */
const ANSWER_AFTER_MS = 1_500;

/** Holds back every answer of the API, and gives what is asked for. */
async function watchRequests(page: Page): Promise<Map<Request, Timed>> {
  const asked = new Map<Request, Timed>();
  await page.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
    await route.continue();
  });
  page.on('request', (request) => {
    if (!new URL(request.url()).pathname.startsWith('/api/')) return;
    asked.set(request, { route: `${request.method()} ${routeOf(request.url())}`, began: performance.now(), ended: Infinity });
  });
  page.on('requestfinished', (request) => {
    const timed = asked.get(request);
    if (timed) timed.ended = performance.now();
  });
  return asked;
}

/** What pages ask every 15 seconds or more, to see whether it has changed. */
const looks = [/^GET \/hosted-agents$/, /^GET \/hosted-agents\/:id\/(messages\?.*|health|usage-stats)$/];
const LOOKS_FROM_MS = 10_000;

/** What was asked to draw the page, in order: all of it, but for the looks of a page that has stood for so long on a slow machine. */
function requestsOfLoad(asked: Map<Request, Timed>): Timed[] {
  const all = [...asked.values()];
  const first = Math.min(...all.map(({ began }) => began));
  return all.filter(({ route, began }) => began - first < LOOKS_FROM_MS || looks.every((look) => !look.test(route)));
}

/** Requests that began only when another had been answered. */
function waterfalls(requests: Timed[]): string[] {
  const firstEnd = Math.min(...requests.map(({ ended }) => ended));
  return requests.filter(({ began }) => began >= firstEnd).map(({ route }) => route);
}

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

for (const load of loads) {
  test(`${load.screen} fetches at most ${load.kB} kB of scripts, and asks for everything at once`, async ({
    page,
    context,
    demo,
    wallet,
  }) => {
    // The page of the sign-in shows the wallets that there are.
    expect(wallet.address).toMatch(/^0x/);
    const screen = screens.find(({ name }) => name === load.screen)!;
    if (screen.as !== 'visitor') await enterAs(context, demo[screen.as ?? 'owner']);
    const asked = await watchRequests(page);
    await page.goto(screen.path(demo));
    await expect(screen.ready(page)).toBeVisible();
    // The scripts may take longer to begin than a network is called idle.
    await expect.poll(() => asked.size).toBeGreaterThanOrEqual(load.least ?? 1);
    const addresses = await scriptsAtRest(page);
    await expect.poll(() => requestsOfLoad(asked).every(({ ended }) => ended < Infinity)).toBe(true);
    const requests = requestsOfLoad(asked);

    const bodies = await Promise.all(addresses.map(async (address) => (await page.request.get(address)).body()));
    const total = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1_000;
    const routes = requests.map(({ route }) => route);
    console.log(`${load.screen.padEnd(16)} ${total.toFixed(1).padStart(6)} kB of ${load.kB} in ${bodies.length} files`);
    console.log(`${''.padEnd(16)} ${routes.length} requests: ${routes.join(', ')}`);
    expect(bodies.length).toBeGreaterThan(3);
    expect(total).toBeLessThanOrEqual(load.kB);

    expect(routes.length).toBeGreaterThanOrEqual(load.least ?? 1);
    expect(routes.length, routes.join('\n')).toBeLessThanOrEqual(load.requests);
    expect(new Set(routes).size, `asked twice: ${routes.join(', ')}`).toBe(routes.length);
    const late = waterfalls(requests).filter((route) => !load.after?.some((allowed) => allowed.test(route)));
    expect(late, 'requests that waited for an answer').toEqual([]);
  });
}
