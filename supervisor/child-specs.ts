import path from 'node:path';
import { localAddress, printedAddress } from './address';
import type { ChildSpec } from './supervise';
import type { Environment } from '@/lib/platform/env';
import type { InstallSecrets } from './install-secrets';

/** Everything that the processes of one install share. */
export type Install = { root: string; bundles: string; environment: Environment; port: number; secrets: InstallSecrets };

const DATABASE_STAGE = 0;
const APPLICATION_STAGE = 1;

function sharedEnvironment({ environment, port, secrets }: Install): Record<string, string> {
  const publicUrl = environment.PUBLIC_URL ?? printedAddress(environment.HOST, port);
  return {
    ...secrets,
    NODE_ENV: environment.NODE_ENV,
    DATA_DIR: environment.DATA_DIR,
    HOST: environment.HOST,
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    NEXTAUTH_URL: publicUrl,
    NEXTAUTH_SECRET: secrets.SESSION_SECRET,
  };
}

/** The embedded database, which everything else needs. */
export function databaseSpec(install: Install): ChildSpec {
  return {
    name: 'database',
    command: [path.join(install.bundles, 'database.js')],
    environment: sharedEnvironment(install),
    readiness: { kind: 'message', timeoutMs: 120_000 },
    stage: DATABASE_STAGE,
    stopWithinMs: 2_500,
  };
}

/** Brings tables and queues up to date, once. */
export function preparationSpec(install: Install): ChildSpec {
  return { ...databaseSpec(install), name: 'prepare', command: [path.join(install.bundles, 'prepare.js')] };
}

/** The processes that share nothing but the database at `databaseUrl`. */
export function applicationSpecs(install: Install, databaseUrl: string): ChildSpec[] {
  const development = install.environment.NODE_ENV === 'development';
  const environment = {
    ...sharedEnvironment(install),
    DATABASE_URL: databaseUrl,
    EMBEDDED_DATABASE: String(install.environment.DATABASE_URL === undefined),
  };
  const health = `${localAddress(install.environment.HOST, install.port)}/api/selfclaw/v1/gateway/health`;
  const shared = { environment, stage: APPLICATION_STAGE, stopWithinMs: 7_500, talkative: development };
  return [
    {
      ...shared,
      name: 'web',
      early: true,
      command: development ? developmentWeb(install) : [path.join(install.bundles, 'web.js')],
      // The first request to a development server compiles what it touches.
      readiness: { kind: 'http', url: health, timeoutMs: development ? 240_000 : 60_000 },
    },
    {
      ...shared,
      name: 'worker',
      command: development ? fromSource(install, 'worker/main.ts') : [path.join(install.bundles, 'worker.js')],
      watch: development ? ['worker', 'lib', 'generated'].map((folder) => path.join(install.root, folder)) : undefined,
      readiness: { kind: 'message', timeoutMs: 60_000 },
    },
  ];
}

function developmentWeb({ root, environment, port }: Install): string[] {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const end = path.join(root, 'scripts', 'end-with-parent.mjs');
  return ['--import', end, next, 'dev', '--port', String(port), '--hostname', environment.HOST];
}

/** A process straight from its TypeScript sources. */
function fromSource({ root }: Install, entry: string): string[] {
  return ['--import', 'tsx', path.join(root, entry)];
}
