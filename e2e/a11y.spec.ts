// Every page for everybody: rules of WCAG checked by axe in light, dark and on a phone, and the main job by keyboard alone.
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { makeAgent, mustCall, signInOverHttp, type Account } from './support/account';
import { finishedReply } from './support/journey';
import { expect, test } from './support/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 720 };

type View = { name: string; path: string; ready: (page: Page) => Locator; open?: (page: Page) => Promise<void> };

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first();

const publicViews: View[] = [
  { name: 'landing', path: '/', ready: heading(/Agents that remember you/) },
  { name: 'sign-in', path: '/sign-in', ready: (page) => page.getByRole('button', { name: /^Continue with/ }) },
  { name: 'not found', path: '/nothing/here', ready: heading('There is nothing here') },
];

const ownViews = (agentId: number, conversationId: number): View[] => [
  { name: 'agents', path: '/agents', ready: (page) => page.getByRole('main').getByRole('link', { name: 'Ada' }) },
  { name: 'gallery', path: '/agents/new', ready: (page) => page.getByRole('button', { name: /Crypto Analyst/ }) },
  {
    name: 'template preview',
    path: '/agents/new',
    ready: (page) => page.getByRole('dialog'),
    open: (page) => page.getByRole('button', { name: /Crypto Analyst/ }).click(),
  },
  { name: 'creation form', path: '/agents/new?template=tutor', ready: (page) => page.getByRole('button', { name: 'Create agent' }) },
  { name: 'beginning of a chat', path: `/agents/${agentId}/chat`, ready: heading('Talk with Ada') },
  {
    name: 'conversation',
    path: `/agents/${agentId}/chat/${conversationId}`,
    ready: (page) => page.getByRole('button', { name: 'Write this reply anew' }),
  },
  { name: 'memory', path: `/agents/${agentId}/memory`, ready: (page) => page.getByText('Ada likes maps') },
  {
    name: 'memory form',
    path: `/agents/${agentId}/memory`,
    ready: (page) => page.getByRole('dialog', { name: 'Edit memory' }),
    open: (page) => page.getByRole('button', { name: 'Edit' }).first().click(),
  },
  { name: 'soul', path: `/agents/${agentId}/soul`, ready: (page) => page.getByLabel('Soul document') },
  { name: 'agent settings', path: `/agents/${agentId}/settings`, ready: (page) => page.getByLabel('Name', { exact: true }) },
  { name: 'account', path: '/settings', ready: heading('Sessions') },
  { name: 'API keys', path: '/settings/api-keys', ready: (page) => page.getByText('My laptop') },
];

async function check(page: Page, view: View): Promise<string[]> {
  const problems: string[] = [];
  await page.goto(view.path);
  if (view.open) await view.open(page);
  await expect(view.ready(page), view.name).toBeVisible();
  for (const [look, viewport, colorScheme] of [
    ['light', DESKTOP, 'light'],
    ['dark', DESKTOP, 'dark'],
    ['on a phone', PHONE, 'light'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
    for (const { id, nodes } of violations) {
      problems.push(
        `${view.name}, ${look}: ${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')}`,
      );
    }
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
    if (widths[0] > widths[1]) problems.push(`${view.name}, ${look}: scrolls sideways, ${widths[0]} px in ${widths[1]} px`);
  }
  return problems;
}

async function furnish(origin: string): Promise<{ account: Account; agentId: number; conversationId: number }> {
  const account = await signInOverHttp(origin);
  const agentId = await makeAgent(account, 'Ada');
  await mustCall(account, 'POST', `/v1/hosted-agents/${agentId}/memories`, { content: 'Ada likes maps', pinned: true });
  await mustCall(account, 'POST', '/v1/api-keys', { name: 'My laptop' });
  const post = (message: string, conversationId?: number) =>
    mustCall<{ conversationId: number; messageId: string }>(account, 'POST', `/v1/hosted-agents/${agentId}/chat`, {
      message,
      conversationId,
    });
  const { conversationId } = await post('Remember that I am allergic to peanuts');
  const { messageId } = await post('What am I allergic to?', conversationId);
  await expect
    .poll(async () => (await mustCall<{ status: string }>(account, 'GET', `/v1/hosted-agents/${agentId}/chat/${messageId}/result`)).status)
    .toBe('completed');
  return { account, agentId, conversationId };
}

test('the check sees a nameless button, pale text and a page that is too wide', async ({ page }) => {
  await page.route('**/broken', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<html lang="en"><title>Broken</title><main><h1>Broken</h1><button></button><p style="color:#ccc;background:#fff;width:1500px">Pale</p></main></html>',
    }),
  );
  const problems = await check(page, { name: 'broken', path: '/broken', ready: heading('Broken') });
  for (const sign of ['light: button-name', 'light: color-contrast', 'scrolls sideways']) expect(problems.join('\n')).toContain(sign);
});

test('pages that need no sign-in break no rule and do not scroll sideways', async ({ page, wallet, faults }) => {
  faults.allow(/nothing\/here/);
  expect(wallet.address).toMatch(/^0x/);
  const problems: string[] = [];
  for (const view of publicViews) problems.push(...(await check(page, view)));
  expect(problems).toEqual([]);
});

test('pages behind the sign-in break no rule and do not scroll sideways', async ({ app, page, context }) => {
  test.setTimeout(240_000);
  const { account, agentId, conversationId } = await furnish(app.url);
  const [name, value] = account.cookie.split(/=(.*)/s) as [string, string];
  await context.addCookies([{ name, value, url: app.url }]);
  const problems: string[] = [];
  for (const view of ownViews(agentId, conversationId)) problems.push(...(await check(page, view)));
  expect(problems).toEqual([]);
});

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('by keyboard alone: sign in, create an agent, and talk with it', async ({ page, wallet }) => {
  await page.goto('/');
  await press(page, page.getByRole('link', { name: 'Create your first agent' }).first());
  await press(page, page.getByRole('button', { name: `Continue with ${wallet.name}` }));
  await press(page, page.getByRole('main').getByRole('link', { name: 'New agent' }));
  await press(page, page.getByRole('button', { name: /^Personal Assistant/ }));
  await press(page, page.getByRole('button', { name: 'Use this template' }));
  await tabTo(page, page.getByLabel('Name', { exact: true }));
  await page.keyboard.type('Kay');
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('link', { name: 'Talk with Kay' }));
  await tabTo(page, page.getByRole('textbox', { name: 'Message Kay' }));
  await page.keyboard.type('What is 12 * 12?');
  await page.keyboard.press('Enter');
  await expect(await finishedReply(page)).toContainText('144');
});
