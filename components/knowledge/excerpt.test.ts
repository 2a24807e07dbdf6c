import { expect, it } from 'vitest';
import { excerptOf } from './excerpt';

it('is the words of a text without its marks and its title', () => {
  expect(excerptOf('# Rules\n\nFirst come, first served.\n\n## Rain\n\n- Take cover\n1. Wait', 'Rules')).toBe(
    'First come, first served. Rain Take cover Wait',
  );
});

it('keeps what only looks like marks, and is short', () => {
  expect(excerptOf('#1 in town, 5.5 km away -- really', 'Rules')).toBe('#1 in town, 5.5 km away -- really');
  expect(excerptOf('word '.repeat(500), 'Rules').length).toBeLessThanOrEqual(300);
});
