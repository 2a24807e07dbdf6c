import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrastOf, distanceOf, isInGamut, parseOklch, toHex, toLinearRgb, visions } from '@/tests/colour';

const css = readFileSync(path.join(import.meta.dirname, 'globals.css'), 'utf8');
const frame = readFileSync(path.join(import.meta.dirname, 'layout.tsx'), 'utf8').match(/#[0-9a-f]{6}/g);

const TEXT = 4.5;
const CONTROL = 3;
/** Six times what is just noticeable. */
const TOLD_APART = 0.12;

function readTheme(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector)).split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (oklch\([^)]*\));/g)].map(([, name, value]) => [name, value]));
}

const light = readTheme(':root,\n.light {');
const dark = readTheme('\n.dark {');
const grounds = ['background', 'surface', 'raised'];
const charts = ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6'];
const on = (text: string, ...backgrounds: string[]) => backgrounds.map((background) => [text, background] as const);

/** Which text stands on which background anywhere in the pages. */
const texts = [
  ...on('foreground', ...grounds, 'pressed', 'accent-soft', 'danger-soft', 'warning-soft', 'positive-soft', 'selection'),
  ...on('muted-foreground', ...grounds, 'pressed', 'accent-soft', 'danger-soft', 'warning-soft', 'positive-soft'),
  ...on('accent-strong', ...grounds, 'accent-soft'),
  ...on('accent-foreground', 'accent', 'accent-hover', 'accent-pressed'),
  ...on('danger', ...grounds, 'danger-soft'),
  ...on('danger-foreground', 'danger-fill', 'danger-fill-hover'),
  ...on('warning', ...grounds, 'warning-soft'),
  ...on('positive', ...grounds, 'positive-soft'),
  ...on('tooltip-foreground', 'tooltip'),
];

/** What has to be seen to be used or understood, without being text. */
const controls = [
  ...on('input', ...grounds),
  ...on('ring', ...grounds, 'accent-soft', 'danger-soft', 'warning-soft'),
  ...on('accent', ...grounds),
  ...on('danger-fill', ...grounds),
  ...on('mark', 'background', 'surface'),
  ...charts.flatMap((chart) => on(chart, 'background', 'surface')),
];

describe.each([
  ['light', light],
  ['dark', dark],
])('colours of the %s theme', (_, theme) => {
  const rgb = (name: string) => toLinearRgb(parseOklch(theme[name] ?? `no --${name}`));
  const short = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs.map(([one, other]) => [one, other, contrastOf(rgb(one), rgb(other))] as const).filter(([, , contrast]) => contrast < least);

  it('has text that can be read', () => expect(short(texts, TEXT)).toEqual([]));

  it('has controls, focus and charts that can be seen', () => expect(short(controls, CONTROL)).toEqual([]));

  it('can be shown by every screen as it is written', () => {
    expect(Object.keys(theme).filter((name) => name !== 'overlay' && !name.startsWith('shade') && !isInGamut(rgb(name)))).toEqual([]);
  });

  it.each(Object.entries(visions))('has series that are told apart with %s vision', (_vision, matrix) => {
    const close = charts.flatMap((one, index) =>
      charts.slice(index + 1).filter((other) => distanceOf(rgb(one), rgb(other), matrix) < TOLD_APART),
    );
    expect(close).toEqual([]);
  });

  it("colours the browser's own frame like the page", () => expect(frame).toContain(toHex(rgb('background'))));
});

it('knows the same names in both themes', () => expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort()));

it('measures as WCAG does', () => {
  const white = toLinearRgb(parseOklch('oklch(1 0 0)'));
  expect(contrastOf(white, toLinearRgb(parseOklch('oklch(0 0 0)')))).toBeCloseTo(21, 2);
  // #777777 on white is the well-known 4.48.
  expect(contrastOf(white, [0.1845, 0.1845, 0.1845])).toBeCloseTo(4.48, 1);
});
