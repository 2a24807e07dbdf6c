import { describe, expect, it } from 'vitest';
import { riskLevelOf } from '@/lib/tasks/risk';

describe('riskLevelOf', () => {
  it.each(['transfer', 'payment', 'send', 'swap', 'bridge', 'wallet-action'])('rates %s as high', (taskType) => {
    expect(riskLevelOf(taskType)).toBe('high');
  });

  it.each(['reminder', 'info', 'informational', 'alert', 'research', 'digest', 'notification'])('rates %s as low', (taskType) => {
    expect(riskLevelOf(taskType)).toBe('low');
  });

  it.each(['scheduled', 'proposal', '', 'something-new', 'constructor', '__proto__'])(
    'rates the unlisted type %j as medium',
    (taskType) => {
      expect(riskLevelOf(taskType)).toBe('medium');
    },
  );

  it('does not let spelling lower the level of a transfer', () => {
    expect(riskLevelOf(' Transfer ')).toBe('high');
  });
});
