// The frame of the pages: search, shortcuts, the bars, what is kept, and what a new owner is shown.
import type { BrowserContext, Page } from '@playwright/test';
import { type Account, enterAs, makeAgent, mustCall, signInOverHttp } from '../support/account';
import { expect, test } from '../support/test';

const PHONE = { width: 375, height: 720 };

async function enter(context: BrowserContext, origin: string): Promise<Account> {
  const account = await signInOverHttp(origin);
  await enterAs(context, account);
  return account;
}

const remember = (account: Account, agentId: number, content: string) =>
  mustCall(account, 'POST', `/v1/hosted-agents/${agentId}/memories`, { content });

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' });
const field = (page: Page) => palette(page).getByRole('combobox');
const parts = (page: Page) => page.getByRole('list', { name: 'Parts of this agent' });

/** Takes the focus out of the message field, where keys are letters. */
const leaveField = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

test('the palette finds a memory of another agent and opens it, by keyboard alone', async ({ app, page, context }) => {
  const account = await enter(context, app.url);
  const ada = await makeAgent(account, 'Ada');
  const bo = await makeAgent(account, 'Bo');
  await remember(account, ada, 'Is allergic to peanuts');
  await remember(account, bo, 'Keeps bees behind the house');

  await page.goto(`/agents/${ada}/memory`);
  await expect(page.getByText('Is allergic to peanuts')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('bees');
  const found = palette(page).getByRole('option', { name: /Keeps bees behind the house/ });
  await expect(found).toContainText('Bo');
  await expect(found).toHaveAttribute('aria-selected', 'true');
  await expect(palette(page).getByRole('status')).toHaveText('1 result');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/agents/${bo}/memory?q=*`);
  await expect(palette(page)).toBeHidden();
  await expect(page.getByText('Keeps bees behind the house')).toBeVisible();

  // What was opened stands among the recent places, and nothing is found where nothing fits.
  await page
    .getByRole('button', { name: /^Search/ })
    .first()
    .click();
  await expect(palette(page).getByRole('option').first()).toContainText('Keeps bees behind the house');
  await page.keyboard.type('zzzz');
  await expect(palette(page).getByRole('status')).toHaveText('Nothing fits these words.');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
});

test('the palette says when conversations and memories cannot be searched, and tries again', async ({ app, page, context, faults }) => {
  faults.allow(/search|memories/);
  const account = await enter(context, app.url);
  const agentId = await makeAgent(account, 'Ada');
  await remember(account, agentId, 'Is allergic to peanuts');
  await page.goto('/agents');
  const search = /\/memories\?q=/;
  await page.route(search, (route) => route.fulfill({ status: 500, json: { error: 'Broken', code: 'INTERNAL' } }));
  await page.keyboard.press('/');
  await field(page).fill('peanuts');
  await expect(palette(page).getByRole('alert')).toContainText('could not be searched');
  await page.unroute(search);
  await palette(page).getByRole('button', { name: 'Try again' }).click();
  await expect(palette(page).getByRole('option', { name: /peanuts/ })).toBeVisible();
});

test('shortcuts lead through the pages, and are letters where somebody types', async ({ app, page, context }) => {
  const account = await enter(context, app.url);
  const agentId = await makeAgent(account, 'Ada');
  await page.goto(`/agents/${agentId}/chat`);
  const message = page.getByRole('textbox', { name: 'Message Ada' });
  await message.click();
  await page.keyboard.type('g m ? n [');
  await expect(message).toHaveValue('g m ? n [');
  expect(new URL(page.url()).pathname).toBe(`/agents/${agentId}/chat`);

  await leaveField(page);
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await page.waitForURL(`**/agents/${agentId}/memory`);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.waitForURL(`**/agents/${agentId}/soul`);
  await leaveField(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Go to the memory');
  // A dialog is open: the keys below it rest.
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.waitForURL('**/agents');
  await page.keyboard.press('n');
  await page.waitForURL(`**/agents/${agentId}/chat`);
});

test('the sidebar stays as it was left, drawn so by the server, and nothing moves', async ({ app, page, context }) => {
  const account = await enter(context, app.url);
  const agentId = await makeAgent(account, 'Ada');
  await page.goto(`/agents/${agentId}/memory`);
  const sidebar = page.getByRole('complementary').first();
  const width = async () => Math.round((await sidebar.boundingBox())?.width ?? 0);
  expect(await width()).toBe(240);
  await page.getByRole('button', { name: 'Collapse the sidebar' }).click();
  expect(await width()).toBe(56);
  await expect(parts(page).getByRole('link', { name: 'Soul' })).toBeVisible();

  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const answer = await page.goto('/agents');
  // The first byte has the rail and the agents already.
  const html = await answer!.text();
  expect(html).toContain('Expand the sidebar');
  expect(html).toContain('Ada');
  await expect(page.getByRole('main').getByRole('link', { name: 'Ada' })).toBeVisible();
  expect(await width()).toBe(56);
  await page.waitForTimeout(1_000);
  const moved = () => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0));
  expect(await moved()).toBeLessThan(0.01);

  await leaveField(page);
  await page.keyboard.press('[');
  await expect.poll(width).toBe(240);
  await page.setViewportSize({ width: 768, height: 900 });
  await expect.poll(width).toBe(56);

  // A typeface that comes late takes the room that its stand-in had.
  await page.setViewportSize({ width: 1350, height: 940 });
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await page.goto('/');
  await page.evaluate(async () => void (await document.fonts.ready));
  await page.waitForTimeout(300);
  expect(await moved()).toBeLessThan(0.03);
});

test('one agent follows another without a new page, and its part stays', async ({ app, page, context }) => {
  const account = await enter(context, app.url);
  const ada = await makeAgent(account, 'Ada');
  const bo = await makeAgent(account, 'Bo');
  await remember(account, bo, 'Keeps bees');
  await page.goto(`/agents/${ada}/memory`);
  await page.evaluate(() => Object.assign(window, { stoodThrough: true }));
  await page.getByRole('heading', { level: 1 }).getByRole('button', { name: 'Ada' }).click();
  await expect(page.getByRole('menu')).toBeFocused();
  // The list takes letters: the agent that begins with them is next.
  await page.keyboard.press('b');
  await expect(page.getByRole('menuitem', { name: /^Bo/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/agents/${bo}/memory`);
  await expect(page.getByText('Keeps bees')).toBeVisible();
  expect(await page.evaluate(() => 'stoodThrough' in window)).toBe(true);
});

