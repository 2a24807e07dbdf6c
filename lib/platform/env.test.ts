import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, environmentNames, readEnvironment } from './env';

const long = 'x'.repeat(32);

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as EnvironmentError).problems;
  }
}

describe('the configuration', () => {
  it('needs nothing at all: every setting has a default or may be absent', () => {
    expect(readEnvironment({})).toEqual({
      NODE_ENV: 'production',
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: path.resolve('data'),
      EMBEDDED_DATABASE: false,
      DATABASE_POOL_SIZE: 10,
      TRUST_PROXY: false,
      ALLOWED_ORIGINS: [],
      ADMIN_WALLETS: [],
      LOG_LEVEL: 'info',
      LOG_TO: 'files',
      MODEL_PROBE: true,
      EMBEDDER: 'embedded',
      EMBEDDER_MODEL: 'text-embedding-3-small',
      DAILY_TOKEN_LIMIT: 50_000,
      MAX_OPEN_REPLIES: 1_000,
      RATE_LIMIT_FACTOR: 1,
      SELFCLAW_DEV_PAGES: false,
      CHAIN_ID: 42_220,
    });
  });

  it('counts an empty variable as unset', () => {
    expect(readEnvironment(Object.fromEntries(environmentNames.map((name) => [name, ''])))).toEqual(readEnvironment({}));
  });

  it('tells every problem at once, each with the name of its variable', () => {
    const wrong = {
      PORT: '70000',
      PUBLIC_URL: 'agents.example.com',
      ADMIN_WALLETS: '0x12',
      LOG_LEVEL: 'loud',
      EMBEDDER: 'api',
      DATABASE_URL: 'mysql://x',
      ENCRYPTION_KEY: 'short',
      DAILY_TOKEN_LIMIT: '-5',
    };
    const problems = problemsOf(wrong);
    for (const name of [...Object.keys(wrong).filter((name) => name !== 'EMBEDDER'), 'SESSION_SECRET', 'EMBEDDER=api']) {
      expect(
        problems.filter((problem) => problem.startsWith(name)),
        name,
      ).toHaveLength(1);
    }
    expect(problems).toHaveLength(9);
  });

  it('needs both secrets with DATABASE_URL, and names a command that makes them', () => {
    const problems = problemsOf({ DATABASE_URL: 'postgresql://localhost/selfclaw' });
    expect(problems).toEqual([
      expect.stringMatching(/^SESSION_SECRET .*openssl rand -base64 32/),
      expect.stringMatching(/^ENCRYPTION_KEY .*openssl/),
    ]);
    expect(problemsOf({ DATABASE_URL: 'postgres://localhost/selfclaw', SESSION_SECRET: long, ENCRYPTION_KEY: long })).toEqual([]);
  });

  it('never repeats the value of a secret in a problem', () => {
    const problems = problemsOf({
      SESSION_SECRET: 'short-secret',
      DATABASE_URL: 'mysql://selfclaw:hunter2@localhost',
      METRICS_TOKEN: 'tiny',
    });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join('\n')).not.toMatch(/short-secret|hunter2|tiny/);
  });

  it('reads lists, origins, wallets and flags in the spellings that people use', () => {
    const wallet = `0x${'Ab'.repeat(20)}`;
    const read = readEnvironment({
      ALLOWED_ORIGINS: 'https://a.example/, https://b.example:8443/path',
      ADMIN_WALLETS: ` ${wallet} ,`,
      TRUST_PROXY: '1',
      MODEL_PROBE: 'false',
      PUBLIC_URL: 'https://agents.example.com/',
      XAI_BASE_URL: 'https://api.x.ai/v1/',
    });
    expect(read).toMatchObject({
      ALLOWED_ORIGINS: ['https://a.example', 'https://b.example:8443'],
      ADMIN_WALLETS: [wallet.toLowerCase()],
      TRUST_PROXY: true,
      MODEL_PROBE: false,
      PUBLIC_URL: 'https://agents.example.com',
      XAI_BASE_URL: 'https://api.x.ai/v1',
    });
  });
});

describe('.env.example', () => {
  const lines = readFileSync(path.join(import.meta.dirname, '../../.env.example'), 'utf8').split('\n');
  const settings = lines.flatMap((line) => line.match(/^# ([A-Z][A-Z0-9_]*)=(.*)$/)?.slice(1, 3) ?? []);
  const names = settings.filter((_, index) => index % 2 === 0);
  /** Set by `npm` and the supervisor, not by people. */
  const internal = ['NODE_ENV', 'EMBEDDED_DATABASE'];

  it('names exactly the settings that are read, each once, and sets none', () => {
    expect([...names].sort()).toEqual(environmentNames.filter((name) => !internal.includes(name)).sort());
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });

  it('shows values that are valid, and defaults that are true', () => {
    const shown = Object.fromEntries(names.map((name, index) => [name, settings[index * 2 + 1] ?? '']));
    const { ADMIN_WALLETS: _, ...valid }: Record<string, string> = { ...shown, SESSION_SECRET: long, ENCRYPTION_KEY: long };
    const read = readEnvironment(valid);
    const defaults = readEnvironment({});
    for (const name of Object.keys(defaults) as (keyof typeof defaults)[]) {
      if (name === 'ALLOWED_ORIGINS' || !(name in valid)) continue;
      expect(read[name], name).toEqual(defaults[name]);
    }
  });
});
