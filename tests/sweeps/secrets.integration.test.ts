import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { decryptSecret } from '@/lib/platform/crypto';
import { pool } from '@/lib/platform/database';
import { forgetEnvironment } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import type * as LogModule from '@/lib/platform/log';
import { callApi, callJson, newWallet } from '@/tests/api';

const logged = vi.hoisted(() => ({ lines: [] as string[] }));

// Every line of every level, as the process would write it.
vi.mock('@/lib/platform/log', async (original) => {
  const { createLog } = await original<typeof LogModule>();
  let logger: ReturnType<typeof createLog> | undefined;
  return { createLog, log: () => (logger ??= createLog({ write: (line: string) => void logged.lines.push(line) })) };
});

const AGENTS = '/api/selfclaw/v1/hosted-agents';
const account = newWallet();
const secrets = new Map<string, string>();

/** The forms in which a text may stand in a dump or a log: as it is, in hex, and in base64 at each of the three places of a group. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const shifted = [0, 1, 2].flatMap((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
    // What stands beside the secret changes the letters at both ends.
    const inner = (text: string) => text.replace(/=+$/, '').slice(shift === 0 ? 0 : 4, -4);
    return [inner(padded.toString('base64')), inner(padded.toString('base64url'))];
  });
  return [secret, bytes.toString('hex'), ...shifted];
}

/** All rows of all tables, of the queue as well; bytes as hex. */
async function dumpDatabase(): Promise<string> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool().query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
    texts.push(...rows.map((row) => row.row));
  }
  return texts.join('\n');
}

const foundIn = (text: string) =>
  [...secrets].flatMap(([name, secret]) =>
    formsOf(secret).flatMap((form) => (text.includes(form) || text.includes(form.toUpperCase()) ? [name] : [])),
  );

beforeAll(async () => {
  process.env.LOG_LEVEL = 'trace';
  process.env.ADMIN_WALLETS = account.address;
  forgetEnvironment();

  const { nonce, challenge } = await callJson<{ nonce: string; challenge: string }>('POST', '/api/auth/self/wallet/connect-nonce', {
    body: { address: account.address },
  });
  const signature = await account.signMessage({ message: challenge });
  const connected = await callApi('POST', '/api/auth/self/wallet/quick-connect', { body: { address: account.address, signature, nonce } });
  const cookie = connected.headers.getSetCookie()[0]!.split(';')[0]!;
  const headers = { cookie, 'x-wallet-address': account.address };

  const keyOf = (body: object) => callJson<{ secret: string }>('POST', '/api/selfclaw/v1/api-keys', { headers, body });
  const personal = (await keyOf({ name: 'Personal' })).secret;
  const partner = (await keyOf({ name: 'Partner', kind: 'partner' })).secret;
  const idempotencyKey = `key-${newId()}`;
  const made = await callJson<{ agent: { id: number }; privateKey: string }>('POST', AGENTS, {
    headers: { ...headers, 'idempotency-key': idempotencyKey },
    body: { name: 'Walked', webhookUrl: 'https://hooks.example.com/in' },
  });
  const { rows } = await pool().query<{ sealed: Buffer }>(`select webhook_secret as sealed from agents where id = $1`, [made.agent.id]);

  for (const [name, secret] of Object.entries({
    'the session cookie': cookie.slice(cookie.indexOf('=') + 1),
    'the wallet signature': signature,
    'the personal key': personal,
    'the partner key': partner,
    'the Idempotency-Key': idempotencyKey,
    'the private key of the agent': made.privateKey,
    'the webhook secret': decryptSecret('agents.webhook_secret', rows[0]!.sealed),
    SESSION_SECRET: process.env.SESSION_SECRET!,
    ENCRYPTION_KEY: process.env.ENCRYPTION_KEY!,
  }))
    secrets.set(name, secret);

  // What goes wrong is logged as well: wrong and revoked keys, bodies with secrets in the wrong place, a statement that fails.
  const bearer = { authorization: `Bearer ${personal}` };
  await callApi('GET', AGENTS, { headers: bearer });
  await callApi('GET', AGENTS, { headers: { authorization: `Bearer ${personal}x` } });
  await callApi('POST', AGENTS, { headers: bearer, body: { name: { secret: personal }, webhookUrl: personal } });
  await callApi('POST', `${AGENTS}?token=${personal}`, { headers: bearer, rawBody: personal });
  const failing = Object.assign(new Error(`connect postgresql://selfclaw:${process.env.ENCRYPTION_KEY}@db failed`), {
    config: { headers: bearer },
  });
  vi.spyOn(pool(), 'query').mockRejectedValue(failing as never);
  expect((await callApi('GET', AGENTS, { headers: bearer })).status).toBe(500);
  vi.restoreAllMocks();
  const { apiKeys } = await callJson<{ apiKeys: { id: string }[] }>('GET', '/api/selfclaw/v1/api-keys', { headers });
  for (const { id } of apiKeys) await callApi('DELETE', `/api/selfclaw/v1/api-keys/${id}`, { headers });
  expect((await callApi('GET', AGENTS, { headers: bearer })).status).toBe(401);
});

describe('after a sign-in, keys, a private key, a webhook and failures', () => {
  // reliability: 5
  it('no row of any table holds a secret, in plain, hex or base64', async () => {
    const dump = await dumpDatabase();
    expect(dump).toContain(account.address.toLowerCase());
    expect(dump).toContain(createHash('sha256').update(secrets.get('the personal key')!).digest('hex'));
    expect(secrets.size).toBe(9);
    expect([...new Set(foundIn(dump))]).toEqual([]);
  });

  // reliability: 5
  it('no log line of any level holds a secret', () => {
    expect(logged.lines.length).toBeGreaterThan(8);
    const log = logged.lines.join('\n');
    expect(log).toContain('agents.list');
    expect(log).toContain('[redacted]');
    expect([...new Set(foundIn(log))]).toEqual([]);
  });

  it('this test would find each secret in a dump that held it, whatever its form', () => {
    for (const [name, secret] of secrets) {
      for (const held of [
        secret,
        Buffer.from(`xy${secret}z`).toString('base64'),
        Buffer.from(`x${secret}z`).toString('base64url'),
        Buffer.from(secret).toString('hex'),
      ]) {
        expect(foundIn(`{"column":"${held}"}`)).toContain(name);
      }
    }
  });
});
