// The pages of an agent and of its owner: what is undone, kept, warned of, handed out and ended.
import type { BrowserContext, Page } from '@playwright/test';
import type { Hex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { type Account, call, enterAs, makeAgent, mintKey, mustCall, signInOverHttp } from '../support/account';
import { expect, test } from '../support/test';

/** Of the wallet that operates the install of this file, and so may make partners. */
const OPERATOR_KEY: Hex = `0x${'59'.repeat(32)}`;

test.use({ appOptions: { env: { ADMIN_WALLETS: privateKeyToAccount(OPERATOR_KEY).address } } });

async function enter(context: BrowserContext, origin: string, key?: Hex): Promise<{ account: Account; agentId: number }> {
  const account = await signInOverHttp(origin, key);
  await enterAs(context, account);
  return { account, agentId: await makeAgent(account, 'Ada') };
}

const memoriesOf = (account: Account, agentId: number) =>
  mustCall<{ memories: { content: string; pinned: boolean }[] }>(account, 'GET', `/v1/hosted-agents/${agentId}/memories`);

const row = (page: Page, text: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: text });

test('a memory is forgotten and brought back, and filters live in the address', async ({ app, page, context }) => {
  const { account, agentId } = await enter(context, app.url);
  const add = (body: object) => mustCall(account, 'POST', `/v1/hosted-agents/${agentId}/memories`, body);
  await add({ content: 'Likes maps', category: 'interest', pinned: true });
  await add({ content: `Long story: ${'and then it rained. '.repeat(60)}`, category: 'context' });
  await page.goto(`/agents/${agentId}/memory`);
  await expect(row(page, 'Long story').getByRole('button', { name: 'Show all' })).toBeVisible();

  await row(page, 'Likes maps').getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Forget' }).click();
  await expect(row(page, 'Likes maps')).toBeHidden();
  await expect(page.getByRole('list', { name: 'Memory' })).toBeFocused();
  await expect.poll(async () => (await memoriesOf(account, agentId)).memories.length).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Likes maps')).toBeVisible();
  expect((await memoriesOf(account, agentId)).memories.map(({ content }) => content)).toContain('Likes maps');

  await page.getByRole('combobox', { name: 'Kind' }).selectOption('interest');
  await page.getByRole('main').getByRole('button', { name: 'Pinned' }).click();
  await page.getByRole('searchbox', { name: 'Search memories' }).fill('map');
  await expect(page).toHaveURL(/q=map/);
  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Search memories' })).toHaveValue('map');
  await expect(page.getByRole('combobox', { name: 'Kind' })).toHaveValue('interest');
  await expect(page.getByRole('main').getByRole('button', { name: 'Pinned' })).toHaveAttribute('aria-pressed', 'true');
  await expect(row(page, 'Likes maps')).toBeVisible();
  await expect(row(page, 'Long story')).toBeHidden();
});

test('a conversation that could not be renamed or deleted says so, and stands as it was', async ({ app, page, context, faults }) => {
  faults.allow(/status of 500/);
  const { account, agentId } = await enter(context, app.url);
  await mustCall(account, 'POST', `/v1/hosted-agents/${agentId}/chat`, { message: 'The bicycle is green' });
  const refusals: Record<string, string> = { PATCH: 'The title is not kept.', DELETE: 'The disk is full.' };
  await page.route(/\/conversations\/\d+$/, (route) => {
    const error = refusals[route.request().method()];
    return error ? route.fulfill({ status: 500, json: { error } }) : route.fallback();
  });
  await page.goto(`/agents/${agentId}/chat`);
  const list = page.getByRole('navigation', { name: 'Conversations' });
  const actions = list.getByRole('button', { name: /Actions for “The bicycle/ });

  await actions.click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog', { name: 'Rename conversation' }).getByLabel('Title').fill('Two wheels');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The title is not kept.')).toBeVisible();
  await actions.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('The disk is full.')).toBeVisible();
  await expect(list.getByRole('link', { name: /bicycle/ })).toBeVisible();
});

