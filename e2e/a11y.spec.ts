// Every page for everybody: rules of WCAG checked by axe in light, dark and on a phone, and the main job by keyboard alone.
import type { Locator, Page } from '@playwright/test';
import { enterAs } from './support/account';
import { screens } from './screens';
import { breaches } from './support/axe';
import { finishedReply } from './support/journey';
import { leave, visit } from './support/screen-visits';
import { expect, test } from './support/demo-test';

/**
 * Every look is checked for its width. All rules look at the widest and the narrowest; a theme changes nothing but colours, so that the other
 * theme at each width is held to the rules that read them. What repeats on a vast page is looked at once.
 */
const looks = [
  { name: 'light', width: 1280, colorScheme: 'light', rules: 'all' },
  { name: 'dark', width: 1280, colorScheme: 'dark', rules: 'colours' },
  { name: 'on a tablet', width: 768, colorScheme: 'light', rules: 'none' },
  { name: 'on a phone', width: 375, colorScheme: 'light', rules: 'colours' },
  { name: 'on a phone, dark', width: 375, colorScheme: 'dark', rules: 'all' },
] as const;

/** The page itself, and parts of it that scroll like one, where they are wider than there is room; code and tables may be. Runs in the page. */
function findWideParts(): { part: string; content: number; room: number }[] {
  const likePages = [...document.querySelectorAll('body *')].filter(
    (part) =>
      part.clientHeight > 240 &&
      /auto|scroll/.test(getComputedStyle(part).overflowY) &&
      !part.closest('pre') &&
      !part.querySelector(':scope > table'),
  );
  return [document.documentElement, ...likePages].flatMap((part) => {
    const [content, room] = [part.scrollWidth, part.clientWidth];
    return content > room + 1 ? [{ part: `${part.tagName} ${part.className}`, content, room }] : [];
  });
}

/** Looks at a page that stands in its state, and gives what is wrong with it. */
async function check(page: Page, { repeats }: { repeats?: string } = {}): Promise<string[]> {
  const problems: string[] = [];
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: 800 });
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
    if (look.rules === 'all' || (look.rules === 'colours' && !repeats)) {
      for (const breach of await breaches(page, look.rules, 'html', look === looks[0] ? undefined : repeats))
        problems.push(`${look.name}: ${breach}`);
    }
    for (const { part, content, room } of await page.evaluate(findWideParts))
      problems.push(`${look.name}: ${part} scrolls sideways, ${content} px in ${room} px`);
  }
  return problems;
}

test('the check sees a nameless button, pale text and a page that is too wide', async ({ page }) => {
  await page.route('**/broken', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<html lang="en"><title>Broken</title><main><h1>Broken</h1><button></button><p style="color:#ccc;background:#fff;width:1500px">Pale</p></main></html>',
    }),
  );
  await page.goto('/broken');
  const problems = await check(page);
  for (const sign of ['light: button-name', 'light: color-contrast', 'on a tablet: HTML  scrolls sideways'])
    expect(problems.join('\n')).toContain(sign);
});

for (const screen of screens) {
  test(`${screen.name}: breaks no rule, does not scroll sideways, and has no fault`, async ({ page, context, demo, faults, wallet }) => {
    expect(wallet.address).toMatch(/^0x/);
    if (screen.repeats) test.slow();
    if (screen.allow) faults.allow(screen.allow);
    if (screen.as !== 'visitor') await enterAs(context, demo[screen.as ?? 'owner']);
    await visit(page, screen, demo);
    expect(await check(page, screen)).toEqual([]);
    await leave(page);
  });
}

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

test('by keyboard alone: sign in, create an agent, tell it a fact, and correct what it remembers', async ({ page, wallet }) => {
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
  await page.keyboard.type('My sister Amina lives in Nairobi.');
  await page.keyboard.press('Enter');
  await expect(await finishedReply(page)).toContainText('Noted');
  // Learned in the background; the reply says so with a chip.
  await expect(page.getByRole('article', { name: 'Reply' }).last()).toContainText('Nairobi', { timeout: 30_000 });
  await press(page, page.getByRole('list', { name: 'Parts of this agent' }).getByRole('link', { name: 'Memory' }));
  await page.waitForURL('**/memory');
  await press(page, page.getByRole('listitem').filter({ hasText: 'Nairobi' }).getByRole('button', { name: 'Edit' }));
  const words = page.getByRole('dialog', { name: 'Edit memory' }).getByLabel('What to remember');
  await tabTo(page, words);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('My sister Amina lives in Mombasa');
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Save' }));
  await expect(page.getByRole('listitem').filter({ hasText: 'Mombasa' })).toBeVisible();
  await expect(page.getByText('Nairobi')).toBeHidden();
});
