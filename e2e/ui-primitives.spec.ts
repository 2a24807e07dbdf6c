// The page of all primitives: no rule of WCAG broken in either theme, on a phone and with every layer open.
import type { Page } from '@playwright/test';
import { breaches, type Rules } from './support/axe';
import { expect, test } from './support/test';

test.use({ appOptions: { env: { SELFCLAW_DEV_PAGES: '1' } } });

/** At each width one theme is held to all rules, and the other to those that read colours. */
const views: { name: string; width: number; themes: { light: Rules; dark: Rules } }[] = [
  { name: 'on a desktop', width: 1440, themes: { light: 'all', dark: 'colours' } },
  { name: 'on a phone', width: 375, themes: { light: 'colours', dark: 'all' } },
];

const layers = [
  { opener: 'Dialog', role: 'dialog' },
  { opener: 'Sheet', role: 'dialog' },
  { opener: 'Confirm', role: 'alertdialog' },
  { opener: 'Actions', role: 'menu' },
  { opener: 'Popover', role: 'dialog' },
  { opener: 'Palette', role: 'dialog' },
] as const;

/** The whole page, or one layer of it, in both themes: what lies under a layer was looked at before. */
async function problemsOf(page: Page, themes: (typeof views)[number]['themes'], where: string, part?: string): Promise<string[]> {
  const problems: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const breach of await breaches(page, themes[theme], part)) problems.push(`${where}, ${theme}: ${breach}`);
  }
  return problems;
}

for (const { name, width, themes } of views) {
  test(`primitives and layers break no rule ${name}, in both themes`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('/dev/ui');
    await expect(page.getByRole('heading', { name: 'Layers' })).toBeVisible();
    const problems = await problemsOf(page, themes, 'page');
    const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
    expect(wide).toBeLessThanOrEqual(screen);
    for (const { opener, role } of layers) {
      const button = page.getByRole('button', { name: opener, exact: true });
      await button.click();
      await expect(page.getByRole(role)).toBeVisible();
      problems.push(...(await problemsOf(page, themes, opener, `[role=${role}]`)));
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