test('a conversation that is deleted while it is shown is not asked for again, however slow the way to the next page', async ({
  app,
  page,
  context,
}) => {
  const { account, agentId } = await enter(context, app.url);
  const message = 'The bicycle is green';
  const { conversationId } = await mustCall<{ conversationId: number }>(account, 'POST', `/v1/hosted-agents/${agentId}/chat`, { message });
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(
    (url) => url.pathname === `/agents/${agentId}/chat`,
    async (route) => {
      await held;
      await route.continue();
    },
  );
  await page.goto(`/agents/${agentId}/chat/${conversationId}`);
  const list = page.getByRole('navigation', { name: 'Conversations' });
  await list.getByRole('button', { name: /Actions for “The bicycle/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes(`conversationId=${conversationId}`) && asked.push(request.url()));
  const answered = page.waitForResponse((response) => response.request().method() === 'DELETE' && response.ok());
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await answered;
  await expect(list.getByRole('link', { name: /bicycle/ })).toHaveCount(0);
  await expect(page).toHaveURL(`/agents/${agentId}/chat/${conversationId}`);
  // The page hears of something new, and draws itself once more.
  await mustCall(account, 'PATCH', `/v1/hosted-agents/${agentId}`, { name: 'Zawadi' });
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await expect(page.getByPlaceholder(/Zawadi/)).toBeVisible({ timeout: 500 });
  }).toPass();
  goOn();
  await expect(page).toHaveURL(`/agents/${agentId}/chat`);
  expect(asked).toEqual([]);
});

test('an earlier text of a memory is restored from its history', async ({ app, page, context }) => {
  const { account, agentId } = await enter(context, app.url);
  const { memory } = await mustCall<{ memory: { id: string } }>(account, 'POST', `/v1/hosted-agents/${agentId}/memories`, {
    content: 'Lives in Nairobi',
  });
  await mustCall(account, 'PATCH', `/v1/hosted-agents/${agentId}/memories/${memory.id}`, { content: 'Lives in Mombasa' });
  await page.goto(`/agents/${agentId}/memory`);
  await row(page, 'Mombasa').getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const history = page.getByRole('dialog', { name: 'History' });
  await history.getByRole('button', { name: 'Restore this text' }).click();
  await expect.poll(async () => (await memoriesOf(account, agentId)).memories[0]?.content).toBe('Lives in Nairobi');
});

test('a soul that two tabs change is compared and chosen, and unsaved words are not left behind', async ({
  app,
  page,
  context,
  faults,
}) => {
  faults.allow(/status of 409/);
  const { account, agentId } = await enter(context, app.url);
  const other = await context.newPage();
  const field = (tab: Page) => tab.getByLabel('Soul document');
  // Both have read the same text before one of them changes it.
  for (const tab of [page, other]) {
    await tab.goto(`/agents/${agentId}/soul`);
    await expect(field(tab)).toBeVisible();
  }
  await field(page).fill('I am calm, and I was saved first.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Soul saved')).toBeVisible();

  await field(other).fill('I am lively, and I was written second.');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('alert').filter({ hasText: 'changed meanwhile' })).toBeVisible();
  await expect(other.getByRole('group', { name: 'The saved one' })).toContainText('I am calm, and I was saved first.');
  await expect(other.getByRole('group', { name: 'Yours' })).toContainText('I am lively, and I was written second.');
  await other.getByRole('button', { name: 'Keep mine' }).click();
  await expect(field(other)).toHaveValue('I am lively, and I was written second.');
  const { soul } = await mustCall<{ soul: string }>(account, 'GET', `/v1/hosted-agents/${agentId}/soul`);
  expect(soul).toBe('I am lively, and I was written second.');

  await field(other).fill('I am lively, and not saved yet.');
  const leave = other.getByRole('list', { name: 'Parts of this agent' }).getByRole('link', { name: 'Memory' });
  await leave.click();
  const question = other.getByRole('alertdialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(field(other)).toHaveValue('I am lively, and not saved yet.');
  await leave.click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await other.waitForURL('**/memory');
  await other.goto(`/agents/${agentId}/soul`);
  await expect(field(other)).toHaveValue('I am lively, and I was written second.');
});

