import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptSecret, decryptWith, deriveKey, encryptSecret, encryptWith, equalSecrets, randomToken } from './crypto';
import { forgetEnvironment } from './env';

describe('encrypted values', () => {
  it('are read back as they were, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => decryptSecret('test', encryptSecret('test', text)) === text),
      { numRuns: 100 },
    );
  });

  it('are never the same twice, and show nothing of the text', () => {
    const text = 'whsec_a-secret-that-nobody-may-see';
    const [first, second] = [encryptSecret('test', text), encryptSecret('test', text)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
    expect(Buffer.from(first).toString('latin1')).not.toContain('whsec_');
  });

  it('are refused when any single byte was changed or is missing', () => {
    const sealed = encryptSecret('test', 'a secret');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed);
      changed[index]! ^= 1;
      expect(() => decryptSecret('test', changed), `byte ${index}`).toThrow();
    }
    expect(() => decryptSecret('test', sealed.subarray(0, -1))).toThrow();
    expect(() => decryptSecret('test', new Uint8Array())).toThrow();
  });

  it('of one purpose cannot be read for another, nor under another key', () => {
    const sealed = encryptSecret('agents.webhook_secret', 'a secret');
    expect(() => decryptSecret('idempotency', sealed)).toThrow();
    process.env.ENCRYPTION_KEY = 'another-key-of-the-test-suite-0123456789';
    forgetEnvironment();
    expect(() => decryptSecret('agents.webhook_secret', sealed)).toThrow();
    process.env.ENCRYPTION_KEY = 'encryption-key-of-the-test-suite-0123456789';
    forgetEnvironment();
    expect(decryptSecret('agents.webhook_secret', sealed)).toBe('a secret');
  });

  it('keys for different purposes have 32 bytes and nothing in common', () => {
    const [one, two] = [deriveKey('secret', 'one'), deriveKey('secret', 'two')];
    expect([one.length, two.length]).toEqual([32, 32]);
    expect(one.equals(two)).toBe(false);
    expect(decryptWith(one, encryptWith(deriveKey('secret', 'one'), 'text'))).toBe('text');
  });
});

describe('random tokens', () => {
  it('have 43 characters of base62 and never repeat', () => {
    const tokens = Array.from({ length: 2_000 }, randomToken);
    expect(tokens.every((token) => /^[0-9A-Za-z]{43}$/.test(token))).toBe(true);
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it('use the whole alphabet, evenly but for the first place', () => {
    const counts = new Map<string, number>();
    for (let made = 0; made < 2_000; made += 1)
      for (const letter of randomToken().slice(1)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    const expected = (2_000 * 42) / 62;
    expect(counts.size).toBe(62);
    // Six standard deviations: one such run in many millions fails by chance.
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(6 * Math.sqrt(expected));
  });
});

it('secrets are compared by their whole length', () => {
  expect(equalSecrets('abc', 'abc')).toBe(true);
  expect(equalSecrets('abc', 'abd')).toBe(false);
  expect(equalSecrets('abc', 'abcd')).toBe(false);
  expect(equalSecrets('', 'a')).toBe(false);
});
