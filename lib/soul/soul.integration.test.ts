import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, pool } from '@/lib/platform/database';
import { callApi, callJson, createAgent, createKey, signIn, type SignedIn } from '@/tests/api';
import type { SoulVersionWire } from './schema';

type Soul = { soul: string; updatedAt: string };
type Versions = { versions: SoulVersionWire[]; total: number; limit: number; offset: number };

let owner: SignedIn;
let path: string;

beforeEach(async () => {
  owner = await signIn();
  path = `/api/selfclaw/v1/hosted-agents/${await createAgent(owner.headers, { personaTemplate: 'general' })}/soul`;
});
afterAll(closeDatabase);

const put = (soul: string, rest: object = {}) => callJson<Soul>('PUT', path, { headers: owner.headers, body: { soul, ...rest } });
const read = () => callJson<Soul>('GET', path, { headers: owner.headers });
const history = (query = '') => callJson<Versions>('GET', `${path}/versions${query}`, { headers: owner.headers });
const restore = (body: object, headers: Record<string, string> = owner.headers) => callApi('POST', `${path}/restore`, { headers, body });
const idOf = (versions: readonly SoulVersionWire[], version: number) => versions.find((known) => known.version === version)?.id;

describe('the history of a soul', () => {
  it('holds every text with who wrote it, why and when, the newest first', async () => {
    const { soul: first } = await read();
    await put('I am calm and precise.', { reason: 'Too chatty' });
    const key = await createKey(owner, { scopes: ['read', 'write'] });
    const byKey = await callJson<Soul>('PUT', path, { headers: key.headers, body: { soul: 'I am calm, precise and brief.' } });
    const { versions, total } = await history();
    expect(total).toBe(3);
    expect(versions).toMatchObject([
      { version: 3, soul: 'I am calm, precise and brief.', author: 'key', reason: null, restoredFrom: null, current: true },
      { version: 2, soul: 'I am calm and precise.', author: 'owner', reason: 'Too chatty', current: false },
      { version: 1, soul: first, author: 'template', reason: 'The first soul', current: false },
    ]);
    expect(versions[0]?.createdAt).toBe(byKey.updatedAt);
  });

  it('comes in pages that meet', async () => {
    for (let edit = 2; edit <= 5; edit += 1) await put(`I am edition number ${edit}.`);
    const pages = [await history('?limit=2'), await history('?limit=2&offset=2'), await history('?limit=2&offset=4')];
    expect(pages.flatMap(({ versions }) => versions.map(({ version }) => version))).toEqual([5, 4, 3, 2, 1]);
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
    expect(await history('?offset=9')).toMatchObject({ versions: [], total: 5, limit: 20, offset: 9 });
  });
});

describe('the migration', () => {
  it('gives a soul whose text stands in no version its first one, and others none', async () => {
    const file = 'prisma/migrations/20261128170000_soul_history/migration.sql';
    const backfill = /INSERT INTO "soul_versions"[^;]+;/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
    const { soul } = await read();
    await pool().query(`delete from soul_versions where owner_id = $1`, [owner.ownerId]);
    expect((await history()).versions).toEqual([]);
    await pool().query(backfill);
    await pool().query(backfill);
    expect((await history()).versions).toMatchObject([{ version: 1, soul, author: 'template', current: true }]);
  });
});

describe('bringing a text back', () => {
  it('makes it a new version that says where it came from, keeps the other, and is taken back in the same way', async () => {
    const { soul: first } = await read();
    await put('I am calm and precise.');
    const { versions } = await history();
    const answer = await restore({ versionId: idOf(versions, 1) });
    expect(await answer.json()).toMatchObject({ success: true, soul: first });
    const undone = await restore({ versionId: idOf(versions, 2) });
    expect(await undone.json()).toMatchObject({ soul: 'I am calm and precise.' });
    expect((await history()).versions).toMatchObject([
      { version: 4, restoredFrom: 2, author: 'owner', current: true, soul: 'I am calm and precise.' },
      { version: 3, restoredFrom: 1, author: 'owner', current: false, soul: first },
      { version: 2 },
      { version: 1 },
    ]);
    const { rows } = await pool().query<{ summary: string }>(
      `select summary from agent_events where owner_id = $1 and type = 'soul_updated' order by id`,
      [owner.ownerId],
    );
    expect(rows.map(({ summary }) => summary)).toEqual([
      'Soul document updated',
      'Version 1 of the soul brought back',
      'Version 2 of the soul brought back',
    ]);
  });

  it('overwrites nothing that somebody else wrote meanwhile', async () => {
    const before = await read();
    await put('I am calm and precise.');
    const { versions } = await history();
    const refused = await restore({ versionId: idOf(versions, 1), expectedUpdatedAt: before.updatedAt });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'CONFLICT', details: { soul: 'I am calm and precise.' } });
    expect((await history()).total).toBe(2);
  });

  it('knows no version of another agent, nor one that never was', async () => {
    const other = await signIn();
    const otherAgent = await createAgent(other.headers, { personaTemplate: 'general' });
    const theirs = await callJson<Versions>('GET', `/api/selfclaw/v1/hosted-agents/${otherAgent}/soul/versions`, {
      headers: other.headers,
    });
    for (const versionId of [theirs.versions[0]?.id, '0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21']) {
      expect((await restore({ versionId })).status).toBe(404);
    }
    for (const versionId of [undefined, 'one', 7]) expect((await restore({ versionId })).status).toBe(400);
    expect((await history()).total).toBe(1);
  });

  it('needs a key that may write', async () => {
    const { versions } = await history();
    const reader = await createKey(owner, { scopes: ['read'] });
    expect((await restore({ versionId: versions[0]?.id }, reader.headers)).status).toBe(403);
  });
});

describe('many who change a soul at once', () => {
  const PARALLEL = 24;

  it('with what they saw: one wins, and the others are told', async () => {
    await put('I am calm and precise.');
    const { updatedAt: expectedUpdatedAt } = await read();
    const { versions } = await history();
    const versionId = idOf(versions, 1);
    const statuses = await Promise.all(
      Array.from({ length: PARALLEL }, async (_, index) => {
        if (index % 2) return (await restore({ versionId, expectedUpdatedAt })).status;
        const body = { soul: `I am writer number ${index}.`, expectedUpdatedAt };
        return (await callApi('PUT', path, { headers: owner.headers, body })).status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(PARALLEL - 1);
    expect((await history()).total).toBe(3);
  });

  it('without: every text is a version of its own, numbered without a gap, and the last one stands', async () => {
    await Promise.all(Array.from({ length: PARALLEL }, (_, index) => put(`I am writer number ${index}.`)));
    const { versions, total } = await history('?limit=50');
    expect(total).toBe(PARALLEL + 1);
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: PARALLEL + 1 }, (_, index) => PARALLEL + 1 - index));
    expect(new Set(versions.map(({ soul }) => soul)).size).toBe(PARALLEL + 1);
    expect(versions[0]).toMatchObject({ current: true, soul: (await read()).soul });
  });
});
