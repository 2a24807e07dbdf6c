import { describe, expect, test } from 'vitest';
import { highlight } from './highlighter';

const samples: Record<string, string> = {
  bash: 'for f in *.txt; do echo "$f"; done # all',
  'c#': 'public class A { string Name => "a"; }',
  diff: '+ added\n- gone',
  json: '{"a": [1, true, null]}',
  py: 'def main() -> None:\n    return f"a {b}"',
  ts: 'type A = { b: string };',
  yml: 'a:\n  - b: "c"',
};

describe('highlighting', () => {
  test.each(Object.entries(samples))('%s gets colours, and its text stays the same', async (language, code) => {
    const lines = await highlight(code, language);
    expect(lines?.map((line) => line.map((token) => token.text).join('')).join('\n')).toBe(code);
    expect(lines?.flat().some((token) => token.kind !== 'plain')).toBe(true);
  });

  test.each(['', 'klingon', 'constructor', '__proto__'])('a language that is not known (%j) stays plain', async (language) => {
    expect(await highlight('a b', language)).toBeUndefined();
  });
});
