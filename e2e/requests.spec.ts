// How often a page asks the API until it is quiet, and that no request waits for the answer of another.
import type { Request } from '@playwright/test';
import { enterAs } from './support/account';
import { screens } from './screens';
import { expect, test } from './support/demo-test';
import { routeOf } from './support/routes';

type Expected = {
  /** Its name among the screens. */
  screen: string;
  /** At most so many requests to the API. */
  requests: number;
  /** At least so many (default 1): without any, nothing was measured. */
  least?: number;
  /** Addresses that may be asked for only after an answer, because it says what to ask for. */
  after?: RegExp[];
};

const pages: Expected[] = [
  // The server draws it with all that it shows.
  { screen: 'agents', requests: 3, least: 0 },
  { screen: 'creation form', requests: 4 },
  { screen: 'chat, beginning', requests: 6 },
  { screen: 'chat', requests: 7 },
  // What was looked at is written down once the steps of the first run are known.
  { screen: 'memory', requests: 6, after: [/^PUT \/first-steps$/] },
  { screen: 'knowledge', requests: 5 },
  { screen: 'soul', requests: 5 },
  { screen: 'soul history', requests: 6 },
  { screen: 'growth', requests: 6 },
  // The newest report is asked for once it is known which that is.
  { screen: 'reflection', requests: 6, after: [/^GET .*\/deep-reflection\//] },
  { screen: 'usage', requests: 5 },
  { screen: 'agent settings', requests: 8 },
  { screen: 'account', requests: 4 },
  { screen: 'API keys', requests: 4 },
];

type Timed = { route: string; began: number; ended: number };

/** Long enough for a page to start all its requests before the first of them is answered. */
const ANSWER_AFTER_MS = 1_500;

/** Requests that began only when another had been answered. */
function waterfalls(requests: Timed[]): string[] {
  const firstEnd = Math.min(...requests.map(({ ended }) => ended));
  return requests.filter(({ began }) => began >= firstEnd).map(({ route }) => route);
}

for (const expected of pages) {
  test(`${expected.screen} asks for everything at once`, async ({ page, context, demo }) => {
    const screen = screens.find(({ name }) => name === expected.screen)!;
    await enterAs(context, demo[screen.as === 'newcomer' ? 'newcomer' : 'owner']);
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
    await page.goto(screen.path(demo));
    await expect(screen.ready(page)).toBeVisible();
    // The scripts may take longer to begin than a network is called idle.
    await expect.poll(() => asked.size).toBeGreaterThanOrEqual(expected.least ?? 1);
    await page.waitForLoadState('networkidle');
    await expect.poll(() => [...asked.values()].every(({ ended }) => ended < Infinity)).toBe(true);
    const routes = [...asked.values()].map(({ route }) => route);
    console.log(`${expected.screen.padEnd(16)} ${routes.length} requests: ${routes.join(', ')}`);
    expect(routes.length).toBeGreaterThanOrEqual(expected.least ?? 1);
    expect(routes.length, routes.join('\n')).toBeLessThanOrEqual(expected.requests);
    expect(new Set(routes).size, `asked twice: ${routes.join(', ')}`).toBe(routes.length);
    const late = waterfalls([...asked.values()]).filter((route) => !expected.after?.some((allowed) => allowed.test(route)));
    expect(late, 'requests that waited for an answer').toEqual([]);
  });
}
