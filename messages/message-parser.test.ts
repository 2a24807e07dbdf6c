import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { messagesOf } from './dictionaries';
import { locales } from './locales';
import { parse } from './message-parser';

// The parser that `use-intl` brings along, found from where it is used.
const fromUseIntl = createRequire(createRequire(import.meta.url).resolve('intl-messageformat'));
const whole = fromUseIntl('@formatjs/icu-messageformat-parser') as { parse: (text: string, options: object) => unknown };
const asWhole = (text: string) => whole.parse(text, { captureLocation: false });

function textsOf(messages: object): string[] {
  return Object.values(messages).flatMap((value: unknown) => (typeof value === 'string' ? [value] : textsOf(value as object)));
}

describe('the parser of texts', () => {
  test.each(locales)('reads every text of %s as the whole parser does', (locale) => {
    const texts = textsOf(messagesOf(locale));
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) expect(parse(text), text).toEqual(asWhole(text));
  });

  test.each([
    'a {n, plural, =0 {none} one {# x {b}} other {# {c, select, yes {y} other {z #}}}} {p, number} z',
    "it's {n} o''clock",
    '1 < 2 and # {n}',
    '{ n } {n , plural , other { # } }',
  ])('reads %j as the whole parser does', (text) => expect(parse(text)).toEqual(asWhole(text)));

  test.each(['{', 'a}', '{n, date}', '{n, plural, one {x}}', "'{n}'", '<b>x</b>', '{n, number, ::percent}', '{n, plural, other {x}'])(
    'does not take %j for what it is not',
    (text) => expect(() => parse(text)).toThrow(SyntaxError),
  );
});
