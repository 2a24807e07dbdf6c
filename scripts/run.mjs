// Runs a bundled command, for example `node scripts/run.mjs backup ./copy.tar.gz`; builds it first when the sources have changed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

const name = process.argv[2] ?? '';
const dotenv = path.join(root, '.env');
if (existsSync(dotenv)) process.loadEnvFile(dotenv);
process.env.NODE_ENV ??= 'production';

const { progress } = await import('./progress.mjs');
const { ensureDependencies } = await import('./dependencies.mjs');
const { buildWhenNeeded } = await import('./build.mjs');
try {
  ensureDependencies(progress);
  await buildWhenNeeded({ say: progress, pages: false });
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}
const program = path.join(root, 'dist', `${name}.js`);
if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
  console.error(`There is no command \`${name}\`.`);
  process.exit(1);
}
// The command sees its own arguments where it would without this runner.
process.argv.splice(1, 2, program);
await import(pathToFileURL(program).href);
