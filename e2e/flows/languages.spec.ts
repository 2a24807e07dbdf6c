// The pages in the reader's language: at once as the browser asks for, and from then on as the person chose.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

test.use({ locale: 'pt-BR' });

const language = (page: Page) => page.locator('html').getAttribute('lang');

test('speaks Portuguese to a Brazilian browser from the first byte, and keeps Swahili once it is chosen', async ({ page, wallet }) => {
  const first = await page.goto('/sign-in');
  // What the server sent is Portuguese already: nothing flashes in English and is replaced.
  const sent = await first!.text();
  expect(sent).toContain('<html lang="pt-BR"');
  expect(sent).toMatch(/<h1[^>]*>Entrar<\/h1>/);
  await expect(page).toHaveTitle(/^Entrar · /);
  await expect(page.getByRole('button', { name: `Continuar com ${wallet.name}` })).toBeVisible();

  // The page stands while its words change.
  await page.evaluate(() => Object.assign(window, { stoodThrough: true }));
  await page.getByRole('button', { name: /^Idioma/ }).click();
  await page.getByRole('menuitemradio', { name: 'Kiswahili' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ingia' })).toBeVisible();
  await expect(page.getByRole('button', { name: `Endelea na ${wallet.name}` })).toBeVisible();
  await expect.poll(() => language(page)).toBe('sw');
  await expect(page).toHaveTitle(/^Ingia · /);
  expect(await page.evaluate(() => 'stoodThrough' in window)).toBe(true);

  const cookie = (await page.context().cookies()).find(({ name }) => name === 'selfclaw_locale');
  expect(cookie).toMatchObject({ value: 'sw', path: '/', sameSite: 'Lax' });
  expect(cookie!.expires * 1_000 - Date.now()).toBeGreaterThan(360 * 24 * 60 * 60 * 1_000);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Ingia' })).toBeVisible();

  await page.getByRole('button', { name: `Endelea na ${wallet.name}` }).click();
  await page.waitForURL('**/agents');
  await expect(page.getByRole('heading', { level: 1, name: 'Mawakala' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Unda wakala wako wa kwanza' })).toBeVisible();
  expect(await language(page)).toBe('sw');
});

test('answers a failure in the language of the page', async ({ page, wallet, faults }) => {
  faults.allow(/status of 503/);
  await page
    .context()
    .route('**/connect-nonce', (route) =>
      route.fulfill({ status: 503, json: { error: 'The database cannot be reached right now.', code: 'SERVICE_UNAVAILABLE' } }),
    );
  await page.goto('/sign-in');
  await page.getByRole('button', { name: `Continuar com ${wallet.name}` }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'O servidor recusou' })).toContainText(
    'O servidor não consegue fazer isto agora.',
  );
});
