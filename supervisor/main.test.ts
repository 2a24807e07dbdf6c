import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { eventually, type FakeInstall, freePort, isRunning, life, makeFakeInstall, type StartedSupervisor } from './fake-install';

const installs: FakeInstall[] = [];
afterEach(async () => {
  for (const install of installs.splice(0)) await install.remove();
});

async function makeInstall(replacements?: Parameters<typeof makeFakeInstall>[0]): Promise<FakeInstall> {
  const install = await makeFakeInstall(replacements);
  installs.push(install);
  return install;
}

function isReady(supervisor: StartedSupervisor): Promise<boolean> {
  return eventually(() => supervisor.output().includes('SelfClaw is ready'), 'the supervisor says that it is ready');
}

function pidOf(install: FakeInstall, name: string): number {
  return install.events().findLast(([who, what]) => who === name && what === 'started')![2];
}

test('a start prints the address and what a key would add, in a few lines', async () => {
  const install = await makeInstall();
  const port = await freePort();
  const supervisor = install.start({ PORT: String(port) });
  await isReady(supervisor);
  await eventually(() => supervisor.output().includes('Ctrl-C ends it'), 'the last line');
  expect(supervisor.output()).toContain(`SelfClaw is ready: http://localhost:${port}`);
  for (const name of ['XAI_API_KEY', 'OPENAI_API_KEY', 'OLLAMA_BASE_URL', 'recall model']) expect(supervisor.output()).toContain(name);
  expect(supervisor.output().trim().split('\n').length).toBeLessThanOrEqual(6);
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('postgresql://nobody@localhost/fake');
});

test('SIGTERM ends web and worker before the database, and leaves nothing behind', async () => {
  const install = await makeInstall();
  const supervisor = install.start({ PORT: '0', FAKE_END_MS: '400' });
  await isReady(supervisor);
  supervisor.process.kill('SIGTERM');
  expect(await supervisor.ended).toBe(0);
  const order = install
    .events()
    .filter(([, what]) => what !== 'started')
    .map(([name, what]) => `${name} ${what}`);
  expect(new Set(order.slice(0, 4))).toEqual(new Set(['web SIGTERM', 'worker SIGTERM', 'web ended', 'worker ended']));
  expect(order.slice(4)).toEqual(['database SIGTERM', 'database ended']);
  expect(install.events().some(([, , pid]) => isRunning(pid))).toBe(false);
});

test('one Ctrl-C that arrives twice, as npm passes it on, still ends in order', async () => {
  const install = await makeInstall();
  const supervisor = install.start({ PORT: '0', FAKE_END_MS: '400' });
  await isReady(supervisor);
  supervisor.process.kill('SIGINT');
  supervisor.process.kill('SIGINT');
  expect(await supervisor.ended).toBe(0);
  expect(install.events().filter(([, what]) => what === 'ended')).toHaveLength(3);
});

test('a second Ctrl-C ends at once what does not end by itself', async () => {
  const install = await makeInstall();
  const supervisor = install.start({ PORT: '0', FAKE_END_MS: '60000' });
  await isReady(supervisor);
  supervisor.process.kill('SIGINT');
  await eventually(() => install.events().some(([, what]) => what === 'SIGTERM'), 'the processes are told to end');
  await sleep(500);
  supervisor.process.kill('SIGINT');
  expect(await supervisor.ended).toBe(130);
  await eventually(() => install.events().every(([, , pid]) => !isRunning(pid)), 'every process ended');
});

test('kill -9 of the supervisor ends its processes', async () => {
  const install = await makeInstall();
  const supervisor = install.start({ PORT: '0' });
  await isReady(supervisor);
  const pids = ['database', 'web', 'worker'].map((name) => pidOf(install, name));
  expect(pids.every(isRunning)).toBe(true);
  supervisor.process.kill('SIGKILL');
  await eventually(() => pids.every((pid) => !isRunning(pid)), 'every process ended');
  expect(install.events().filter(([, what]) => what === 'disconnect')).toHaveLength(3);
});

