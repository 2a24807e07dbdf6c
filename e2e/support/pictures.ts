import type { Page } from '@playwright/test';

/** Where pictures of the states that flows pass go, when somebody wants to look at them. */
const folder = process.env.FLOW_PICTURES;

/** Takes pictures of a page at two widths in both themes, when they are wanted. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (!folder) return;
  for (const width of [1280, 375]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, animations: 'disabled', fullPage: true });
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}
