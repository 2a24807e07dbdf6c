// The API reference in a browser: complete, readable without scripts, and calls tried under the caller's own key.
import type { Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { makeAgent, mintKey, signInOverHttp } from '../support/account';
import { breaches } from '../support/axe';
import { expect, test } from '../support/test';

/** Scripts that the reference loads beyond those of the landing page, gzipped, until somebody tries a call. */
const OWN_SCRIPTS_BYTES = 40_000;
type Document = { paths: Record<string, Record<string, { operationId: string }>> };

const section = (page: Page, id: string) => page.locator(`[data-operation="${id}"]`);

/** The scripts that a page names in its HTML, with their gzipped sizes. */
async function scriptsOf(page: Page, path: string): Promise<Map<string, number>> {
  await page.goto(path, { waitUntil: 'load' });
  const addresses = await page
    .locator('script[src]:not([nomodule])')
    .evaluateAll((scripts) => scripts.map((script) => (script as HTMLScriptElement).src));
  const sizes = await Promise.all(
    [...new Set(addresses)].map(async (address) => {
      const response = await page.request.get(address);
      return [address, gzipSync(await response.body()).length] as const;
    }),
  );
  return new Map(sizes);
}

async function openTrial(page: Page, id: string) {
  const operation = section(page, id);
  await operation.getByRole('button', { name: /^Try it/ }).click();
  const panel = operation.getByRole('region', { name: /^Try / });
  await expect(panel).toBeVisible();
  return panel;
}

test('every operation of the document has its section, also without scripts', async ({ browser, app }) => {
  const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as Document;
  const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
  expect(ids.length).toBeGreaterThan(40);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${app.url}/docs/api`);
  // One question each for the whole page: to ask for each operation takes half a minute.
  const headings = await page
    .locator('[data-operation] h3')
    .evaluateAll((found) => found.map((heading) => heading.closest<HTMLElement>('[data-operation]')?.dataset.operation));
  const links = await page.locator('nav a[href^="#"]').evaluateAll((found) => found.map((link) => link.getAttribute('href')?.slice(1)));
  expect(headings.toSorted()).toEqual(ids.toSorted());
  expect(links.filter((link) => ids.includes(link ?? '')).toSorted()).toEqual(ids.toSorted());
  await context.close();
});

test('the filter finds operations, and a link leads to its section', async ({ page }) => {
  await page.goto('/docs/api');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('searchbox', { name: 'Filter operations' }).fill('delete forget');
  await expect(contents.getByRole('status')).toHaveText('1 operation');
  await contents.getByRole('link', { name: /Forget a memory/ }).click();
  await expect(page.locator('[id="memories.delete"]')).toBeFocused();
  await expect(page.locator('[id="memories.delete"]')).toBeInViewport();
  await contents.getByRole('searchbox').fill('no such words');
  await expect(contents.getByRole('status')).toHaveText('No operation matches.');
});

test('a call is tried with a key that is kept nowhere', async ({ app, page, faults }) => {
  faults.allow(/status of 401/);
  const account = await signInOverHttp(app.url);
  const agentId = await makeAgent(account, 'Ada');
  const key = await mintKey(account);
  await page.goto('/docs/api');

  const reading = await openTrial(page, 'agents.get');
  await reading.getByRole('button', { name: 'Send' }).click();
  await expect(reading.getByText('This is required.')).toBeVisible();
  await reading.getByRole('textbox', { name: /^id/ }).fill(String(agentId));
  await reading
    .getByLabel('API key', { exact: true })
    .last()
    .fill(`mck_${'x'.repeat(43)}`);
  await reading.getByRole('button', { name: 'Send' }).click();
  await expect(reading.locator('[data-answer]')).toContainText('401');
  await expect(reading.locator('[data-answer]')).toContainText('revoked');

  await reading.getByLabel('API key', { exact: true }).last().fill(key);
  await reading.getByRole('button', { name: 'Send' }).click();
  await expect(reading.getByRole('region', { name: 'Answer' })).toContainText('"name": "Ada"');
  await expect(reading.locator('[data-answer]')).toContainText('200');

  // The other panels know the key too.
  const chat = await openTrial(page, 'chat.send');
  await chat.getByRole('textbox', { name: /^id/ }).fill(String(agentId));
  await chat.getByLabel('Body (JSON)').fill('{');
  await expect(chat.getByText(/^This is not JSON/)).toBeVisible();
  await chat.getByLabel('Body (JSON)').fill('{ "message": "What is 12 * 12?" }');
  await chat.getByLabel('Stream the answer as server-sent events').check();
  await chat.getByRole('button', { name: 'Send' }).click();
  // The first reply of an install waits for what it loads.
  await expect(chat.getByText('The stream has ended.')).toBeVisible({ timeout: 60_000 });
  await expect(chat.locator('[data-answer]')).toContainText('144');
  await expect(chat.getByRole('region', { name: 'Answer' })).toContainText('"done":true');

  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
  expect(kept).not.toContain(key);
  expect(kept).not.toContain('mck_');
});

test('what takes something away asks first', async ({ app, page }) => {
  const account = await signInOverHttp(app.url);
  const agentId = await makeAgent(account, 'Ada');
  const key = await mintKey(account);
  await page.goto('/docs/api');
  const panel = await openTrial(page, 'agents.delete');
  await panel.getByRole('textbox', { name: /^id/ }).fill(String(agentId));
  await panel.getByLabel('API key', { exact: true }).last().fill(key);
  await panel.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.locator('[data-answer]')).not.toContainText('200');
  await panel.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Send it' }).click();
  await expect(panel.getByRole('region', { name: 'Answer' })).toContainText('"status": "paused"');
});

test('a trial that stands open breaks no rule in both themes, and the page keeps its budget of scripts', async ({ page }) => {
  const landing = await scriptsOf(page, '/');
  const reference = await scriptsOf(page, '/docs/api');
  const own = [...reference].filter(([address]) => !landing.has(address)).reduce((sum, [, bytes]) => sum + bytes, 0);
  const all = [...reference.values()].reduce((sum, bytes) => sum + bytes, 0);
  console.info(`scripts of the API reference, gzipped: ${all} bytes, of which ${own} are its own`);
  expect(all).toBeGreaterThan(own);
  expect(own).toBeLessThan(OWN_SCRIPTS_BYTES);

  // The page as a whole is looked at with all other screens; an open trial is no state of that list.
  await openTrial(page, 'chat.send');
  const trial = '[data-operation="chat.send"]';
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await breaches(page, 'all', trial)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 375, height: 800 });
  expect(await breaches(page, 'all', trial)).toEqual([]);
  const [scrolls, fits] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
  expect(scrolls).toBeLessThanOrEqual(fits);

  await page.getByRole('button', { name: 'Open contents' }).click();
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('link', { name: /Create an agent/ }).click();
  await expect(contents).toBeHidden();
  await expect(page.locator('[id="agents.create"]')).toBeInViewport();
});
