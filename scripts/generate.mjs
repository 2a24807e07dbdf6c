import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

const generated = path.join(root, 'generated');

/** Writes only what differs, so that watchers stay quiet, and in one step, as another run may be reading it. */
function writeWhenChanged(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

function routeFiles(folder, found = []) {
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) routeFiles(full, found);
    else if (/^route\.tsx?$/.test(entry.name)) found.push(full);
  }
  return found;
}

function rankOf(segment) {
  if (segment.startsWith('[...') || segment.startsWith('[[...')) return 2;
  return segment.startsWith('[') ? 1 : 0;
}

/** Orders paths so that the first match is the right one: fixed words, then `[one]`, then `[...rest]`. */
export function compareRoutePaths(left, right) {
  const [a, b] = [left.split('/'), right.split('/')];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    if (a[index] === undefined) return -1;
    if (b[index] === undefined) return 1;
    const difference = rankOf(a[index]) - rankOf(b[index]) || (a[index] < b[index] ? -1 : a[index] > b[index] ? 1 : 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Writes `generated/api-routes.ts`: every `app/api/**\/route.ts` with its path, for whoever dispatches them without Next.js. */
export function generateApiRoutes() {
  const routes = routeFiles(path.join(root, 'app', 'api'))
    .map((file) =>
      path
        .relative(root, file)
        .split(path.sep)
        .join('/')
        .replace(/\.tsx?$/, ''),
    )
    .map((file) => ({
      file,
      path: `/${file
        .split('/')
        .slice(1, -1)
        .filter((segment) => !/^\(.*\)$/.test(segment))
        .join('/')}`,
    }))
    .sort((left, right) => compareRoutePaths(left.path, right.path));
  const lines = [
    '// Written by scripts/generate.mjs from the files under app/api.',
    ...routes.map((route, index) => `import * as route${index} from '@/${route.file}';`),
    '',
    'export type ApiRoute = { path: string; module: Record<string, unknown> };',
    '',
    '/** Every route file under app/api, the most specific path first. */',
    'export const apiRoutes: ApiRoute[] = [',
    ...routes.map((route, index) => `  { path: '${route.path}', module: route${index} },`),
    '];',
    '',
  ];
  writeWhenChanged(path.join(generated, 'api-routes.ts'), lines.join('\n'));
  return routes;
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'scripts', 'generate.mjs')) generateApiRoutes();
