import { describe, expect, it, vi } from 'vitest';
import { contract } from '@/lib/contract';
import { metrics } from '@/lib/platform/metrics';
import { shedLoad } from './load-shedding';

const waiting = vi.hoisted(() => ({ callers: 0 }));

vi.mock('@/lib/platform/database', async (original) => ({ ...(await original<object>()), waitingForDatabase: () => waiting.callers }));

const refused = () =>
  contract.filter((endpoint) => {
    try {
      shedLoad(endpoint);
      return false;
    } catch (error) {
      expect(error).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryAfterMs: expect.any(Number) });
      return true;
    }
  });

describe('while callers wait for the database', () => {
  it('nobody is turned away up to eight for each connection', () => {
    waiting.callers = 80;
    expect(refused()).toEqual([]);
  });

  it('beyond that everybody is, counted and told when to come back, but never health and metrics', async () => {
    waiting.callers = 81;
    const answered = contract.filter((endpoint) => !refused().includes(endpoint)).map((endpoint) => endpoint.id);
    expect(answered.sort()).toEqual(['gateway.health', 'metrics.read', 'miniapp.health']);
    expect((await metrics().shed.get()).values[0]?.value).toBeGreaterThan(0);
  });
});
