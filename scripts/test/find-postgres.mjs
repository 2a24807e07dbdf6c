// Looks for a local PostgreSQL server (15 or newer) and for pgvector beside it.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';

const oldestMajor = 15;

/**
 * @typedef {{ bin: string, major: number }} PostgresServer `bin` is the folder of initdb, pg_ctl and postgres.
 */

/**
 * The best local server: one with pgvector before one without, then the newest.
 * @returns {PostgresServer | null}
 */
export function findServer() {
  const folders = candidateFolders()
    .filter((bin) => existsSync(path.join(bin, 'pg_ctl')) && existsSync(path.join(bin, 'initdb')))
    .map((bin) => path.dirname(realpathSync(path.join(bin, 'pg_ctl'))));
  const servers = [...new Set(folders)].map((bin) => ({ bin, major: majorOf(bin) })).filter((server) => server.major >= oldestMajor);
  servers.sort((a, b) => Number(hasVectorExtension(b)) - Number(hasVectorExtension(a)) || b.major - a.major);
  return servers[0] ?? null;
}

/** @param {PostgresServer} server */
export function hasVectorExtension(server) {
  return existsSync(path.join(extensionFolders(server).control, 'vector.control'));
}

/**
 * Where the server looks for an extension's library and for its control and SQL files.
 * @param {PostgresServer} server
 */
export function extensionFolders(server) {
  const ask = (what, fallback) => {
    try {
      return execFileSync(path.join(server.bin, 'pg_config'), [what], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      return fallback; // Debian ships pg_config with the headers, not with the server.
    }
  };
  return {
    library: ask('--pkglibdir', `/usr/lib/postgresql/${server.major}/lib`),
    control: path.join(ask('--sharedir', `/usr/share/postgresql/${server.major}`), 'extension'),
  };
}

function candidateFolders() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  folders.push('/usr/local/pgsql/bin');
  for (const [parent, pattern] of [
    ['/usr/lib/postgresql', /^\d+$/],
    ['/opt/homebrew/opt', /^postgresql(@\d+)?$/],
    ['/usr/local/opt', /^postgresql(@\d+)?$/],
  ]) {
    if (!existsSync(parent)) continue;
    for (const name of readdirSync(parent).filter((entry) => pattern.test(entry))) folders.push(path.join(parent, name, 'bin'));
  }
  return folders;
}

function majorOf(bin) {
  try {
    const line = execFileSync(path.join(bin, 'pg_ctl'), ['--version'], { encoding: 'utf8' });
    return Number(/(\d+)(\.|\s|$)/.exec(line.replace(/^\D*/, ''))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
