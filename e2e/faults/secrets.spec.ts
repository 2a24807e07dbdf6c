import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { privateKeyToAccount } from 'viem/accounts';
import { call, mintKey, mustCall, signInOverHttp } from '../support/account';
import { expect, operatorKey, test } from '../support/model';

const PASSWORD = 'correct-Horse-7-battery';

/** All rows of all tables as text, the queue's among them, by table. */
async function dump(dataDir: string): Promise<Map<string, string>> {
  const client = new pg.Client({ host: path.join(dataDir, 'database.run'), user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const rows = new Map<string, string>();
    for (const { name } of tables.rows) {
      const { rows: found } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      rows.set(name, found.map(({ row }) => row).join('\n'));
    }
    return rows;
  } finally {
    await client.end();
  }
}

/** A secret as it might have been written: as it is, and as the hex and base64 that binary columns and logs show. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '')];
}

// reliability: 5
test('a dump of the database and the logs hold no usable key, cookie, signature or secret', async ({ app, model }) => {
  const owner = await signInOverHttp(app.url);
  const personal = await mintKey(owner);
  const partner = await mintKey(await signInOverHttp(app.url, operatorKey), 'partner');
  const attempt = 'an-idempotency-key-of-a-browser';
  const created = await call<{ agent: { id: number }; privateKey: string }>(
    { origin: app.url, headers: { Authorization: `Bearer ${personal}`, 'Idempotency-Key': attempt } },
    'POST',
    '/v1/hosted-agents',
    { name: 'Keeper' },
  );
  expect(created.status).toBe(201);
  const agentPath = `/v1/hosted-agents/${created.body.agent.id}`;
  const partnerCaller = { origin: app.url, headers: { Authorization: `Bearer ${partner}`, 'X-Wallet-Address': owner.wallet } };
  expect((await call(partnerCaller, 'GET', agentPath)).status).toBe(403);

  const learned = (fact: string) => ({ fact, category: 'fact', confidence: 0.95, importance: 0.9, replaces: null });
  model.script(
    {
      when: { wantsJson: true, promptIncludes: 'I have a boat' },
      text: JSON.stringify({ facts: [learned(`User's password is ${PASSWORD}.`), learned('User has a boat.')] }),
    },
    { text: 'I will not keep that.' },
  );
  const { messageId } = await mustCall<{ messageId: string }>(owner, 'POST', `${agentPath}/chat`, {
    message: `I have a boat, and my password is ${PASSWORD}`,
  });
  await expect.poll(async () => (await call(owner, 'GET', `${agentPath}/chat/${messageId}/result`)).status).toBe(200);
  const memories = async () => (await mustCall<{ memories: { content: string }[] }>(owner, 'GET', `${agentPath}/memories`)).memories;
  await expect.poll(async () => (await memories()).map(({ content }) => content).join(), { timeout: 30_000 }).toContain('boat');

  // Wrong credentials must not be written down either: they are often right elsewhere.
  const wrong = `mck_${'Wr0ng'.repeat(8)}`;
  expect((await call({ origin: app.url, headers: { Authorization: `Bearer ${wrong}` } }, 'GET', '/v1/hosted-agents')).status).toBe(401);

  const challenge = (await (
    await fetch(`${app.url}/api/auth/self/wallet/connect-nonce`, { method: 'POST', headers: { Origin: app.url } })
  ).json()) as { nonce: string; challenge: string };
  const signature = await privateKeyToAccount(owner.privateKey).signMessage({ message: challenge.challenge });
  await fetch(`${app.url}/api/auth/self/wallet/quick-connect`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: app.url },
    body: JSON.stringify({ address: owner.wallet, signature, nonce: challenge.nonce }),
  });

  const install = JSON.parse(readFileSync(path.join(app.dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
  const session = owner.cookie.slice(owner.cookie.indexOf('=') + 1);
  const secrets: Record<string, string> = {
    'personal key': personal,
    'partner key': partner,
    'wrong key': wrong,
    cookie: session,
    'private key of the agent': created.body.privateKey,
    'private key of the wallet': owner.privateKey.slice(2),
    signature: signature.slice(2),
    'idempotency key': attempt,
    'key of the model provider': 'not-a-real-key',
    ...Object.fromEntries(Object.entries(install).map(([name, value]) => [name, value])),
  };

  const places = await dump(app.dataDir);
  expect(places.size).toBeGreaterThan(20);
  expect([...places.values()].join('\n')).toContain('Keeper');
  const logs = path.join(app.dataDir, 'logs');
  for (const file of readdirSync(logs)) places.set(`log ${file}`, readFileSync(path.join(logs, file), 'utf8'));
  expect(places.get('log web.log')).toContain('chat.send');
  places.set('terminal', app.output());

  const found = [...places].flatMap(([place, text]) =>
    Object.entries(secrets).flatMap(([name, secret]) =>
      formsOf(secret).some((form) => text.includes(form)) ? [`${name} in ${place}`] : [],
    ),
  );
  expect(found).toEqual([]);
  // What the owner wrote stands in the conversation, and nowhere else.
  expect([...places].flatMap(([place, text]) => (text.includes(PASSWORD) ? [place] : []))).toEqual(['public.messages']);

  const { apiKeys } = await mustCall<{ apiKeys: { id: string }[] }>(owner, 'GET', '/v1/api-keys');
  await mustCall(owner, 'DELETE', `/v1/api-keys/${apiKeys[0]!.id}`);
  expect((await call({ origin: app.url, headers: { Authorization: `Bearer ${personal}` } }, 'GET', '/v1/hosted-agents')).status).toBe(401);
});
