import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const SECRET = 'xai-0123456789abcdefghijklmnopqrstuv';

function fail(how: 'exception' | 'rejection') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/faulty-process.ts', how], {
    env: { ...process.env, LOG_LEVEL: 'info', XAI_API_KEY: SECRET },
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  return { status, output: stdout + stderr, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('an error that nothing caught', () => {
  it('is logged as fatal without its secrets, and ends the process, whatever other listeners would', () => {
    const { status, output, lines } = fail('exception');
    expect(status).toBe(1);
    expect(lines).toEqual([expect.objectContaining({ level: 60, origin: 'uncaughtException' })]);
    expect(output).toContain('no answer for');
    expect(output).not.toContain(SECRET);
    expect(output).not.toContain('swallowed');
  });

  it('in a promise that nobody awaits is logged without its secrets, and the process goes on', () => {
    const { status, output, lines } = fail('rejection');
    expect(status).toBe(0);
    expect(lines).toEqual([expect.objectContaining({ level: 50 })]);
    expect(output).toContain('no answer for');
    expect(output).not.toContain(SECRET);
  });
});
