import next from 'eslint-config-next/core-web-vitals';
import typescript from 'eslint-config-next/typescript';

// Next.js, and the tools that read these files, ask for a default export.
const filesWithDefaultExport = [
  'app/**/{page,layout,template,loading,error,global-error,not-found,default,forbidden,unauthorized}.tsx',
  'app/**/{icon,apple-icon,opengraph-image,twitter-image,manifest,robots,sitemap}.{ts,tsx}',
  'app/global-error.tsx',
  'proxy.ts',
  'instrumentation*.ts',
  '*.config.{ts,mjs,js}',
  '**/*.config.{ts,mjs,js}',
  'tests/*-template.ts',
];

// Neither is configuration: bundlers put NODE_ENV in place, and SELFCLAW_PROCESS names the process to itself.
const environmentOutsideItsModule = {
  selector:
    "MemberExpression[object.name='process'][property.name='env']:not(MemberExpression[property.name=/^(NODE_ENV|SELFCLAW_PROCESS)$/] > MemberExpression)",
  message: 'Read the configuration from lib/platform/env.',
};

// Names of settings and commands stay as they are in every language; a text has a letter in small.
const spokenAttribute =
  'JSXAttribute[name.name=/^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|hint|description|confirmLabel|summary)$/]';
const textsOutsideMessages = [
  'JSXText[value=/[a-z]{2}/]:not([value=/^\\s*SelfClaw\\s*$/])',
  `${spokenAttribute} > Literal[value=/[a-z]{2}/]:not([value=/^@\\w+$/])`,
  `${spokenAttribute} > JSXExpressionContainer > :matches(Literal[value=/[a-z]{2}/], ConditionalExpression > Literal[value=/[a-z]{2}/])`,
  `${spokenAttribute} > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/[a-z]{2}/]`,
  ':matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(Literal, :matches(ConditionalExpression, LogicalExpression) > Literal)[value=/[a-z]{2}/]',
  ':matches(JSXElement, JSXFragment) > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=/[a-z]{2}/]',
  "CallExpression[callee.name='toast'] > Literal.arguments[value=/[a-z]{2}/]",
  "CallExpression[callee.object.name='toast'] > Literal.arguments[value=/[a-z]{2}/]",
].map((selector) => ({ selector, message: 'A text that people read belongs in messages/, once a language.' }));

const config = [
  {
    ignores: [
      '.next/**',
      '**/.*',
      'dist/**',
      'generated/**',
      'data/**',
      '.data/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
      'next-env.d.ts',
      'packages/*/dist/**',
    ],
  },
  ...next,
  ...typescript,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: ['test', 'it', 'describe'], package: 'node:test' }] },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: filesWithDefaultExport,
    rules: {
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
      ],
    },
  },
  {
    // One validated module reads the environment; what starts before it, or tests it, may read it too.
    files: ['app/**', 'components/**', 'lib/**', 'worker/**', 'hub/**', 'web/**', 'server/**', 'proxy.ts', 'instrumentation*.ts'].map(
      (folder) => (folder.endsWith('**') ? `${folder}/*.{ts,tsx}` : folder),
    ),
    ignores: ['lib/platform/env.ts', '**/*.test.ts', '**/*.test.tsx'],
    rules: {
      'no-restricted-syntax': ['error', environmentOutsideItsModule],
    },
  },
  {
    // Pages speak several languages. The catalogue of primitives is for those who work on them.
    files: ['app/**/*.tsx', 'components/**/*.tsx'],
    ignores: ['**/*.test.tsx', 'app/**/dev/**', 'components/dev/**'],
    rules: { 'no-restricted-syntax': ['error', environmentOutsideItsModule, ...textsOutsideMessages] },
  },
  {
    // They weigh much and are fetched when they are first needed.
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}'],
    ignores: ['components/ui/toaster-layer.tsx', 'components/chat/highlighter.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'sonner', message: 'Import `toast` from components/ui/toast.', allowTypeImports: true }],
          patterns: [{ group: ['shiki', 'shiki/*'], message: 'Code is coloured by components/chat/highlighting.' }],
        },
      ],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/hooks.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    // The rule protects webpack's variable; these files never meet webpack.
    files: ['server/**', 'supervisor/**', 'worker/**', 'hub/**', 'database/**', 'scripts/**', 'tests/**'],
    rules: { '@next/next/no-assign-module-variable': 'off' },
  },
  {
    // Playwright's fixtures take a callback that is called `use`.
    files: ['e2e/**/*.ts', 'tests/**/*.ts'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
];

export default config;
