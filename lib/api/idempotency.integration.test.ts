import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Principal } from '@/lib/auth/principal';
import { contract } from '@/lib/contract';
import { pool, transaction } from '@/lib/platform/database';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { callEndpoint, furnishOwner } from '@/tests/sweeps/callers';
import { sweepIdempotency, withIdempotency } from './idempotency';

const callerNamed = (sessionId: string) => ({ kind: 'session', sessionId }) as Principal;

let caller: Principal;
let key: string;

const requestFor = (idempotencyKey: string, path = '/api/selfclaw/v1/hosted-agents') =>
  new Request(`http://localhost${path}`, { method: 'POST', headers: { 'idempotency-key': idempotencyKey } });

const created = (text: string) => async () =>
  new Response(JSON.stringify({ text }), {
    status: 201,
    headers: { 'content-type': 'application/json', 'set-cookie': 'a=b', location: '/x' },
  });

const must = (body: unknown, act: () => Promise<Response>, from: Principal = caller) => withIdempotency(requestFor(key), from, body, act);

async function readRecords() {
  const { rows } = await pool().query<{ status: number | null; answer: Buffer | null; lease_expires_at: Date; expires_at: Date }>(
    `select * from idempotency_records where principal = $1`,
    [`session:${(caller as { sessionId: string }).sessionId}`],
  );
  return rows;
}

const expireLease = () =>
  pool().query(`update idempotency_records set lease_expires_at = now() - interval '1 second' where principal = $1`, [
    `session:${(caller as { sessionId: string }).sessionId}`,
  ]);

