import { describe, expect, it } from 'vitest';
import { isHandheld } from './browser-name';
import { otherAccount, shownAccount, type WalletProvider } from './browser-wallet';

const OWN = `0x${'a'.repeat(40)}`;
const OTHER = `0x${'b'.repeat(40)}`;
const provider: WalletProvider = { request: async () => [] };

describe('the account that a wallet shows', () => {
  it('is the first address', () => {
    expect(shownAccount([OTHER, OWN])).toBe(OTHER);
    for (const nothing of [[], undefined, 'x', [42], ['0x12']]) expect(shownAccount(nothing)).toBeUndefined();
  });
});

describe('the account to offer', () => {
  it('is another than the signed-in one, whatever the case of its letters', () => {
    expect(otherAccount([{ address: OTHER, provider }], OWN)?.address).toBe(OTHER);
    expect(otherAccount([{ address: OWN.toUpperCase().replace('0X', '0x'), provider }], OWN)).toBeUndefined();
    expect(otherAccount([], OWN)).toBeUndefined();
  });

  it('is none while any wallet shows the signed-in one', () => {
    const active = [OTHER, OWN].map((address) => ({ address, provider }));
    expect(otherAccount(active, OWN)).toBeUndefined();
  });
});

describe('a device', () => {
  it('is told by its browser', () => {
    expect(isHandheld('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/605')).toBe(true);
    expect(isHandheld('Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0')).toBe(false);
    expect(isHandheld(null)).toBe(false);
  });
});
