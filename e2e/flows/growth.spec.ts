// The history of a soul, what an agent used, and how far it came, on the product as it comes: no key, no language model.
import type { Page } from '@playwright/test';
import { type Account, call, enterAs, makeAgent, mustCall, signInOverHttp } from '../support/account';
import { finishedReply, openPart, say } from '../support/journey';
import { expect, test } from '../support/test';

const FIRST = 'I am Ada. I am calm, and I listen first.';
const SECOND = 'I am Ada. I am calm and brief, and I answer first.';

type Soul = { soul: string; updatedAt: string };
type Versions = { versions: { version: number; author: string; restoredFrom: number | null; soul: string }[]; total: number };

const soulPath = (agentId: number) => `/v1/hosted-agents/${agentId}/soul`;
const readSoul = (account: Account, agentId: number) => mustCall<Soul>(account, 'GET', soulPath(agentId));
const version = (page: Page, number: number) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Version ${number}` }) });
/** A step of the ladder by its own name: the one before names it too. */
const phase = (page: Page, name: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });
const chart = (page: Page, name: string) => page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });

test('an earlier soul is compared, brought back and taken back, and never over what somebody else wrote', async ({
  app,
  page,
  context,
  faults,
}) => {
  faults.allow(/409/);
  const account = await signInOverHttp(app.url);
  await enterAs(context, account);
  const agentId = await makeAgent(account, 'Ada');
  await mustCall(account, 'PUT', soulPath(agentId), { soul: FIRST });
  await mustCall(account, 'PUT', soulPath(agentId), { soul: SECOND, reason: 'Too slow' });

  await page.goto(`/agents/${agentId}/soul`);
  await page.getByRole('link', { name: 'History' }).click();
  await page.waitForURL('**/soul/history');
  await expect(page.getByText('3 texts')).toBeVisible();
  await expect(version(page, 3)).toContainText('Stands now');
  await expect(version(page, 3)).toContainText('Too slow');
  await expect(version(page, 1)).toContainText('by the template');

  // By the keyboard alone, and the address keeps it.
  await page.getByRole('button', { name: 'Version 2' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/version=2/);
  await page.reload();
  await version(page, 2).getByText('The one that stands').click();
  await expect(version(page, 2).locator('del').first()).toContainText('listen');
  await expect(version(page, 2).locator('ins').first()).toContainText('brief');

  await version(page, 2).getByRole('button', { name: 'Bring this text back' }).click();
  await expect(page.getByText('Version 2 stands again')).toBeVisible();
  await expect(version(page, 4)).toContainText('Brought back from version 2');
  expect((await readSoul(account, agentId)).soul).toBe(FIRST);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(version(page, 5)).toContainText('Brought back from version 3');
  expect((await readSoul(account, agentId)).soul).toBe(SECOND);

  await mustCall(account, 'PUT', soulPath(agentId), { soul: 'I am what somebody else wrote meanwhile.' });
  await version(page, 2).getByRole('button', { name: 'Bring this text back' }).click();
  await expect(page.getByText('The soul was changed meanwhile')).toBeVisible();
  await expect(version(page, 6)).toContainText('Stands now');
  const { versions } = await mustCall<Versions>(account, 'GET', `${soulPath(agentId)}/versions`);
  expect(versions.map((one) => [one.version, one.restoredFrom])).toEqual([
    [6, null],
    [5, 3],
    [4, 2],
    [3, null],
    [2, null],
    [1, null],
  ]);
});

test('what an agent used and how far it came follow from talking with it', async ({ app, page, context }) => {
  const account = await signInOverHttp(app.url);
  await enterAs(context, account);
  const agentId = await makeAgent(account, 'Ada');

  await page.goto(`/agents/${agentId}/usage`);
  await expect(page.getByRole('heading', { name: 'Nothing was asked yet' })).toBeVisible();
  await openPart(page, 'Growth');
  await expect(phase(page, 'Nascent')).toHaveAttribute('aria-current', 'step');
  await expect(chart(page, 'Days')).toContainText('0 days');

  await openPart(page, 'Chat');
  await say(page, 'My sister Amina lives in Nairobi.');
  await finishedReply(page);
  await openPart(page, 'Usage');
  const byKind = chart(page, 'By kind of call');
  await expect(byKind.getByRole('img')).toHaveAttribute('aria-label', /^Replies: /);

  await openPart(page, 'Chat');
  for (const words of ['I sell maps at the market.', 'I like tea in the morning.', 'I am learning Swahili.']) {
    await say(page, words);
    await finishedReply(page);
  }

  await openPart(page, 'Usage');
  await byKind.getByText('As a table').click();
  await expect(byKind.getByRole('row', { name: /^Replies 4 / })).toBeVisible();
  // The choice stands in the address, which follows in a turn of its own.
  await page.getByRole('radio', { name: 'Cost' }).click();
  await expect(page.getByRole('radio', { name: 'Cost' })).toBeChecked();
  await expect(page).toHaveURL(/measure=cost/);
  await chart(page, 'By day').getByText('As a table').click();
  await expect(chart(page, 'By day').getByRole('row').nth(1)).toContainText('4');
  const stats = await mustCall<{ totalCalls30d: number; topModels: { provider: string }[] }>(
    account,
    'GET',
    `/v1/hosted-agents/${agentId}/usage-stats`,
  );
  expect(stats).toMatchObject({ totalCalls30d: 4, topModels: [{ provider: 'embedded' }] });

  await openPart(page, 'Growth');
  await expect(phase(page, 'Curious')).toHaveAttribute('aria-current', 'step');
  await expect(chart(page, 'Days')).toContainText('1 day');
  await chart(page, 'Days').getByText('As a table').click();
  await expect(chart(page, 'Days').getByRole('row')).toHaveCount(2);
  await expect(chart(page, 'Its economy')).toContainText('Wallet: not yet');
});

test('what an agent used is shown also where the end of its reply was never heard', async ({ app, page, context }) => {
  const account = await signInOverHttp(app.url);
  await enterAs(context, account);
  const agentId = await makeAgent(account, 'Ada');
  await page.route('**/chat/*/stream', () => undefined);

  await page.goto(`/agents/${agentId}/usage`);
  await expect(page.getByRole('heading', { name: 'Nothing was asked yet' })).toBeVisible();
  await openPart(page, 'Chat');
  await say(page, 'My sister Amina lives in Nairobi.');
  const calls = async () =>
    (await mustCall<{ totalCalls30d: number }>(account, 'GET', `/v1/hosted-agents/${agentId}/usage-stats`)).totalCalls30d;
  await expect.poll(calls).toBe(1);
  // Read a moment ago with nothing in it, and old since something was said.
  await openPart(page, 'Usage');
  await expect(chart(page, 'By kind of call').getByRole('img')).toHaveAttribute('aria-label', /^Replies: /);
});

test('what a reply taught comes to the page of memories by itself', async ({ app, page, context }) => {
  const account = await signInOverHttp(app.url);
  await enterAs(context, account);
  const agentId = await makeAgent(account, 'Ada');
  await page.goto(`/agents/${agentId}/chat`);
  await say(page, 'My sister Amina lives in Nairobi.');
  await finishedReply(page);

  let learned = false;
  const nothingYet = { memories: [], limit: 50, offset: 0, total: 0 };
  await page.route('**/memories?*', (route) => (learned ? route.fallback() : route.fulfill({ json: nothingYet })));
  await openPart(page, 'Memory');
  await expect(page.getByRole('heading', { name: 'Nothing is remembered yet' })).toBeVisible();
  learned = true;
  await expect(page.getByRole('listitem').filter({ hasText: 'Nairobi' })).toBeVisible({ timeout: 30_000 });
});

test('the pages are reached on a phone, and never scroll sideways', async ({ app, page, context }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  const account = await signInOverHttp(app.url);
  await enterAs(context, account);
  const agentId = await makeAgent(account, 'Ada');
  const long = `I am Ada. ${'averyveryverylongwordwithoutanyspace'.repeat(8)}`;
  await mustCall(account, 'PUT', soulPath(agentId), { soul: long });
  expect((await call(account, 'GET', `${soulPath(agentId)}/versions`)).status).toBe(200);
  await page.goto(`/agents/${agentId}/soul/history?version=2`);
  await expect(page.getByText('averyvery').first()).toBeVisible();
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await sideways()).toBe(0);
  for (const [entry, heading] of [
    ['Growth of Ada', 'Growth'],
    ['Usage of Ada', 'Usage'],
  ] as const) {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('link', { name: entry }).click();
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await sideways()).toBe(0);
  }
});