test('a database that is killed comes back while web and worker stay up', async () => {
  const install = await makeInstall();
  const supervisor = install.start({ PORT: '0' });
  await isReady(supervisor);
  const [first, web, worker] = ['database', 'web', 'worker'].map((name) => pidOf(install, name)) as [number, number, number];
  process.kill(first, 'SIGKILL');
  await eventually(() => supervisor.output().includes('The database process is back.'), 'the database comes back');
  expect(supervisor.output()).toContain('The database process ended unexpectedly (signal SIGKILL); starting it again in 0.5 s.');
  expect(pidOf(install, 'database')).not.toBe(first);
  expect([pidOf(install, 'web'), pidOf(install, 'worker')]).toEqual([web, worker]);
  expect(isRunning(web) && isRunning(worker)).toBe(true);
});

test('a busy port is said plainly, with the way out', async () => {
  const install = await makeInstall();
  const other = net.createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as net.AddressInfo;
  const supervisor = install.start({ PORT: String(port) });
  expect(await supervisor.ended).toBe(1);
  other.close();
  expect(supervisor.output()).toContain(`Port ${port} is taken by another program.`);
  expect(supervisor.output()).toContain(`PORT=${port + 1} npm start`);
  expect(install.events()).toEqual([]);
});

test('a second start on the same folder says where the first one runs, and disturbs nothing', async () => {
  const install = await makeInstall();
  const port = await freePort();
  const first = install.start({ PORT: String(port) });
  await isReady(first);
  const second = install.start({ PORT: String(port) });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('SelfClaw already runs on the data folder');
  expect(second.output()).toContain(`http://localhost:${port} (process ${first.process.pid})`);
  expect(install.events().filter(([, what]) => what === 'started')).toHaveLength(3);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});

test('a start after kill -9 takes over the folder and keeps the secrets, readable by the owner alone', async () => {
  const install = await makeInstall();
  const port = String(await freePort());
  // Its web process takes a while to let go of the port.
  const first = install.start({ PORT: port, FAKE_END_MS: '1500' });
  await isReady(first);
  const file = path.join(install.dataDirectory, 'secrets.json');
  const secrets = readFileSync(file, 'utf8');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(install.dataDirectory).mode & 0o777).toBe(0o700);
  first.process.kill('SIGKILL');
  const second = install.start({ PORT: port });
  await isReady(second);
  expect(readFileSync(file, 'utf8')).toBe(secrets);
});

test('two installs run beside each other', async () => {
  const [left, right] = await Promise.all([makeInstall(), makeInstall()]);
  const supervisors = [left.start({ PORT: '0' }), right.start({ PORT: '0' })];
  await Promise.all(supervisors.map(isReady));
  expect(readFileSync(path.join(left.dataDirectory, 'secrets.json'), 'utf8')).not.toBe(
    readFileSync(path.join(right.dataDirectory, 'secrets.json'), 'utf8'),
  );
});

test('all problems of the configuration are said at once, before anything starts', async () => {
  const install = await makeInstall();
  const supervisor = install.start({ PORT: 'many', DATABASE_URL: 'mysql://localhost/x' });
  expect(await supervisor.ended).toBe(1);
  for (const part of ['PORT', 'DATABASE_URL must start with postgresql://', 'SESSION_SECRET is required', 'ENCRYPTION_KEY is required']) {
    expect(supervisor.output()).toContain(part);
  }
  expect(existsSync(install.dataDirectory)).toBe(false);
});

test('with DATABASE_URL no database is started and no secrets are written', async () => {
  const install = await makeInstall();
  const secret = 'a-secret-of-more-than-thirty-two-characters';
  const supervisor = install.start({
    PORT: '0',
    DATABASE_URL: 'postgresql://somewhere/else',
    SESSION_SECRET: secret,
    ENCRYPTION_KEY: secret,
  });
  await isReady(supervisor);
  expect(new Set(install.events().map(([name]) => name))).toEqual(new Set(['web', 'worker']));
  expect(existsSync(path.join(install.dataDirectory, 'secrets.json'))).toBe(false);
});

