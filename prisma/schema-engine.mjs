#!/usr/bin/env node
// Stands in for Prisma's native schema engine; see database/schema-engine/main.ts.
try {
  const { register } = await import('tsx/esm/api');
  register();
} catch (cause) {
  process.stderr.write(
    `Prisma's migration commands need the development dependencies (tsx is missing: ${cause.message}). ` +
      'Run "npm ci", or apply migrations with "tsx database/migrate-main.ts".\n',
  );
  process.exit(1);
}
await import('../database/schema-engine/main.ts');
