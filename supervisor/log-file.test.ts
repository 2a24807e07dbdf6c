import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLogFile } from './log-file';
import { problemIn } from './output';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'selfclaw-logs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a full file makes place for a new one, and the oldest text goes', () => {
  const file = openLogFile(folder, 'web', 100);
  for (let line = 1; line <= 12; line += 1) file.write(`${String(line).padStart(2, '0')} ${'.'.repeat(46)}\n`);
  file.close();
  expect(readdirSync(folder).sort()).toEqual(['web.1.log', 'web.2.log', 'web.3.log', 'web.log']);
  expect(readFileSync(path.join(folder, 'web.log'), 'utf8')).toMatch(/^11 [^]*\n12 /);
  expect(readFileSync(path.join(folder, 'web.3.log'), 'utf8')).toMatch(/^05 [^]*\n06 /);
});

test('a file goes on where the one of the last start ended', () => {
  for (const text of ['first\n', 'second\n']) {
    const file = openLogFile(folder, 'web');
    file.write(text);
    file.close();
  }
  expect(readFileSync(path.join(folder, 'web.log'), 'utf8')).toBe('first\nsecond\n');
});

test('only warnings and errors have a short form', () => {
  expect(problemIn('{"level":30,"msg":"fine"}')).toBeUndefined();
  expect(problemIn('{"level":40,"msg":"odd"}')).toBe('warning: odd');
  expect(problemIn('{"level":50,"msg":"broken","err":{"message":"no space"}}')).toBe('error: broken: no space');
  expect(problemIn('{"level":50,"msg":"cut off')).toBeUndefined();
});
