// npm run bench:lighthouse [-- --runs 5]: Lighthouse on the production build with the demo, in the Chromium of this machine.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { startApp } from '@/e2e/support/app';
import { furnishDemo } from '@/e2e/support/demo';
import { findChromium } from '@/scripts/test/chromium.mjs';

const PACKAGE = 'lighthouse@12.8.2';
const GOAL = 95;
const categories = ['performance', 'accessibility', 'best-practices'] as const;

type Scores = Record<(typeof categories)[number], number>;
type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  /** How fast the machine was during this very run, by Lighthouse's own small program. */
  environment: { benchmarkIndex: number };
  audits: Record<string, { score: number | null; title: string; displayValue?: string; numericValue?: number }>;
};

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } } });

const folder = mkdtempSync(path.join(tmpdir(), 'selfclaw-lighthouse-'));

/** Runs what is measured in a fresh browser, and gives the port at which it can be driven. */
async function withBrowser<Result>(run: (port: string) => Promise<Result>): Promise<Result> {
  const executable = await findChromium();
  if (!executable) throw new Error('No Chromium is found on this machine.');
  const profile = mkdtempSync(path.join(folder, 'profile-'));
  const options = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0'];
  const browser = spawn(executable, [...options, `--user-data-dir=${profile}`, 'about:blank'], { stdio: 'ignore', detached: true });
  const ended = once(browser, 'exit');
  try {
    const portFile = path.join(profile, 'DevToolsActivePort');
    while (!existsSync(portFile) || readFileSync(portFile, 'utf8') === '') {
      if (browser.exitCode !== null || browser.signalCode !== null) throw new Error(`${executable} ended before it could be driven.`);
      await pause(50);
    }
    return await run(readFileSync(portFile, 'utf8').split('\n', 1)[0] ?? '');
  } finally {
    // The whole group: some packages start the browser by a script that does not pass the signal on.
    if (browser.pid !== undefined && browser.exitCode === null && browser.signalCode === null) process.kill(-browser.pid);
    await ended;
  }
}

/**
 * One run of Lighthouse. It works while it watches, on the same cores as the page: at the lowest priority it waits for the page, or it
 * would find the blocked time that it makes itself.
 */
async function audit(url: string, cookie: string | undefined, form: 'desktop' | 'mobile'): Promise<Report> {
  const output = path.join(folder, 'report.json');
  const headers = path.join(folder, 'headers.json');
  writeFileSync(headers, JSON.stringify(cookie ? { Cookie: cookie } : {}));
  const options = [
    `--output-path=${output}`,
    '--output=json',
    '--quiet',
    `--only-categories=${categories.join(',')}`,
    `--extra-headers=${headers}`,
    ...(form === 'desktop' ? ['--preset=desktop'] : []),
  ];
  await withBrowser((port) =>
    promisify(execFile)('nice', ['-n', '19', 'npx', '--yes', PACKAGE, url, `--port=${port}`, ...options], { maxBuffer: 64 * 1024 * 1024 }),
  );
  return JSON.parse(readFileSync(output, 'utf8')) as Report;
}

const scoresOf = (report: Report) =>
  Object.fromEntries(categories.map((name) => [name, Math.round((report.categories[name]?.score ?? 0) * 100)])) as Scores;

function median(figures: number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/** What takes points away, the dearest first. */
function costs(report: Report): string[] {
  return categories.flatMap((name) =>
    (report.categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id} ${report.audits[id]?.displayValue ?? ''}`.trim()),
  );
}

const show = (scores: Scores) => categories.map((name) => `${name} ${scores[name]}`).join(', ');

async function main(): Promise<void> {
  const app = await startApp();
  try {
    const demo = await furnishDemo(app);
    const pages = [
      { name: 'landing', path: '/', cookie: undefined },
      { name: 'list', path: '/agents', cookie: demo.owner.cookie },
      { name: 'chat', path: demo.conversation('What stays from 2,500 a day'), cookie: demo.owner.cookie },
    ].filter(({ name }) => !values.only || name === values.only);
    for (const { name, path: address, cookie } of pages) {
      const url = app.url + address;
      const reports: Report[] = [];
      for (let run = 0; run < Number(values.runs); run += 1) reports.push(await audit(url, cookie, 'desktop'));
      const scores = reports.map(scoresOf);
      const middle = Object.fromEntries(categories.map((each) => [each, median(scores.map((one) => one[each]))])) as Scores;
      const phone = scoresOf(await audit(url, cookie, 'mobile'));
      const open = [...new Set(reports.flatMap(costs))];
      console.log(`${name.padEnd(8)} desktop, median of ${reports.length}: ${show(middle)} · mobile, once: ${show(phone)}`);
      const each = reports.map((report, run) => `${scores[run]?.performance} at ${Math.round(report.environment.benchmarkIndex)}`);
      console.log(`         performance, and how fast the machine was meanwhile: ${each.join(' · ')}`);
      if (open.length > 0) console.log(`         below 90: ${open.join(' · ')}`);
      if (categories.some((each) => middle[each] < GOAL)) process.exitCode = 1;
    }
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
