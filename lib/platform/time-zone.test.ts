import { expect, it } from 'vitest';
import { isTimeZone } from './time-zone';

it.each([
  ['Africa/Nairobi', true],
  ['UTC', true],
  ['', false],
  ['Mars/Olympus', false],
  ['"><script>', false],
])('%s: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known);
});
