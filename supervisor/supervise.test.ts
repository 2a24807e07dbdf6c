import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, freePort, isRunning } from './fake-install';
import { type BackOff, type ChildSpec, type SupervisedChild, superviseChild } from './supervise';
import { watchFolders } from './watch-folders';

const quick: BackOff = { firstMs: 20, longestMs: 100, healthyAfterMs: 60_000, attemptsBeforeFirstReady: 3 };

let folder: string;
let children: SupervisedChild[];
let lines: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'selfclaw-supervise-'));
  children = [];
  lines = [];
});

afterEach(async () => {
  await Promise.all(children.map((child) => child.stop()));
  rmSync(folder, { recursive: true, force: true });
});

function supervise(source: string, changes: Partial<ChildSpec> = {}, backOff: BackOff = quick): SupervisedChild {
  const file = path.join(folder, `child-${children.length}.mjs`);
  writeFileSync(file, source);
  const spec: ChildSpec = {
    name: 'fake',
    command: [file],
    environment: {},
    readiness: { kind: 'message', timeoutMs: 10_000 },
    stage: 0,
    stopWithinMs: 500,
    ...changes,
  };
  const child = superviseChild(spec, {
    say: (line) => lines.push(line),
    collect: (_, { stdout, stderr }) => [stdout, stderr].forEach((stream) => stream.resume()),
    backOff,
  });
  children.push(child);
  return child;
}

function delays(): number[] {
  return lines.flatMap((line) => /starting it again in ([\d.]+) s/.exec(line)?.[1] ?? []).map(Number);
}

const diesAfterReady = `process.send({ type: 'ready', url: 'here' }); setTimeout(() => process.exit(7), 20);`;

test('a process that keeps dying is started again after ever longer waits, up to the longest', async () => {
  const backOff = { ...quick, firstMs: 100, longestMs: 400 };
  const child = supervise(diesAfterReady, {}, backOff);
  expect(await child.ready).toEqual({ type: 'ready', url: 'here' });
  await eventually(() => delays().length >= 4, 'four restarts');
  expect(delays().slice(0, 4)).toEqual([0.1, 0.2, 0.4, 0.4]);
  expect(lines[0]).toContain('ended unexpectedly (exit code 7)');
});

test('a process that was healthy for long enough starts at the shortest wait again', async () => {
  supervise(diesAfterReady, {}, { ...quick, firstMs: 100, longestMs: 400, healthyAfterMs: 1 });
  await eventually(() => delays().length >= 3, 'three restarts');
  expect(delays().slice(0, 3)).toEqual([0.1, 0.1, 0.1]);
});

test('a process that never becomes ready is ended, and the first start gives up', async () => {
  const child = supervise('setInterval(() => {}, 1000);', { readiness: { kind: 'message', timeoutMs: 300 } });
  await expect(child.ready).rejects.toThrow('The fake process was not ready after 0.3 s, 3 times in a row.');
  expect(isRunning(child.pid()!)).toBe(false);
});

test('an address that answers with an error is not ready yet; one that answers well is', async () => {
  const port = await freePort();
  const source = `import { createServer } from 'node:http';
let asked = 0;
createServer((_, response) => { asked += 1; response.statusCode = asked < 3 ? 503 : 200; response.end(String(asked)); }).listen(${port}, '127.0.0.1');`;
  const child = supervise(source, { readiness: { kind: 'http', url: `http://127.0.0.1:${port}/`, timeoutMs: 15_000 } });
  await child.ready;
  expect(Number(await (await fetch(`http://127.0.0.1:${port}/`)).text())).toBeGreaterThanOrEqual(4);
});

test('a process that ignores the request to end is killed after its time, with everything that it started', async () => {
  const source = `import { spawn } from 'node:child_process';
process.on('SIGTERM', () => {});
const grandchild = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], { stdio: 'ignore' });
setInterval(() => {}, 1000);
process.send({ type: 'ready', url: String(grandchild.pid) });`;
  const child = supervise(source);
  const grandchild = Number((await child.ready).url);
  const pid = child.pid()!;
  await child.stop();
  expect(isRunning(pid)).toBe(false);
  await eventually(() => !isRunning(grandchild), 'the process that it started ended');
  expect(delays()).toEqual([]);
});

test('a stop during a wait ends the wait and starts nothing more', async () => {
  const child = supervise(diesAfterReady, {}, { ...quick, firstMs: 60_000, longestMs: 60_000 });
  await eventually(() => delays().length === 1, 'the wait has begun');
  await child.stop();
  expect(isRunning(child.pid()!)).toBe(false);
});

test('a change of the sources starts a process anew, without a wait', async () => {
  const sources = path.join(folder, 'sources');
  mkdirSync(sources);
  writeFileSync(path.join(sources, 'a.ts'), '');
  const child = supervise(`process.on('SIGTERM', () => process.exit()); setInterval(() => {}, 1000); process.send({ type: 'ready' });`);
  await child.ready;
  const first = child.pid();
  const endWatching = watchFolders([sources, path.join(folder, 'absent')], child.restart);
  writeFileSync(path.join(sources, 'a.ts'), 'changed');
  await eventually(() => child.pid() !== first && isRunning(child.pid()!), 'another process runs');
  endWatching();
  expect(isRunning(first!)).toBe(false);
  expect(delays()).toEqual([]);
});
