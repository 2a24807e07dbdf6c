import { beforeAll, describe, expect, it, vi } from 'vitest';
import { keepInsideMinute } from '@/tests/clock';
import { MINUTE_MS } from './clock';
import { forgetEnvironment } from './env';

/** Loads the limiter anew, as another process would: leases and clock of its own, the same database. */
async function startProcess() {
  vi.resetModules();
  const [{ takePermit }, { shiftClock }, database] = await Promise.all([import('./rate-limit'), import('./clock'), import('./database')]);
  return { takePermit, shiftClock, pool: database.pool };
}

/** Processes whose clocks stand in the same minute, and stay in it. */
async function startProcesses(count: number) {
  const processes = await Promise.all(Array.from({ length: count }, startProcess));
  const shiftedByMs = keepInsideMinute(processes.map(({ shiftClock }) => shiftClock));
  return processes.map((each) => ({ ...each, startNextMinute: () => each.shiftClock(shiftedByMs + MINUTE_MS) }));
}

const startOne = async () => (await startProcesses(1))[0]!;

let keys = 0;
const newKey = () => `test:${(keys += 1)}`;
const budget = (permits: number) => ({ permits, windowMs: MINUTE_MS });

beforeAll(() => {
  process.env.RATE_LIMIT_FACTOR = '1';
  forgetEnvironment();
});

describe('a rate limit', () => {
  it.each([1, 7, 20, 120, 600])('of %i permits is shared by three processes exactly, when all of them ask at once', async (permits) => {
    const processes = await startProcesses(3);
    const key = newKey();
    const asked = Array.from({ length: permits + 200 }, (_, index) => processes[index % 3]!.takePermit(key, budget(permits)));
    const granted = (await Promise.all(asked)).filter((permit) => permit.allowed).length;
    expect(granted).toBeLessThanOrEqual(permits);
    // What a process leased and did not use is lost to the others until the window ends: less than two blocks.
    expect(granted).toBeGreaterThan(permits - 2 * Math.ceil(permits / 20) - 1);
  });

  it('of one process is used up to the last permit and not beyond', async () => {
    const only = await startOne();
    const key = newKey();
    const permits = await Promise.all(Array.from({ length: 150 }, () => only.takePermit(key, budget(120))));
    expect(permits.filter((permit) => permit.allowed)).toHaveLength(120);
  });

  it('refuses without asking the database, and says when the window ends', async () => {
    const only = await startOne();
    const key = newKey();
    for (let taken = 0; taken < 4; taken += 1) await only.takePermit(key, budget(3));
    const query = vi.spyOn(only.pool(), 'query');
    for (let refused = 0; refused < 50; refused += 1) {
      const permit = await only.takePermit(key, budget(3));
      expect(permit).toMatchObject({ allowed: false });
      if (!permit.allowed) expect(permit.retryAfterMs).toBeGreaterThan(0);
      if (!permit.allowed) expect(permit.retryAfterMs).toBeLessThanOrEqual(MINUTE_MS);
    }
    expect(query).not.toHaveBeenCalled();
  });

  it('costs one statement for twenty permits', async () => {
    const only = await startOne();
    const key = newKey();
    const query = vi.spyOn(only.pool(), 'query');
    for (let taken = 0; taken < 100; taken += 1) await only.takePermit(key, budget(600));
    expect(query.mock.calls.length).toBeLessThanOrEqual(4);
  });

  it('starts anew with the next window, and with another key at once', async () => {
    const only = await startOne();
    const key = newKey();
    await only.takePermit(key, budget(1));
    expect(await only.takePermit(key, budget(1))).toMatchObject({ allowed: false });
    expect(await only.takePermit(newKey(), budget(1))).toEqual({ allowed: true });
    only.startNextMinute();
    expect(await only.takePermit(key, budget(1))).toEqual({ allowed: true });
    expect(await only.takePermit(key, budget(1))).toMatchObject({ allowed: false });
  });

  it('fails with the database, and works again when it is back', async () => {
    const only = await startOne();
    const key = newKey();
    const query = vi.spyOn(only.pool(), 'query').mockRejectedValue(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }) as never);
    await expect(Promise.all([only.takePermit(key, budget(5)), only.takePermit(key, budget(5))])).rejects.toThrow('gone');
    query.mockRestore();
    expect(await only.takePermit(key, budget(5))).toEqual({ allowed: true });
  });
});
