// Knowledge in a browser, on the product as it comes: given, asked for, quoted with its source, opened at its passage.
import type { BrowserContext, Page } from '@playwright/test';
import { type Account, enterAs, makeAgent, mustCall, signInOverHttp } from '../support/account';
import { finishedReply, say } from '../support/journey';
import { photograph } from '../support/pictures';
import { expect, test } from '../support/test';

async function enter(context: BrowserContext, origin: string): Promise<{ account: Account; agentId: number }> {
  const account = await signInOverHttp(origin);
  await enterAs(context, account);
  return { account, agentId: await makeAgent(account, 'Ada') };
}

/** Lets scripts come late from now on. */
async function holdScripts(page: Page): Promise<void> {
  await page.route('**/_next/static/**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
}

/** Counts the frames in which the field of the chat is not to be seen. */
async function watchField(page: Page): Promise<() => Promise<number>> {
  const frames = await page.evaluateHandle(() => {
    const counted = { hidden: 0 };
    const look = () => {
      if (!document.querySelector('main textarea')?.checkVisibility()) counted.hidden += 1;
      requestAnimationFrame(look);
    };
    look();
    return counted;
  });
  return () => frames.evaluate(({ hidden }) => hidden);
}

const row = (page: Page, text: string) => page.getByRole('list', { name: 'Knowledge' }).getByRole('listitem').filter({ hasText: text });

const GUIDE = `# Guest house\n\n${'The garden is open to everybody, and the gate closes by itself. '.repeat(30)}\n\n## Arrival\n\nGuests get their keys from Ferdinand at the blue kiosk, between two and nine in the evening.\n\n## Breakfast\n\n${'Breakfast is served under the mango tree, with fruit and chapati. '.repeat(30)}`;

test('a text is added, asked about, quoted with its source, and opened at the passage', async ({ app, page, context }) => {
  const { agentId } = await enter(context, app.url);
  await page.goto(`/agents/${agentId}/knowledge`);
  await expect(page.getByRole('heading', { name: 'There is nothing to look things up in yet' })).toBeVisible();
  await photograph(page, 'knowledge-empty');
  await page.getByRole('button', { name: 'Add knowledge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add knowledge' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Guest house');
  await dialog.getByRole('textbox', { name: 'Text' }).fill(GUIDE);
  await photograph(page, 'knowledge-form');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Guest house')).toContainText('passages');
  await expect(row(page, 'Guest house')).not.toContainText('Being indexed', { timeout: 30_000 });

  await page.goto(`/agents/${agentId}/chat`);
  await holdScripts(page);
  await say(page, 'Where do guests get their keys?');
  await page.waitForURL(/\/chat\/\d+$/);
  const hiddenFrames = await watchField(page);
  const answer = await finishedReply(page);
  await expect(answer.getByRole('blockquote').first()).toContainText('Guests get their keys from Ferdinand at the blue kiosk');
  await expect(answer.getByRole('blockquote').first()).toContainText('from “Guest house”');
  // What merely stands beside the answer is not quoted.
  await expect(answer).not.toContainText('gate closes by itself');
  const source = answer.getByRole('list', { name: 'Sources' }).getByRole('link');
  await expect(source).toHaveCount(1);
  // The code of the sources came late, and the conversation stood meanwhile.
  expect(await hiddenFrames()).toBe(0);
  await expect(page.getByRole('textbox', { name: /^Message / })).toBeFocused();
  await photograph(page, 'knowledge-sources');
  await source.click();

  await page.waitForURL(/\/knowledge\?entry=.+&passage=\d+$/);
  const passage = page.getByRole('list', { name: 'Passages' }).locator('[aria-current]');
  await expect(passage).toContainText('Ferdinand at the blue kiosk');
  await expect(passage).toBeInViewport();
  await photograph(page, 'knowledge-entry');
  const uses = page.getByRole('list', { name: 'Where it was used' });
  await expect(uses).toContainText('Quoted');
  await uses.getByRole('link').first().click();
  await page.waitForURL(/\/chat\/\d+\?message=/);
});

test('files are read, what cannot be read is refused plainly, and texts are edited and deleted', async ({ app, page, context, faults }) => {
  faults.allow(/400|415/);
  const { agentId } = await enter(context, app.url);
  await page.goto(`/agents/${agentId}/knowledge?add=1`);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('File', { exact: true }).click();
  const file = dialog.getByLabel('File', { exact: true }).and(dialog.locator('[type=file]'));
  await file.setInputFiles({ name: 'letter.docx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004') });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await file.setInputFiles({
    name: 'tea.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<title>Tea</title><h1>Tea</h1><p>Green tea is steeped short.</p>'),
  });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Green tea is steeped short')).toContainText('tea.html');

  await page.getByRole('button', { name: 'Add knowledge' }).click();
  await dialog.getByText('Web page', { exact: true }).click();
  await dialog.getByLabel('Address').fill('http://127.0.0.1:1/');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('private network');
  await photograph(page, 'knowledge-refused');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Edit “Tea”' }).click();
  await dialog.getByRole('textbox', { name: 'Text' }).fill('White tea is steeped long.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'White tea is steeped long')).toBeVisible();
  await page.getByRole('button', { name: 'Delete “Tea”' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'There is nothing to look things up in yet' })).toBeVisible();
});

test('twenty texts fill it, long ones too, and the page says so', async ({ app, page, context }) => {
  const { account, agentId } = await enter(context, app.url);
  for (let index = 1; index <= 20; index += 1) {
    const title = index === 20 ? 'Unbrokenlongname'.repeat(12) : `Text ${index}`;
    await mustCall(account, 'POST', `/v1/hosted-agents/${agentId}/knowledge`, { title, content: `Line ${index}. ${'x'.repeat(400)}` });
  }
  await page.goto(`/agents/${agentId}/knowledge`);
  await expect(page.getByText('All 20 places are taken')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add knowledge' })).toBeDisabled();
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.setViewportSize({ width: 375, height: 800 });
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await photograph(page, 'knowledge-full');
});
