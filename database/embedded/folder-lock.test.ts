import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { silentLog } from '../database-log';
import { forkProgram, runProgram, startDatabaseProcess } from '../testing/database-process';
import { makeTemporaryFolder } from '../testing/temporary-folder';
import { takeFolderLock } from './folder-lock';
import { prepareSocketAddresses } from './socket-folder';
import { startEmbeddedDatabase } from './start';

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select 1 as one');
  await client.end();
  return rows[0].one === 1;
}

test('a second server on one folder is refused and told the address, and the first goes on', async () => {
  const dataDir = makeTemporaryFolder();
  const first = await startDatabaseProcess(dataDir);
  const second = forkProgram('database/main.ts', [], { DATA_DIR: dataDir, DATABASE_URL: '' });
  const messages: unknown[] = [];
  second.on('message', (message) => messages.push(message));
  const [code] = await once(second, 'exit');
  expect({ code, messages }).toEqual({ code: 75, messages: [{ type: 'refused', url: first.url }] });
  const reused = await startEmbeddedDatabase({ dataDir: path.join(dataDir, 'database'), log: silentLog });
  expect([reused.reused, reused.url]).toEqual([true, first.url]);
  await reused.stop();
  expect(await answers(first.url)).toBe(true);

  // A supervisor that is killed breaks the channel.
  first.child.disconnect();
  await once(first.child, 'exit');
  expect(first.child.exitCode).toBe(0);
  expect(fs.readdirSync(path.join(dataDir, 'database.run'))).toEqual([]);
}, 120_000);

test('sockets lie in a folder that only their owner may enter', () => {
  const addresses = prepareSocketAddresses(path.join(makeTemporaryFolder(), 'database'));
  expect(fs.statSync(addresses.wireFolder!).mode & 0o777).toBe(0o700);
});

test('a data folder with a path too long for a socket works, and is locked like any other', async () => {
  const deep = path.join(makeTemporaryFolder(), 'd'.repeat(60), 'e'.repeat(60));
  const folder = path.join(deep, 'database');
  const database = await startEmbeddedDatabase({ dataDir: folder, log: silentLog, durable: false });
  expect(await answers(database.url)).toBe(true);
  // Another TMPDIR leads to the same lock.
  const script = `import { startEmbeddedDatabase } from '${path.resolve('database/embedded/start.ts')}';
    const { reused } = await startEmbeddedDatabase({ dataDir: ${JSON.stringify(folder)}, log: console }); process.stdout.write(String(reused)); process.exit(0);`;
  const file = path.join(deep, 'second.mts');
  fs.writeFileSync(file, script);
  const { stdout } = await runProgram(file, [], { TMPDIR: fs.mkdtempSync('/tmp/selfclaw-other-') });
  expect(stdout).toBe('true');
  await database.stop();
}, 120_000);

test('of ten that start at once on a folder whose last holder was killed, one gets it', async () => {
  const { control } = prepareSocketAddresses(path.join(makeTemporaryFolder(), 'database'));
  const holder = forkProgram('database/testing/lock-holder.ts', [control]);
  await once(holder, 'message');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(fs.existsSync(control)).toBe(true);
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const outcome = await takeFolderLock(control);
      outcome.lock?.announce('ready', 'here');
      return outcome;
    }),
  );
  expect(outcomes.filter((outcome) => outcome.lock)).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome.heldBy?.url === 'here')).toHaveLength(9);
  await outcomes.find((outcome) => outcome.lock)?.lock?.release();
});

test('a folder that holds something else than a database is left alone', async () => {
  const folder = path.join(makeTemporaryFolder(), 'database');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'thesis.txt'), 'mine');
  await expect(startEmbeddedDatabase({ dataDir: folder, log: silentLog })).rejects.toThrow(/not empty and holds no database/);
  fs.rmSync(path.join(folder, 'thesis.txt'));
  fs.writeFileSync(path.join(folder, 'PG_VERSION'), '17\n');
  await expect(startEmbeddedDatabase({ dataDir: folder, log: silentLog })).rejects.toThrow(/written by PostgreSQL 17/);

  const restoring = path.join(makeTemporaryFolder(), 'database');
  fs.mkdirSync(`${restoring}.before-restore-2026`);
  await expect(startEmbeddedDatabase({ dataDir: restoring, log: silentLog })).rejects.toThrow(/a restore was cut off/);
});
