// The page of all primitives: no rule of WCAG broken in either theme, on a phone and with every layer open; and no page in production.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startApp } from './support/app';
import { expect, test } from './support/test';

test.use({ appOptions: { env: { SELFCLAW_DEV_PAGES: '1' } } });

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const views = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'light, on a phone', colorScheme: 'light', viewport: { width: 375, height: 720 } },
  { name: 'dark, on a phone', colorScheme: 'dark', viewport: { width: 375, height: 720 } },
] as const;

const layers = [
  { opener: 'Dialog', role: 'dialog' },
  { opener: 'Sheet', role: 'dialog' },
  { opener: 'Confirm', role: 'alertdialog' },
  { opener: 'Actions', role: 'menu' },
  { opener: 'Popover', role: 'dialog' },
  { opener: 'Palette', role: 'dialog' },
] as const;

/** The whole page, or one layer of it: what lies under a layer was looked at before. */
async function problemsOf(page: Page, where: string, part = 'html'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(part).withTags(STANDARDS).analyze();
  return violations.map(
    ({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join('; ')}`,
  );
}

for (const { name, colorScheme, viewport } of views) {
  test(`primitives and layers break no rule: ${name}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/dev/ui');
    await expect(page.getByRole('heading', { name: 'Layers' })).toBeVisible();
    const problems = await problemsOf(page, 'page');
    const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
    expect(wide).toBeLessThanOrEqual(screen);
    for (const { opener, role } of layers) {
      const button = page.getByRole('button', { name: opener, exact: true });
      await button.click();
      await expect(page.getByRole(role)).toBeVisible();
      problems.push(...(await problemsOf(page, opener, `[role=${role}]`)));
      await page.keyboard.press('Escape');
      await expect(page.getByRole(role)).toHaveCount(0);
      if (opener !== 'Palette') await expect(button, `focus after ${opener}`).toBeFocused();
    }
    expect(problems).toEqual([]);
  });
}

test('a busy button keeps its name and its focus, and sends nothing', async ({ page }) => {
  await page.goto('/dev/ui');
  const busy = page.getByRole('button', { name: 'Create agent' }).and(page.locator('[aria-busy]')).first();
  await busy.focus();
  await expect(busy).toBeFocused();
  await expect(busy).toBeDisabled();
});

test('a combobox is found, narrowed and chosen by keyboard', async ({ page }) => {
  await page.goto('/dev/ui');
  const combobox = page.getByRole('combobox', { name: /^Model/ }).first();
  await combobox.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Search models' })).toBeFocused();
  await page.keyboard.type('zzz');
  await expect(page.getByText('No model has that name')).toBeVisible();
  await page.getByRole('combobox', { name: 'Search models' }).fill('llama');
  await page.keyboard.press('Enter');
  await expect(combobox).toHaveText('llama3.1:8b');
  await expect(combobox).toBeFocused();
});

test('the page is not there without the setting', async ({ faults, request }) => {
  faults.allow(/dev\/ui/);
  const app = await startApp();
  try {
    expect((await request.get(`${app.url}/dev/ui`)).status()).toBe(404);
  } finally {
    await app.stop();
  }
});