test('a key is made, shown once, works, and is revoked', async ({ app, page, context }) => {
  await enter(context, app.url);
  await page.goto('/settings/api-keys');
  await page.getByRole('main').getByRole('button', { name: 'Create key' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('My laptop');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const secret = (await dialog.getByLabel('Secret', { exact: true }).textContent())!.trim();
  expect(secret).toMatch(/^mck_\w{40,}$/);
  await expect(dialog.locator('pre')).toContainText(secret);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('selfclaw-my-laptop.txt');
  const caller = { origin: app.url, headers: { Authorization: `Bearer ${secret}` } };
  expect((await call(caller, 'GET', '/v1/hosted-agents')).status).toBe(200);
  await dialog.getByRole('button', { name: 'I have saved it' }).click();
  await page.reload();
  await expect(row(page, 'My laptop')).toBeVisible();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole('button', { name: 'Revoke My laptop' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByRole('heading', { name: 'No keys yet' })).toBeVisible();
  expect((await call(caller, 'GET', '/v1/hosted-agents')).status).toBe(401);
});

test('signing out everywhere ends the second browser', async ({ app, page, context, browser, faults }) => {
  faults.allow(/status of 401/);
  const { account } = await enter(context, app.url);
  const second = await browser.newContext({ baseURL: app.url });
  await enterAs(second, await signInOverHttp(app.url, account.privateKey));
  const elsewhere = await second.newPage();
  await elsewhere.goto('/settings');
  await expect(elsewhere.getByRole('heading', { name: 'Sessions' })).toBeVisible();
  await page.goto('/settings');
  await expect(page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.waitForURL('**/sign-in');
  await elsewhere.reload();
  await elsewhere.waitForURL(/\/sign-in/);
  expect((await call(account, 'GET', '/v1/api-keys')).status).toBe(401);
  await second.close();
});

test('a partner is let in and shut out again', async ({ app, page, context }) => {
  const { account, agentId } = await enter(context, app.url, OPERATOR_KEY);
  const secret = await mintKey(account, 'partner');
  const partner = { origin: app.url, headers: { Authorization: `Bearer ${secret}`, 'X-Wallet-Address': account.wallet } };
  const read = async () => (await call(partner, 'GET', `/v1/hosted-agents/${agentId}`)).status;
  expect(await read()).toBe(403);
  await page.goto(`/agents/${agentId}/settings`);
  await page.getByRole('combobox', { name: 'Partner' }).selectOption({ label: 'Test partner key' });
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByRole('button', { name: 'End access' })).toBeVisible();
  expect(await read()).toBe(200);
  await page.getByRole('button', { name: 'End access' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End access' }).click();
  await expect(page.getByText('No partner can use this agent.')).toBeVisible();
  expect(await read()).toBe(403);
});

test('without a network each page says so and keeps what was typed', async ({ app, page, context, faults }) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch|Failed to load chunk/);
  const { account, agentId } = await enter(context, app.url);
  const offline = page.getByText('You are offline.');
  const views = [
    { path: `/agents/${agentId}/soul`, label: 'Soul document', typed: 'I am written without a network.', done: 'Soul saved' },
    { path: `/agents/${agentId}/memory?add=1`, label: 'What to remember', typed: 'Works on trains', done: 'Memory added' },
    { path: `/agents/${agentId}/settings`, label: 'Name', typed: 'Ada of the trains', done: 'Settings saved' },
    { path: '/settings/api-keys?create=1', label: 'Name', typed: 'On a train', done: 'Your new key' },
  ];
  for (const { path, label, typed, done } of views) {
    await page.goto(path);
    const field = page.getByLabel(label, { exact: true });
    await field.fill(typed);
    await context.setOffline(true);
    await expect(offline, path).toBeVisible();
    const save = page
      .getByRole('dialog')
      .or(page.locator('form'))
      .getByRole('button', { name: /^(Save|Create key)$/ });
    await save.first().click();
    await expect(page.getByRole('alert').filter({ hasText: 'No answer came from the server' }), path).toBeVisible();
    await expect(field, path).toHaveValue(typed);
    await context.setOffline(false);
    await expect(offline, path).toBeHidden();
    // What was typed is sent with the same button.
    await save.first().click();
    await expect(page.getByText(done).first(), path).toBeVisible();
  }
  await expect.poll(async () => (await memoriesOf(account, agentId)).memories.map(({ content }) => content)).toContain('Works on trains');
  for (const path of ['/agents', '/settings']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await context.setOffline(true);
    await expect(offline, path).toBeVisible();
    await context.setOffline(false);
  }
});

test('an agent is erased by its typed name, and its address says that it is not there', async ({ app, page, context, faults }) => {
  faults.allow(/status of 404/);
  const { account, agentId } = await enter(context, app.url);
  await page.goto(`/agents/${agentId}/settings`);
  await page.getByRole('button', { name: 'Erase Ada' }).click();
  const question = page.getByRole('alertdialog', { name: 'Erase Ada for good?' });
  await expect(question.getByRole('button', { name: 'Erase' })).toBeDisabled();
  await question.getByRole('textbox').fill('Ada');
  await question.getByRole('button', { name: 'Erase' }).click();
  await page.waitForURL('**/agents');
  expect((await call(account, 'GET', `/v1/hosted-agents/${agentId}`)).status).toBe(404);
  await page.goto(`/agents/${agentId}/memory`);
  await expect(page.getByRole('heading', { name: 'This agent is not here' })).toBeVisible();
});
