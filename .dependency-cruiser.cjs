// Imports flow one way: app → components → lib/<capability> → lib/api, lib/auth, lib/llm, lib/chain → lib/platform.

const { readdirSync, readFileSync } = require('node:fs');
const { builtinModules } = require('node:module');
const path = require('node:path');

const test = '\\.test\\.tsx?$|^database/testing/';
const foundation = 'platform|api|auth|llm|chain';
const capability = `^lib/(?!(?:${foundation})/)[^/]+/`;
const vagueNames = ['^lib/', '^lib/[^.]*/'].map((folder) => `${folder}(index|utils|util|helpers|helper|common|misc|shared)[./]`);
const databaseModules = '^node_modules/(pg|@prisma)/';
const browserCode = [
  '^components/',
  '^lib/[^/]+/hooks\\.tsx?$',
  '^lib/api/(client|query)\\.tsx?$',
  ...clientFiles('app'),
  ...clientFiles('lib'),
];
const nodeModules = `^(node:)?(${builtinModules.filter((name) => /^[a-z]\w*$/.test(name)).join('|')})$`;
const serverModules = '^node_modules/(server-only|pg|pg-boss|pino|prom-client|@prisma|@electric-sql|@energetic-ai)/';

// Who may know whom; a type counts as knowing.
const layers = [
  {
    name: 'platform-knows-nothing',
    from: { path: '^lib/platform/', pathNot: test },
    to: { path: '^(lib/(?!platform/)|app/|components/|worker/|hub/)' },
  },
  {
    name: 'llm-and-chain-stand-on-platform',
    from: { path: '^lib/(llm|chain)/', pathNot: test },
    to: { path: '^lib/', pathNot: '^lib/(platform|llm|chain)/' },
  },
  {
    name: 'api-and-auth-know-no-capability',
    from: { path: '^lib/(api|auth)/', pathNot: test },
    to: { path: capability },
  },
  {
    name: 'lib-knows-no-interface',
    comment: 'A test beside its capability may call the routes as a caller would.',
    from: { path: '^lib/', pathNot: test },
    to: { path: '^(app|components|worker|hub)/' },
  },
  {
    name: 'components-know-no-app',
    from: { path: '^components/' },
    to: { path: '^(app|worker|hub)/' },
  },
  {
    name: 'primitives-know-no-capability',
    from: { path: '^components/ui/' },
    to: { path: '^(lib/(?!platform/)|components/(?!ui/))' },
  },
  {
    name: 'only-the-worker-handles-jobs',
    from: { pathNot: `^(worker|tests|lib/contract)/|${test}` },
    to: { path: '/job-handlers\\.ts$' },
  },
  {
    name: 'closed-file-names',
    comment: 'A file says one thing; an index or a drawer of helpers says none.',
    from: {},
    to: { path: vagueNames },
  },
  {
    name: 'no-test-in-production',
    from: { pathNot: `^(tests|e2e|bench|scripts)/|${test}|^(vitest|playwright)\\.config\\.ts$` },
    to: { path: `${test}|^(tests|e2e|bench)/` },
  },
  {
    name: 'resolvable',
    comment: 'An import that points at nothing fails at run time.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'only-declared-packages',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

// What is loaded at run time; types are gone by then.
const loading = [
  {
    name: 'no-cycles',
    comment: 'A cycle hides which of two modules is the foundation.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'browser-code-loads-no-server-module',
    comment: 'Nothing that a component or a hook reaches may need a server.',
    from: { path: browserCode, pathNot: test },
    to: { path: `${nodeModules}|${serverModules}|^lib/[^/]+/(service|queries|job-handlers)\\.ts$`, reachable: true },
  },
  {
    name: 'only-queries-touch-the-database',
    comment: 'All SQL of a capability lives in its queries.ts.',
    from: { path: '^(lib|app|components|worker|hub)/', pathNot: `^lib/platform/|/queries\\.ts$|${test}` },
    to: { path: databaseModules },
  },
  {
    name: 'no-development-package-in-production',
    from: { path: '^(app|components|lib|worker|hub|database)/', pathNot: test },
    to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
  },
];

const withTypes = process.env.BOUNDARIES !== 'loading';

/** Patterns of the files below a folder that declare themselves browser code. */
function clientFiles(folder) {
  const root = path.join(__dirname, folder);
  let names = [];
  try {
    names = readdirSync(root, { recursive: true });
  } catch {
    return []; // The folder is not there yet.
  }
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) => /^(\s|\/\/.*|\/\*[^]*?\*\/)*['"]use client['"]/.test(readFileSync(path.join(root, name), 'utf8')))
    .map((name) => `^${path.posix.join(folder, name.split(path.sep).join('/')).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: (withTypes ? layers : loading).map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: ['^node_modules/', '^generated/', '^\\.next/'] },
    exclude: { path: ['^\\.next/', '^dist/', '^data/', '(^|/)\\.[^/]+\\.tsx?$'] },
    tsPreCompilationDeps: withTypes,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
