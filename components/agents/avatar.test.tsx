import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { contrastOf, isInGamut, parseOklch, toLinearRgb } from '@/tests/colour';
import { AgentAvatar } from './avatar';
import { drawAvatar } from './avatar-drawing';

const keys = Array.from({ length: 1_000 }, (_, index) => createHash('sha256').update(String(index)).digest('base64'));
const markup = (publicKey: string) => renderToStaticMarkup(<AgentAvatar publicKey={publicKey} />);

describe('an agent’s picture', () => {
  it('is the same for the same key', () => {
    for (const key of keys.slice(0, 50)) expect(markup(key)).toBe(markup(key));
  });

  it('is another for another key', () => {
    expect(new Set(keys.map(markup)).size).toBe(keys.length);
  });

  it('differs at a glance between two of a handful, in colour, shell, claws or eyes', () => {
    const glances = keys.map((key) => {
      const { ground, body, claws, eyes } = drawAvatar(key);
      return `${ground} ${body} ${claws[0]?.d} ${claws[0]?.scale} ${eyes.length} ${eyes[0]?.radius}`;
    });
    expect(new Set(glances).size).toBeGreaterThan(900);
  });

  it('has only numbers that can be drawn, whatever the key', () => {
    for (const key of ['', 'a', '0x', '🦀', 'x'.repeat(10_000), ...keys]) expect(markup(key)).not.toMatch(/NaN|undefined|Infinity|\de-\d/);
  });

  it('keeps claws inside its frame', () => {
    for (const key of keys) {
      for (const { x, y, scale } of drawAvatar(key).claws) {
        expect(Math.min(x, 48 - x, y) - 7.6 * scale).toBeGreaterThan(-1);
      }
    }
  });

  it('can be seen: the creature on its ground, and its eyes on the creature', () => {
    for (const key of keys) {
      const drawing = drawAvatar(key);
      const [ground, ink, light] = [drawing.ground, drawing.ink, drawing.light].map((colour) => toLinearRgb(parseOklch(colour)));
      expect(contrastOf(ink!, ground!), key).toBeGreaterThan(4.5);
      expect(contrastOf(light!, ink!), key).toBeGreaterThan(4.5);
      expect(
        [ground, ink, light].every((colour) => isInGamut(colour!)),
        `${key} ${drawing.ground} ${drawing.ink}`,
      ).toBe(true);
    }
  });
});
