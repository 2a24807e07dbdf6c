import { describe, expect, it } from 'vitest';
import { clarityWithout, findCandidates, joinActions, type MemoryAction, type Pair } from './candidates';
import type { SeenMemory } from './pass-queries';

const thresholds = { answer: 0.5, closest: 0.4, duplicate: 0.75 };

function find(memories: Record<string, string | Partial<SeenMemory>>, pairs: [string, string, number | null][]) {
  const seen = Object.entries(memories).map(([id, given], index) => ({
    id,
    content: '',
    category: 'fact' as const,
    confidence: 1,
    mentionCount: 1,
    pinned: false,
    version: 1,
    createdAt: `2026-01-0${index + 1}`,
    ...(typeof given === 'string' ? { content: given } : given),
  }));
  const given: Pair[] = pairs.map(([left, right, similarity]) => ({ left, right, similarity }));
  return { seen, findings: findCandidates(new Map(seen.map((memory) => [memory.id, memory])), given, thresholds) };
}

describe('what surely repeats', () => {
  it('gives way to the newest, and to what says more', () => {
    expect(find({ a: 'I live in Kisumu', b: 'I live in Kisumu.' }, [['a', 'b', 1]]).findings.merges).toEqual([
      { kind: 'merge', keep: 'b', drop: ['a'], text: null },
    ]);
    expect(find({ a: 'I keep goats on a farm at home', b: 'I keep goats at home' }, [['a', 'b', 0.9]]).findings.merges).toMatchObject([
      { keep: 'a', drop: ['b'] },
    ]);
  });

  it('is one change, however many say it, also where there is no vector', () => {
    const { findings } = find({ a: '我住在基苏木', b: '我住在基苏木', c: '我住在基苏木' }, [
      ['a', 'b', null],
      ['b', 'c', null],
    ]);
    expect(findings.merges).toEqual([{ kind: 'merge', keep: 'c', drop: ['a', 'b'], text: null }]);
  });

  it('never is a pinned memory that gives way, nor one that says something of its own', () => {
    const pinned = { content: 'I live in Kisumu', pinned: true };
    expect(find({ a: pinned, b: 'I live in Kisumu' }, [['a', 'b', 1]]).findings.merges).toMatchObject([{ keep: 'a', drop: ['b'] }]);
    expect(find({ a: pinned, b: pinned }, [['a', 'b', 1]]).findings.merges).toEqual([]);
    const { findings } = find({ a: 'I keep goats on the farm', b: 'I keep goats and love their milk on Sundays' }, [['a', 'b', 0.9]]);
    expect(findings).toMatchObject({ merges: [], near: [['b', 'a']], groups: [['a', 'b']] });
  });
});

describe('contradictions', () => {
  it('are found by patterns, the newer first, and left to be judged', () => {
    const { findings } = find({ a: 'My favourite tea is ginger', b: 'My favourite tea is mint' }, [['a', 'b', 0.8]]);
    expect(findings).toMatchObject({ merges: [], contradictions: [['b', 'a']], near: [], groups: [['a', 'b']] });
  });
});

describe('clarity after a pass', () => {
  it('rises with what is gone, and only with that', () => {
    const { seen, findings } = find(
      { a: 'I live in Kisumu', b: 'I live in Kisumu', c: 'My favourite tea is ginger', d: 'My favourite tea is mint', e: 'Goats' },
      [
        ['a', 'b', 1],
        ['c', 'd', 0.8],
      ],
    );
    const without = (...gone: string[]) => clarityWithout(seen, findings, new Set(gone), 500);
    expect(without('a')).toBeGreaterThan(without());
    expect(without('a', 'c')).toBeGreaterThan(without('a'));
    expect(without('e')).toBeLessThanOrEqual(without());
  });
});

describe('sure and judged changes', () => {
  const merge = (keep: string, ...drop: string[]): MemoryAction => ({ kind: 'merge', keep, drop, text: null });
  const contradiction = (keep: string, ...drop: string[]): MemoryAction => ({ kind: 'contradiction', keep, drop, text: null });

  it.each<[string, MemoryAction[], MemoryAction[], MemoryAction[]]>([
    ['stand beside each other', [merge('a', 'b')], [merge('c', 'd')], [merge('a', 'b'), merge('c', 'd')]],
    [
      'of one memory become one merge',
      [merge('a', 'b')],
      [{ ...merge('a', 'c'), text: 'both' }],
      [{ ...merge('a', 'b', 'c'), text: 'both' }],
    ],
    ['keep what is true beside its repetition', [merge('a', 'b')], [contradiction('a', 'c')], [merge('a', 'b'), contradiction('a', 'c')]],
    ['take what repeats the untrue with it', [merge('a', 'b')], [contradiction('c', 'a')], [contradiction('c', 'a', 'b')]],
    ['that do not go together leave the judged one out', [merge('a', 'b')], [merge('c', 'a')], [merge('a', 'b')]],
    ['over two merges leave it out', [merge('a', 'b'), merge('c', 'd')], [merge('a', 'c')], [merge('a', 'b'), merge('c', 'd')]],
  ])('%s', (_, certain, judged, expected) => expect(joinActions(certain, judged)).toEqual(expected));
});
