import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { enterAs } from './account';
import type { Screen } from '../screens/screen';
import type { Demo } from './demo';
import { injectWallet } from './wallet';

/** A browser for somebody who looks at screens: signed in or not, with a wallet at hand. */
export async function openEyes(browser: Browser, demo: Demo, as: NonNullable<Screen['as']>, options = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: demo.owner.origin, locale: 'en-GB', timezoneId: 'UTC', ...options });
  // Functions that are sent into the page call this helper where tsx compiled them.
  await context.addInitScript('globalThis.__name ??= (value) => value');
  await injectWallet(context);
  if (as !== 'visitor') await enterAs(context, demo[as]);
  return context;
}

/** Brings a page into the state of a screen. */
export async function visit(page: Page, screen: Screen, demo: Demo): Promise<void> {
  await screen.before?.(page);
  await page.goto(screen.path(demo));
  await screen.open?.(page);
  // Several pages are visited side by side on machines of any speed.
  await expect(screen.ready(page), screen.name).toBeVisible({ timeout: 30_000 });
}

/** What was held, broken or taken away for a screen is there again. */
export async function leave(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.close();
}