test('a process that cannot start ends the whole start with a sentence, its own words and where the log is', async () => {
  const install = await makeInstall({ 'worker.js': `console.error('the worker lacks a thing'); process.exit(3);` });
  const supervisor = install.start({ PORT: '0' });
  expect(await supervisor.ended).toBe(1);
  expect(supervisor.output()).toContain('The worker process ended unexpectedly (exit code 3), 4 times in a row.');
  expect(supervisor.output()).toContain('worker: the worker lacks a thing');
  expect(supervisor.output()).toContain(path.join(install.dataDirectory, 'logs'));
  expect(install.events().every(([, , pid]) => !isRunning(pid))).toBe(true);
});

test('logs go to files; warnings alone reach the terminal, in short, and LOG_TO=stdout prints everything', async () => {
  const entries = [
    { level: 30, msg: 'an ordinary thing' },
    { level: 40, msg: 'a strange thing', error: { message: 'its cause' } },
  ];
  const worker = `${entries.map((entry) => `console.log(${JSON.stringify(JSON.stringify(entry))});`).join('\n')}
process.on('disconnect', () => process.exit()); process.on('SIGTERM', () => process.exit());
setInterval(() => {}, 1000); process.send({ type: 'ready' });`;
  const install = await makeInstall({ 'worker.js': worker });
  const quiet = install.start({ PORT: '0' });
  await isReady(quiet);
  quiet.process.kill('SIGTERM');
  await quiet.ended;
  expect(quiet.output()).toContain('worker: warning: a strange thing: its cause');
  expect(quiet.output()).not.toContain('ordinary');
  expect(readFileSync(path.join(install.dataDirectory, 'logs', 'worker.log'), 'utf8')).toContain('an ordinary thing');
  const loud = install.start({ PORT: '0', LOG_TO: 'stdout' });
  await isReady(loud);
  expect(loud.output()).toContain(JSON.stringify(entries[0]));
});

test('a database that cannot be brought up to date ends the start with the reason', async () => {
  const prepare = `process.once('message', () => process.send({ type: 'failed', reason: 'the database lacks pgvector' }, () => process.exit(1)));`;
  const install = await makeInstall({ 'prepare.js': prepare });
  const supervisor = install.start({ PORT: '0' });
  expect(await supervisor.ended).toBe(1);
  expect(supervisor.output()).toContain('the database lacks pgvector');
  expect(install.events().map(([name]) => name)).not.toContain('web');
  expect(install.events().every(([, , pid]) => !isRunning(pid))).toBe(true);
});

test('a later start of the same build loads the web process beside the database', async () => {
  // Once it has been prepared, this database is not ready before the web process has started: they must not wait for one another.
  const database = `${life}
import { existsSync, readFileSync } from 'node:fs';
const lines = () => readFileSync(join(process.env.DATA_DIR, 'events'), 'utf8').split('\\n');
const isPrepared = existsSync(join(process.env.DATA_DIR, 'prepared.json'));
const isDue = () => !isPrepared || lines().filter((line) => line.startsWith('web started')).length > Number(process.env.WEB_STARTS);
const timer = setInterval(() => {
  if (!isDue()) return;
  clearInterval(timer);
  process.send({ type: 'ready', url: 'postgresql://nobody@localhost/fake' });
  setInterval(() => {}, 1000);
}, 20);`;
  const install = await makeInstall({ 'database.js': database });
  writeFileSync(path.join(install.folder, 'dist', 'build.json'), '{"processes":"this build"}');
  const webStarts = () => install.events().filter(([name, what]) => name === 'web' && what === 'started').length;
  async function startAndStop(): Promise<number> {
    const before = webStarts();
    const supervisor = install.start({ PORT: '0', WEB_STARTS: String(before) });
    await isReady(supervisor);
    supervisor.process.kill('SIGTERM');
    expect(await supervisor.ended).toBe(0);
    return webStarts() - before;
  }
  expect(await startAndStop()).toBe(1);
  const known = path.join(install.dataDirectory, 'prepared.json');
  expect(JSON.parse(readFileSync(known, 'utf8'))).toMatchObject({ build: 'this build', databaseUrl: 'postgresql://nobody@localhost/fake' });
  expect(await startAndStop()).toBe(1);
  // Where the remembered address is wrong, the web process that got it gives way to one with the right address.
  writeFileSync(known, readFileSync(known, 'utf8').replace('localhost/fake', 'localhost/elsewhere'));
  expect(await startAndStop()).toBe(2);
});
