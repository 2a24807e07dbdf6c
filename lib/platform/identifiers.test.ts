import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUuid, parseNumericId } from './identifiers';
import { newId, newNumericId } from './ids';

describe('new ids', () => {
  it('are UUIDs of version 7 in the order of their making', () => {
    const ids = Array.from({ length: 1_000 }, newId);
    expect(ids.every((id) => isUuid(id) && id[14] === '7')).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('that are numbers are exact in JSON, positive, spread and readable from a path', () => {
    const ids = Array.from({ length: 1_000 }, newNumericId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id > 0n && Number.isSafeInteger(Number(id))).toBe(true);
      expect(BigInt(JSON.parse(JSON.stringify(Number(id))) as number)).toBe(id);
      expect(parseNumericId(String(id))).toBe(id);
    }
    expect(ids.filter((id) => id > 2n ** 52n).length).toBeGreaterThan(350);
  });
});

describe('a numeric id in a path', () => {
  it('is read when it is a positive safe integer', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (id) => parseNumericId(String(id)) === BigInt(id)));
  });

  it.each(['', '0', '-1', '1.5', '01', '1e3', ' 1', '1 ', '0x10', 'abc', '٣', '9007199254740992', '99999999999999999999'])(
    'is refused: "%s"',
    (text) => {
      expect(parseNumericId(text)).toBeUndefined();
    },
  );
});

it.each(['', 'x', '0190163d-8694-739b-aea5-966c26f8ad9', '0190163d-8694-739b-aea5-966c26f8ad91-', "0190163d-8694-739b-aea5-966c26f8ad9'"])(
  '"%s" is no UUID',
  (text) => {
    expect(isUuid(text)).toBe(false);
  },
);