describe('an Idempotency-Key', () => {
  const fresh = () => {
    caller = callerNamed(newId());
    key = `key-${newId()}`;
  };

  /** Work that goes on until the test ends it. */
  function openWork() {
    let [finish, fail, begun] = [(_: Response) => {}, (_: Error) => {}, false];
    const promise = new Promise<Response>((resolve, reject) => ([finish, fail] = [resolve, reject]));
    const act = () => {
      begun = true;
      return promise;
    };
    return { act, hasBegun: () => expect.poll(() => begun).toBe(true), finish, fail };
  }

  // reliability: 13
  it('lets one of 20 twins act, and gives all of them its answer', async () => {
    fresh();
    let acts = 0;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        must({ name: 'Ada' }, async () => {
          acts += 1;
          await new Promise((resolve) => setTimeout(resolve, 100));
          return created(`act ${acts}`)();
        }),
      ),
    );
    expect(acts).toBe(1);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text())))).toEqual(new Set(['{"text":"act 1"}']));
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
    const replayed = answers.filter((answer) => answer.headers.get('idempotency-replayed') === 'true');
    expect(replayed).toHaveLength(19);
    expect(replayed[0]?.headers.get('content-type')).toBe('application/json');
    expect(replayed[0]?.headers.get('location')).toBe('/x');
    // A cookie belongs to the one answer that set it.
    expect(replayed[0]?.headers.get('set-cookie')).toBeNull();
  });

  // reliability: 13
  it('with another body or path is 409, and with another caller means nothing', async () => {
    fresh();
    await must({ name: 'Ada' }, created('first'));
    await expect(must({ name: 'Bob' }, created('second'))).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(withIdempotency(requestFor(key, '/other'), caller, { name: 'Ada' }, created('second'))).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const other = await must({ name: 'Bob' }, created('of another'), callerNamed(newId()));
    expect(await other.json()).toEqual({ text: 'of another' });
  });

  it('is free again after a request that threw, was refused, or streamed', async () => {
    fresh();
    await expect(must({}, () => Promise.reject(new AppError('CONFLICT', 'Not now')))).rejects.toThrow('Not now');
    expect((await must({}, async () => new Response('{}', { status: 409 }))).status).toBe(409);
    expect((await must({}, async () => new Response('data: 1', { headers: { 'content-type': 'text/event-stream' } }))).status).toBe(200);
    expect(await readRecords()).toEqual([]);
    expect(await (await must({}, created('at last'))).json()).toEqual({ text: 'at last' });
  });

  it('is taken over from a process that died before it answered', async () => {
    fresh();
    const work = openWork();
    const dead = must({}, work.act);
    await work.hasBegun();
    await expireLease();
    expect(await (await must({}, created('successor'))).json()).toEqual({ text: 'successor' });

    // It was not dead but slow: its late answer goes to its own caller and overwrites nothing.
    work.finish(await created('late')());
    expect(await (await dead).json()).toEqual({ text: 'late' });
    expect(await (await must({}, created('third'))).json()).toEqual({ text: 'successor' });
  });

  it('carries a creation out once, also when its process died after it and before the answer was kept', async () => {
    fresh();
    const work = openWork();
    const dead = withIdempotency(requestFor(key), caller, {}, async (markDone) => {
      await transaction(markDone);
      return work.act();
    });
    await work.hasBegun();
    expect((await readRecords())[0]?.status).toEqual(expect.any(Number));
    await expireLease();
    let acts = 0;
    const again = () => must({}, async () => ((acts += 1), created('twice')()));
    await expect(again()).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('carried out') });
    await expect(again()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(acts).toBe(0);
    work.finish(await created('late')());
    await dead;
  });

  it('keeps the answer of a creation that was marked as done', async () => {
    fresh();
    const create = () =>
      withIdempotency(requestFor(key), caller, {}, async (markDone) => {
        await transaction(markDone);
        return created('first')();
      });
    expect(await (await create()).json()).toEqual({ text: 'first' });
    expect(await (await create()).json()).toEqual({ text: 'first' });
  });

  it('is free again after a creation that was taken back', async () => {
    fresh();
    const failing = withIdempotency(requestFor(key), caller, {}, async (markDone) => {
      await transaction(async (tx) => {
        await markDone(tx);
        throw new Error('taken back');
      });
      return created('never')();
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(await (await must({}, created('at last'))).json()).toEqual({ text: 'at last' });
  });

  it('lets nobody create who was replaced meanwhile', async () => {
    fresh();
    const work = openWork();
    const slow = withIdempotency(requestFor(key), caller, {}, async (markDone) => {
      const answer = await work.act();
      await transaction(markDone);
      return answer;
    });
    await work.hasBegun();
    await expireLease();
    await must({}, created('successor'));
    work.finish(await created('late')());
    await expect(slow).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await (await must({}, created('third'))).json()).toEqual({ text: 'successor' });
  });

  it('that a slow loser lets go stays with the successor who still works', async () => {
    fresh();
    const work = openWork();
    const slow = must({}, work.act);
    await work.hasBegun();
    await expireLease();
    const next = openWork();
    const successor = must({}, next.act);
    await next.hasBegun();
    work.fail(new Error('too late'));
    await expect(slow).rejects.toThrow('too late');
    expect(await readRecords()).toHaveLength(1);
    next.finish(await created('successor')());
    expect(await (await successor).json()).toEqual({ text: 'successor' });
    expect((await readRecords())[0]).toMatchObject({ status: 201 });
  });

  // reliability: 5
  it('keeps its answer where only the key itself can open it, and itself not at all', async () => {
    fresh();
    await must({}, created('a private key, perhaps'));
    const { rows } = await pool().query<{ record: string }>(`select r::text as record from idempotency_records r`);
    const everything = rows.map((row) => row.record).join('\n');
    for (const secret of ['a private key, perhaps', key]) {
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('is forgotten after a day', async () => {
    fresh();
    await must({}, created('yesterday'));
    await pool().query(`update idempotency_records set expires_at = now() - interval '1 second' where principal = $1`, [
      `session:${(caller as { sessionId: string }).sessionId}`,
    ]);
    expect(await (await must({ other: true }, created('today'))).json()).toEqual({ text: 'today' });
    await pool().query(`update idempotency_records set expires_at = now() - interval '1 second'`);
    expect(await sweepIdempotency()).toBeGreaterThan(0);
    expect(await readRecords()).toEqual([]);
  });

  it('may have 255 characters', async () => {
    fresh();
    key = 'k'.repeat(256);
    await expect(must({}, created('never'))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

// A page is read from the internet before it is stored as any other text is.
const creations = contract.filter((endpoint) => endpoint.idempotent && endpoint.id !== 'knowledge.url');

describe('a creation whose answer is lost between the commit and the caller', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(creations)('$id is not made a second time with the same Idempotency-Key', async (endpoint) => {
    const { owner, parameters } = await furnishOwner();
    const headers = { ...owner.headers, 'idempotency-key': newId() };
    const countRows = async () =>
      (
        await pool().query<{ count: number }>(
          `select ((select count(*) from agents where owner_id = $1) + (select count(*) from api_keys where owner_id = $1)
                 + (select count(*) from memories where owner_id = $1) + (select count(*) from conversations where owner_id = $1)
                 + (select count(*) from knowledge where owner_id = $1) + (select count(*) from memory_imports where owner_id = $1)
                 + (select count(*) from memory_imports where owner_id = $1 and status = 'accepted'))::int as count`,
          [owner.ownerId],
        )
      ).rows[0]?.count ?? 0;
    const call = () => callEndpoint(endpoint, parameters, headers);

    const before = await countRows();
    const query = pool().query.bind(pool()) as (...given: unknown[]) => unknown;
    const dying = vi
      .spyOn(pool(), 'query')
      .mockImplementation(((...given: unknown[]) =>
        String(given[0]).includes('answer = $5') ? Promise.reject(new Error('the process died')) : query(...given)) as never);
    expect((await call()).status).toBe(500);
    dying.mockRestore();
    expect(await countRows()).toBe(before + 1);
    await pool().query(`update idempotency_records set lease_expires_at = now() - interval '1 second'`);
    const again = await call();
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ error: expect.stringContaining('carried out') });
    expect(await countRows()).toBe(before + 1);
  });
});
