// Gives a Debian machine, as root, a PostgreSQL server with pgvector. Debian 12 has no pgvector package, so it is built from
// the source package of the next release, which Debian signs like any other.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { installPackages, isPackaged, run } from './debian.mjs';
import { extensionFolders, findServer, hasVectorExtension } from './find-postgres.mjs';

const sourceSuite = 'trixie';
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const cacheFolder = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'selfclaw', 'pgvector');

/**
 * Installs what is missing of the server and pgvector.
 * @param {(line: string) => void} log
 * @throws {Error} when a package or the build fails; the message ends with the last lines of the tool's output.
 */
export function installPostgres(log) {
  if (!findServer()) {
    log('installing PostgreSQL from the distribution');
    installPackages('postgresql');
    stopDistributionCluster();
  }
  const server = findServer();
  if (!server) throw new Error('PostgreSQL was installed but its programs were not found');
  if (hasVectorExtension(server)) return;
  if (restoreFromCache(server)) return log(`pgvector taken from ${cacheFolder}`);
  if (isPackaged(`postgresql-${server.major}-pgvector`)) {
    log('installing pgvector from the distribution');
    installPackages(`postgresql-${server.major}-pgvector`);
  } else {
    log(`building pgvector from Debian's source package (${sourceSuite}), about a minute`);
    buildVectorExtension(server);
  }
  if (!hasVectorExtension(server)) throw new Error('pgvector was installed but its control file is missing');
}

function buildVectorExtension(server) {
  const work = mkdtempSync(path.join(tmpdir(), 'pgvector-'));
  try {
    installPackages(`postgresql-server-dev-${server.major}`, 'make', 'gcc', 'libc6-dev', 'dpkg-dev');
    const source = downloadSource(work);
    const staging = path.join(work, 'staging');
    const pgConfig = `PG_CONFIG=${path.join(server.bin, 'pg_config')}`;
    // No -march=native: the cached library may be used on another machine. No LLVM bitcode: it would need clang.
    const options = [pgConfig, 'OPTFLAGS=', 'with_llvm=no'];
    run('make', ['-s', '-j2', ...options], { cwd: source });
    run('make', ['-s', 'install', ...options, `DESTDIR=${staging}`], { cwd: source });
    saveToCache(server, staging);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  restoreFromCache(server);
}

function downloadSource(work) {
  const sources = path.join(work, 'sources.list');
  for (const folder of ['lists/partial', 'cache/archives/partial']) mkdirSync(path.join(work, folder), { recursive: true });
  writeFileSync(sources, `deb-src [signed-by=${keyring}] http://deb.debian.org/debian ${sourceSuite} main\n`);
  const settings = {
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': path.join(work, 'lists'),
    'Dir::Cache': path.join(work, 'cache'),
    'APT::Sandbox::User': 'root',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  run('apt-get', [...options, 'update'], { cwd: work });
  run('apt-get', [...options, 'source', '--download-only', 'pgvector'], { cwd: work });
  // dpkg-source -x would also apply the Debian patches, which concern packaging alone.
  const archive = readdirSync(work).find((name) => /^pgvector_.*\.orig\.tar\.gz$/.test(name));
  if (!archive) throw new Error(`the pgvector source package of ${sourceSuite} holds no original archive`);
  const source = path.join(work, 'source');
  mkdirSync(source);
  run('tar', ['-xzf', path.join(work, archive), '-C', source, '--strip-components=1']);
  return source;
}

function saveToCache(server, staging) {
  const target = cacheOf(server);
  rmSync(target, { recursive: true, force: true });
  const { library, control } = extensionFolders(server);
  for (const [kind, folder] of [
    ['library', library],
    ['control', control],
  ]) {
    mkdirSync(path.join(target, kind), { recursive: true });
    for (const name of vectorFiles(path.join(staging, folder))) {
      copyFileSync(path.join(staging, folder, name), path.join(target, kind, name));
    }
  }
}

function restoreFromCache(server) {
  const cache = cacheOf(server);
  if (!existsSync(path.join(cache, 'control', 'vector.control'))) return false;
  const { library, control } = extensionFolders(server);
  for (const [kind, folder] of [
    ['library', library],
    ['control', control],
  ]) {
    for (const name of vectorFiles(path.join(cache, kind))) {
      copyFileSync(path.join(cache, kind, name), path.join(folder, name));
    }
  }
  return true;
}

const cacheOf = (server) => path.join(cacheFolder, `${server.major}-${process.arch}`);
const vectorFiles = (folder) => readdirSync(folder).filter((name) => /^vector(--.*)?\.(so|control|sql)$/.test(name));

/** The package starts a cluster of its own; the tests want none but theirs. */
function stopDistributionCluster() {
  const { stdout } = spawnSync('pg_lsclusters', ['--no-header'], { encoding: 'utf8' });
  for (const line of (stdout ?? '').trim().split('\n').filter(Boolean)) {
    const [major, name, , status] = line.split(/\s+/);
    if (status === 'online') spawnSync('pg_ctlcluster', [major, name, 'stop'], { stdio: 'ignore' });
  }
}