test('on a phone a bar leads everywhere and covers nothing', async ({ app, page, context }) => {
  await page.setViewportSize(PHONE);
  const account = await enter(context, app.url);
  const agentId = await makeAgent(account, 'Ada');
  await page.goto(`/agents/${agentId}/chat`);
  const bar = page.getByRole('navigation', { name: 'Main' });
  const message = page.getByRole('textbox', { name: 'Message Ada' });
  await expect(message).toBeVisible();
  const [barBox, fieldBox] = [(await bar.boundingBox())!, (await message.boundingBox())!];
  expect(fieldBox.y + fieldBox.height).toBeLessThanOrEqual(barBox.y);
  expect(barBox.y + barBox.height).toBeLessThanOrEqual(PHONE.height);

  await bar.getByRole('link', { name: 'Memory' }).click();
  await page.waitForURL('**/memory');
  await expect(bar.getByRole('link', { name: 'Memory' })).toHaveAttribute('aria-current', 'page');
  await bar.getByRole('button', { name: 'More' }).click();
  const sheet = page.getByRole('dialog', { name: 'More' });
  await sheet.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveClass(/dark/);
  await sheet.getByRole('link', { name: 'Health' }).click();
  await page.waitForURL('**/settings/health');
  await expect(sheet).toBeHidden();

  await page.getByRole('button', { name: 'Search' }).click();
  const box = (await palette(page).boundingBox())!;
  expect([box.width, box.height]).toEqual([PHONE.width, PHONE.height]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
});

test('the first steps fill as things happen, and are put away for good', async ({ app, page, context }) => {
  const account = await enter(context, app.url);
  await page.goto('/agents');
  const steps = page.getByRole('main').getByRole('list').filter({ hasText: 'Say hello' });
  await expect(page.getByText('0 of 6 done')).toBeVisible();
  await expect(steps.getByRole('link', { name: /Say hello/ })).toHaveAttribute('href', '/agents/new');

  const agentId = await makeAgent(account, 'Ada');
  await remember(account, agentId, 'Is allergic to peanuts');
  await page.reload();
  await expect(page.getByText('2 of 6 done')).toBeVisible();
  await steps.getByRole('link', { name: /See it in its memory/ }).click();
  await expect(page.getByText('Is allergic to peanuts')).toBeVisible();
  await page.getByRole('link', { name: 'Agents', exact: true }).click();
  await expect(page.getByText('3 of 6 done')).toBeVisible();

  const kept = page.waitForResponse(
    (response) => /\/first-steps$/.test(response.url()) && /"dismissed":true/.test(response.request().postData() ?? ''),
  );
  await page.getByRole('button', { name: 'Put this list away' }).click();
  await expect(page.getByText('3 of 6 done')).toBeHidden();
  await kept;
  await page.reload();
  await expect(page.getByRole('main').getByRole('link', { name: 'Ada' })).toBeVisible();
  await expect(page.getByText('First steps')).toBeHidden();
});

test('a paused agent says why it is silent, and is resumed from there', async ({ app, page, context }) => {
  const account = await enter(context, app.url);
  const agentId = await makeAgent(account, 'Ada');
  await mustCall(account, 'PATCH', `/v1/hosted-agents/${agentId}`, { status: 'paused' });
  await page.goto(`/agents/${agentId}/chat`);
  const card = page.getByRole('region', { name: 'Why this agent may be silent' });
  await expect(card).toContainText('This agent is paused');
  await card.getByRole('button', { name: 'Resume' }).click();
  await expect(card).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Message Ada' })).toBeEnabled();

  await parts(page).getByRole('link', { name: 'Settings' }).click();
  const answers = page.getByRole('switch', { name: 'Answers messages' });
  await answers.click();
  await expect(card).toContainText('This agent is paused');
  await answers.click();
  await expect(card).toBeHidden();
});

test('the page of all primitives is not there without its setting', async ({ app }) => {
  expect((await fetch(`${app.url}/dev/ui`)).status).toBe(404);
});

test('the health of the install stands on a page, part by part', async ({ app, page, context }) => {
  await enter(context, app.url);
  await page.goto('/settings/health');
  await expect(page.getByText('Everything works')).toBeVisible({ timeout: 30_000 });
  for (const part of ['Database', 'Worker', 'Language model', 'Background jobs', 'Version']) {
    await expect(page.getByRole('heading', { level: 2, name: part })).toBeVisible();
  }
  await expect(page.getByText('None: recall mode answers')).toBeVisible();
});
