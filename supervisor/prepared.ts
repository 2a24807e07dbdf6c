import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the last start of this very build learned about the embedded database of this very folder. */
type Prepared = { build: string; dataDirectory: string; databaseUrl: string };

function buildOf(bundles: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(path.join(bundles, 'build.json'), 'utf8')) as { processes?: string }).processes;
  } catch {
    return undefined;
  }
}

const fileIn = (dataDirectory: string): string => path.join(dataDirectory, 'prepared.json');

/**
 * Where the embedded database is going to listen, when it already has all tables and queues that this build needs:
 * then the web process may load while the database starts.
 */
export function preparedDatabaseUrl(bundles: string, dataDirectory: string): string | undefined {
  try {
    const known = JSON.parse(readFileSync(fileIn(dataDirectory), 'utf8')) as Prepared;
    const isThis = known.build === buildOf(bundles) && known.dataDirectory === dataDirectory;
    return isThis ? known.databaseUrl : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers for {@link preparedDatabaseUrl} that the database is up to date for this build. */
export function rememberPrepared(bundles: string, dataDirectory: string, databaseUrl: string): void {
  const build = buildOf(bundles);
  if (build)
    writeFileSync(fileIn(dataDirectory), `${JSON.stringify({ build, dataDirectory, databaseUrl } satisfies Prepared)}\n`, { mode: 0o600 });
}
