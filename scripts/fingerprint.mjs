import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

// Everything else at the root counts as source, so that a new folder is never forgotten.
const notSource = new Set([
  'node_modules',
  'dist',
  'generated',
  'data',
  'docs',
  'e2e',
  'bench',
  'tests',
  'coverage',
  'test-results',
  'playwright-report',
]);
// Folders that no page imports: a change there needs no new build of the pages.
const notPages = new Set(['supervisor', 'database', 'worker', 'hub', 'prisma', 'scripts', 'server']);
const ignoredFile =
  /\.(test|spec)\.tsx?$|\.md$|\.tsbuildinfo$|\.log$|^next-env\.d\.ts$|^vitest\.config|^playwright\.config|^eslint\.config/;
// Notes and scripts that lie at the root for a while are no reason to build anew.
const sourceAtRoot = /\.(ts|mts|js|mjs|cjs|json|css)$/;

/** Whether a folder is the data of an install that somebody put inside the checkout. */
function isDataFolder(folder) {
  return existsSync(path.join(folder, 'secrets.json')) || existsSync(path.join(folder, 'logs'));
}

function listFiles(folder, found) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (folder === root && (notSource.has(entry.name) || isDataFolder(full))) continue;
      if (entry.name !== 'node_modules') listFiles(full, found);
    } else if (entry.isFile() && !ignoredFile.test(entry.name) && (folder !== root || sourceAtRoot.test(entry.name))) {
      found.push(full);
    }
  }
  return found;
}

function hashOf(files, settings) {
  const hash = createHash('sha256').update(settings);
  for (const file of files) {
    hash.update(`\0${path.relative(root, file).split(path.sep).join('/')}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Fingerprints of everything that a build reads: `processes` of the bundles, `pages` of the Next.js build. */
export function fingerprints() {
  const files = listFiles(root, []).sort();
  const topFolder = (file) => path.relative(root, file).split(path.sep)[0];
  const publicSettings = Object.entries(process.env)
    .filter(([name]) => name.startsWith('NEXT_PUBLIC_'))
    .sort()
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
  return {
    processes: hashOf(files, ''),
    pages: hashOf(
      files.filter((file) => !notPages.has(topFolder(file))),
      publicSettings,
    ),
  };
}
