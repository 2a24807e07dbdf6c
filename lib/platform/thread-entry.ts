import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** What a thread runs: a JavaScript file, or a line of code that loads it from TypeScript. */
export type ThreadEntry = { url: URL } | { code: string };

/**
 * The built file of a thread beside the running program, else `dist/NAME.js` of the working directory, else its TypeScript source: where
 * nothing is built or a source is newer than the build, as in development and in tests.
 *
 * @param sources the thread's own file, then those that it loads, from the working directory
 * @param program the file that Node was started with; a bundle in `dist/` has the thread built with it as its neighbour
 */
export function threadEntry(
  name: string,
  sources: readonly [string, ...string[]],
  directory = process.cwd(),
  program = process.argv[1] ?? '',
): ThreadEntry {
  const neighbour = join(dirname(program), `${name}.js`);
  if (modifiedAtMs(neighbour) !== null) return { url: pathToFileURL(neighbour) };
  const built = join(directory, 'dist', `${name}.js`);
  const builtAtMs = modifiedAtMs(built);
  if (builtAtMs !== null && sources.every((source) => (modifiedAtMs(join(directory, source)) ?? 0) <= builtAtMs)) {
    return { url: pathToFileURL(built) };
  }
  return { code: loadTypeScript(pathToFileURL(join(directory, sources[0]))) };
}

/** A worker thread ignores `--import tsx` on Node 20, so the loader is registered from within. */
export function loadTypeScript(url: URL): string {
  return `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(url.href)}) })`;
}

/** Starts a thread. */
export function startThread(entry: ThreadEntry, options: WorkerOptions): Worker {
  return 'url' in entry ? new Worker(entry.url, options) : new Worker(entry.code, { ...options, eval: true });
}

function modifiedAtMs(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
