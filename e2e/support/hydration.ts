import type { Page } from '@playwright/test';

const PATIENCE_MS = 10_000;

/** Whether every control of the page has been taken over by its scripts; runs in the page. */
function controlsWork(): boolean {
  const controls = [...document.querySelectorAll('main button, main input, main textarea')];
  return controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps')));
}

/**
 * Lets `goto` and `reload` of a page end once its controls work, as a person would find them: what the server drew can be seen, and clicked in
 * vain, before its scripts have run.
 */
export function waitForScripts(page: Page): void {
  for (const name of ['goto', 'reload'] as const) {
    const navigate = page[name].bind(page) as (...input: unknown[]) => Promise<unknown>;
    Object.assign(page, {
      [name]: async (...input: unknown[]) => {
        const response = await navigate(...input);
        // A page that never gets its scripts is what some tests are about.
        await page.waitForFunction(controlsWork, undefined, { timeout: PATIENCE_MS }).catch(() => undefined);
        return response;
      },
    });
  }
}
