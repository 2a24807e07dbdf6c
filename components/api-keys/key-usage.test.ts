import { describe, expect, it } from 'vitest';
import type { ApiKeyWire } from '@/lib/api-keys/schema';
import { curlSample, liveKeys, matchingKeys, secretFileName } from './key-usage';

const key = (change: Partial<ApiKeyWire>): ApiKeyWire => ({
  id: '1',
  name: 'My laptop',
  kind: 'personal',
  prefix: 'mck_a1b2c3',
  scopes: ['read'],
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: null,
  lastUsedAt: null,
  partnerId: null,
  ...change,
});

describe('the sample of a first call', () => {
  it('holds the secret, and for a partner the place of the wallet', () => {
    const origin = 'https://claw.example';
    expect(curlSample({ origin, secret: 'mck_x', kind: 'personal' })).toBe(
      'curl https://claw.example/api/selfclaw/v1/hosted-agents \\\n  -H "Authorization: Bearer mck_x"',
    );
    expect(curlSample({ origin, secret: 'mck_x', kind: 'partner' })).toContain('X-Wallet-Address');
  });
});

describe('the file of a secret', () => {
  it('has a name that every file system takes', () => {
    expect(secretFileName('Ação: ../meu / "PC"')).toBe('selfclaw-acao-meu-pc.txt');
    expect(secretFileName('密钥')).toBe('selfclaw-key.txt');
  });
});

describe('the list of keys', () => {
  const now = Date.parse('2026-06-01T00:00:00.000Z');
  it('counts those that have not expired', () => {
    const keys = [key({}), key({ expiresAt: '2026-05-31T00:00:00.000Z' }), key({ expiresAt: '2026-06-02T00:00:00.000Z' })];
    expect(liveKeys(keys, now)).toBe(2);
  });

  it('is searched by name, beginning and kind', () => {
    const keys = [key({}), key({ name: 'Clinic', kind: 'partner', prefix: 'mck_zzz' })];
    expect(matchingKeys(keys, ' LAP ')).toEqual([keys[0]]);
    expect(matchingKeys(keys, 'partner')).toEqual([keys[1]]);
    expect(matchingKeys(keys, 'mck_z')).toEqual([keys[1]]);
    expect(matchingKeys(keys, '')).toHaveLength(2);
  });
});
