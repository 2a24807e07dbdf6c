// Finds a Chromium for the browser tests, and installs one where that is possible.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installPackages, isPackaged, whyNotInstallable } from './debian.mjs';

/** The headless shell first: it draws the page alone, where a whole browser draws its window too, on a core that the page could use. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Path of the browser: `CHROMIUM_PATH`, one on the PATH, a usual place, or the one that Playwright downloaded.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  const found = [...onPath, ...places].find((candidate) => existsSync(candidate));
  if (found) return found;
  try {
    const { chromium } = await import('@playwright/test');
    const own = chromium.executablePath();
    return existsSync(own) ? own : null;
  } catch {
    return null;
  }
}

/**
 * A browser for the tests, or why there is none.
 * @param {(line: string) => void} log
 * @returns {Promise<{ path: string } | { unavailable: string }>}
 */
export async function provideChromium(log) {
  const found = await findChromium();
  if (found) return existsSync(found) ? { path: found } : { unavailable: `CHROMIUM_PATH names a file that is not there: ${found}` };
  const obstacle = whyNotInstallable();
  if (obstacle) {
    const way = 'set CHROMIUM_PATH, or run: npx playwright install chromium';
    return { unavailable: `no Chromium on this machine, and it cannot be installed: ${obstacle}; ${way}` };
  }
  log('installing Chromium from the distribution');
  try {
    installPackages(isPackaged('chromium-headless-shell') ? 'chromium-headless-shell' : 'chromium');
  } catch (error) {
    return { unavailable: `no Chromium on this machine, and installing it failed: ${error.message}` };
  }
  return { path: await findChromium() };
}
