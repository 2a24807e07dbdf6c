import { describe, expect, test } from 'vitest';
import { containsPattern, contentWords, foldText, searchableText, wordQuery, wordsOf } from './text-search';

describe('folding', () => {
  test.each([
    ['São Tomé', 'sao tome'],
    ['ÅNGSTRÖM', 'angstrom'],
    ['ﬁne', 'fine'],
    ['Ｆｕｌｌ', 'full'],
    ['Łódź, Ørsted, straße, Æsir', 'lodz, orsted, strasse, aesir'],
    ['İstanbul', 'istanbul'],
    ['이름', '이름'],
  ])('%s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('composed and decomposed letters fold alike', () => {
    expect(foldText('caf\u00e9')).toBe(foldText('cafe\u0301'));
  });
});

describe('words', () => {
  test('are letters and digits alone, and pairs of letters where a script has no spaces', () => {
    expect(wordsOf("Ana's e-mail: ana@x.org, 2nd!")).toEqual(['ana', 's', 'e', 'mail', 'ana', 'x', 'org', '2nd']);
    expect(wordsOf('我喜欢咖啡 now')).toEqual(['我喜', '喜欢', '欢咖', '咖啡', 'now']);
    expect(wordsOf('  …—🙂 ')).toEqual([]);
  });

  test('of a question leave out what every sentence has, unless there is nothing else', () => {
    expect(contentWords("What's the name of my sister?")).toEqual(['name', 'sister']);
    expect(contentWords('Qual é o nome da minha irmã?')).toEqual(['nome', 'irma']);
    expect(contentWords('what is it')).toEqual(['what', 'is', 'it']);
  });
});

describe('queries', () => {
  test('hold nothing but words and our own signs, whatever is searched for', () => {
    expect(wordQuery("'foo' & !bar:* <-> (baz", { match: 'any', prefix: 'none' })).toBe('foo | bar | baz');
    expect(wordQuery('São Tom', { match: 'all', prefix: 'last' })).toBe('sao & tom:*');
    expect(wordQuery(' :* ', { match: 'all', prefix: 'every' })).toBeNull();
    expect(wordQuery('x '.repeat(9_000) + 'y', { match: 'all', prefix: 'every' })).toBe('x:* & y:*');
  });

  test('a pattern takes its own signs as letters', () => {
    expect(containsPattern('100%_\\')).toBe('%100\\%\\_\\\\%');
  });

  test('the text of an index keeps within bounds', () => {
    expect(searchableText('word '.repeat(50_000)).split(' ')).toHaveLength(20_000);
    expect(searchableText('a'.repeat(500))).toHaveLength(60);
  });
});
