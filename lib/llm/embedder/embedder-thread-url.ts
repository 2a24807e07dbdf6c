import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the encoder's thread runs: a JavaScript file, or a line of code that loads it from TypeScript. */
export type ThreadEntry = { url: URL } | { code: string };

/**
 * The built thread file beside the running program, else `dist/embedder-thread.js` of the working directory, else its
 * TypeScript source: where nothing is built or the source is newer than the build, as in development and in tests.
 *
 * @param program the file that Node was started with; a bundle in `dist/` has the thread built with it as its neighbour.
 */
export function embedderThreadUrl(directory = process.cwd(), program = process.argv[1] ?? ''): ThreadEntry {
  const neighbour = join(dirname(program), 'embedder-thread.js');
  if (modifiedAtMs(neighbour) !== null) return { url: pathToFileURL(neighbour) };
  const built = join(directory, 'dist', 'embedder-thread.js');
  const sources = ['embedder-thread.ts', 'windows.ts'].map((name) => join(directory, 'lib', 'llm', 'embedder', name));
  const builtAtMs = modifiedAtMs(built);
  if (builtAtMs !== null && sources.every((source) => (modifiedAtMs(source) ?? 0) <= builtAtMs)) {
    return { url: pathToFileURL(built) };
  }
  return { code: loadTypeScript(pathToFileURL(sources[0]!)) };
}

/** A worker thread ignores `--import tsx` on Node 20, so the loader is registered from within. */
export function loadTypeScript(url: URL): string {
  return `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(url.href)}) })`;
}

function modifiedAtMs(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
