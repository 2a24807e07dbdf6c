// npm run screenshots [-- --only name --out folder]
// Pictures of every screen of e2e/screens.ts at three widths in both themes, and a contact sheet of them.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, expect, type Browser } from '@playwright/test';
import { findChromium } from '@/scripts/test/chromium.mjs';
import { screens } from './screens';
import type { Screen } from './screens/screen';
import { startApp } from './support/app';
import { type Demo, furnishDemo } from './support/demo';
import { waitForScripts } from './support/hydration';
import { leave, openEyes, visit } from './support/screen-visits';

const widths = [1440, 768, 375] as const;
const themes = ['light', 'dark'] as const;
/** Browsers of their own side by side: a page spends most of its time waiting. */
const AT_ONCE = 3;

type Picture = { screen: string; width: number; theme: string; file: string; problem?: string };

const { values } = parseArgs({
  options: { only: { type: 'string' }, out: { type: 'string', default: 'screenshots' } },
});

const fileName = (screen: string, width: number, theme: string) =>
  `${screen.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}-${width}-${theme}.png`;

/** One screen in one context: each width and theme from the same state. */
async function photograph(browser: Browser, demo: Demo, screen: Screen, folder: string): Promise<Picture[]> {
  const context = await openEyes(browser, demo, screen.as ?? 'owner', { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const pictures: Picture[] = [];
  const page = await context.newPage();
  waitForScripts(page);
  try {
    for (const width of widths) {
      for (const theme of themes) {
        await page.setViewportSize({ width, height: width === 375 ? 812 : 900 });
        await page.emulateMedia({ colorScheme: theme });
        const picture: Picture = { screen: screen.name, width, theme, file: fileName(screen.name, width, theme) };
        try {
          if (pictures.length === 0) await visit(page, screen, demo);
          // A vast page takes its time to follow the theme.
          await expect(page.locator('html')).toHaveClass(theme === 'dark' ? /dark/ : /light/, { timeout: 30_000 });
          await page.screenshot({ path: path.join(folder, picture.file), animations: 'disabled', caret: 'hide' });
        } catch (error) {
          picture.problem = (error as Error).message.split('\n')[0];
        }
        pictures.push(picture);
        if (picture.problem) return pictures;
      }
    }
  } finally {
    await leave(page);
    await context.close();
  }
  return pictures;
}

/** `taken` has the pictures of each screen. */
function contactSheet(taken: Picture[][]): string {
  const rows = taken.map((shots) => {
    const figures = shots.map(({ file, width, theme, problem }) =>
      problem
        ? `<p>${width} ${theme}: ${problem}</p>`
        : `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${width} ${theme}</figcaption></figure>`,
    );
    return `<h2>${shots[0]?.screen}</h2><div>${figures.join('')}</div>`;
  });
  const style =
    'body{font:14px system-ui;margin:2rem;background:#777;color:#fff}div{display:flex;gap:1rem;overflow-x:auto}figure{margin:0}img{height:22rem;border:1px solid #555}';
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${rows.join('\n')}`;
}

async function main(): Promise<void> {
  const chosen = screens.filter((screen) => !values.only || screen.name.includes(values.only));
  if (chosen.length === 0) throw new Error(`No screen has "${values.only}" in its name.`);
  const folder = path.resolve(values.out);
  mkdirSync(folder, { recursive: true });
  const app = await startApp();
  const browser = await chromium.launch({ executablePath: (await findChromium()) ?? undefined, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const demo = await furnishDemo(app);
    const queue = [...chosen.entries()];
    const taken: Picture[][] = [];
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [index, screen] = next;
        taken[index] = await photograph(browser, demo, screen, folder);
        const problem = taken[index].find((picture) => picture.problem)?.problem;
        console.log(problem ? `${screen.name}: ${problem}` : screen.name);
        if (problem) process.exitCode = 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    writeFileSync(path.join(folder, 'index.html'), contactSheet(taken));
    console.log(`${taken.flat().filter((picture) => !picture.problem).length} pictures in ${path.join(folder, 'index.html')}`);
  } finally {
    await browser.close();
    await app.stop();
  }
}

await main();
