import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/** Bundles by name: processes first, then commands. Entries that do not exist are left out. */
const entries = {
  supervisor: 'supervisor/main.ts',
  prepare: 'supervisor/prepare.ts',
  database: 'database/main.ts',
  web: 'server/main.ts',
  worker: 'worker/main.ts',
  hub: 'hub/main.ts',
  migrate: 'database/migrate-main.ts',
  backup: 'database/backup-main.ts',
  restore: 'database/restore-main.ts',
  move: 'database/move-main.ts',
  seed: 'prisma/seed.ts',
};

/** `*-thread.ts` files run as worker threads, each from a file of its own beside the bundle that starts it. */
function threadEntries(folder, found = {}) {
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) threadEntries(full, found);
    else if (entry.name.endsWith('-thread.ts')) found[entry.name.replace(/\.ts$/, '')] = full;
  }
  return found;
}

/** Bundles the processes and commands into `dist/`. Packages stay in node_modules. */
export async function bundleProcesses({ only } = {}) {
  const present = Object.entries({ ...entries, ...threadEntries(path.join(root, 'lib')) })
    .map(([name, file]) => [name, path.resolve(root, file)])
    .filter(([name, file]) => existsSync(file) && (!only || only.includes(name)));
  const { build, stop } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: path.join(root, 'dist'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    tsconfig: path.join(root, 'tsconfig.json'),
    sourcemap: true,
    logLevel: 'silent',
    // Pages and processes share files that say `import 'server-only'`, which is a matter of the page compiler alone.
    alias: { 'server-only': path.join(root, 'scripts', 'empty.mjs') },
    plugins: [ownSources, nextSubpaths],
  });
  // Its service would stay as a process for as long as the install runs.
  await stop();
  return present.map(([name]) => name);
}

/** Resolves `@/…` as a file of ours: a missing one fails the build, where it would otherwise pass for a package. */
const ownSources = {
  name: 'own-sources',
  setup(build) {
    build.onResolve({ filter: /^@\// }, ({ path: name, kind }) => build.resolve(`./${name.slice(2)}`, { resolveDir: root, kind }));
  },
};

/** Next.js has no export map, so Node wants the file ending that the page compiler adds by itself. */
const nextSubpaths = {
  name: 'next-subpaths',
  setup(build) {
    build.onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path: name }) => ({ path: `${name}.js`, external: true }));
  },
};
