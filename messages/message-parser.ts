// Stands for `@formatjs/icu-messageformat-parser` on the pages, which is eight times as large and knows much that these texts do
// not use (see next.config.ts). A test reads every text with both.

const LITERAL = 0;
const ARGUMENT = 1;
const NUMBER = 2;
const DATE = 3;
const TIME = 4;
const SELECT = 5;
const PLURAL = 6;
const POUND = 7;
const TAG = 8;

type Options = Record<string, { value: Element[] }>;

type Element =
  | { type: typeof LITERAL | typeof ARGUMENT; value: string }
  | { type: typeof NUMBER; value: string; style: null }
  | { type: typeof SELECT; value: string; options: Options }
  | { type: typeof PLURAL; value: string; options: Options; offset: 0; pluralType: 'cardinal' }
  | { type: typeof POUND };

type Typed = { type: number };

const is = (type: number) => (element: Typed) => element.type === type;
const never = () => false;

export const isLiteralElement = is(LITERAL);
export const isArgumentElement = is(ARGUMENT);
export const isNumberElement = is(NUMBER);
export const isDateElement = is(DATE);
export const isTimeElement = is(TIME);
export const isSelectElement = is(SELECT);
export const isPluralElement = is(PLURAL);
export const isPoundElement = is(POUND);
export const isTagElement = is(TAG);
export const isNumberSkeleton = never;
export const isDateTimeSkeleton = never;

/**
 * Reads a text with `{name}`, `{name, number}`, `{name, plural, …}` and `{name, select, …}`.
 *
 * @throws SyntaxError for everything else that braces, tags and quotes may mean
 */
export function parse(text: string): Element[] {
  let at = 0;

  function fail(): never {
    throw new SyntaxError(`A text that people read cannot be understood at ${at}: ${text}`);
  }

  function take(pattern: RegExp): string {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? fail();
    at += found.length;
    return found.trim();
  }

  function readOptions(isPlural: boolean): Options {
    const options: Options = {};
    while (text[at] !== '}') {
      const name = take(/=?[\w-]+\s*(?=\{)/y);
      take(/\{/y);
      options[name] = { value: readElements(isPlural, true) };
      take(/\}\s*/y);
    }
    if (!options.other) fail();
    return options;
  }

  function readArgument(): Element {
    take(/\{\s*/y);
    const value = take(/\w+\s*/y);
    if (take(/\}|,\s*/y) === '}') return { type: ARGUMENT, value };
    const kind = take(/\w+\s*/y);
    if (kind === 'number') {
      take(/\}/y);
      return { type: NUMBER, value, style: null };
    }
    if (kind !== 'plural' && kind !== 'select') fail();
    take(/,\s*/y);
    const options = readOptions(kind === 'plural');
    take(/\}/y);
    return kind === 'plural' ? { type: PLURAL, value, options, offset: 0, pluralType: 'cardinal' } : { type: SELECT, value, options };
  }

  function readElements(inPlural: boolean, nested: boolean): Element[] {
    const elements: Element[] = [];
    const literal = inPlural ? /(?:[^{}#<']|''|'(?![{}<#'])|<(?![a-z/]))+/iy : /(?:[^{}<']|''|'(?![{}<'])|<(?![a-z/]))+/iy;
    while (at < text.length) {
      const letter = text[at];
      if (letter === '}' && nested) return elements;
      if (letter === '{') elements.push(readArgument());
      else if (letter === '#' && inPlural) {
        at += 1;
        elements.push({ type: POUND });
      } else {
        const start = at;
        take(literal);
        elements.push({ type: LITERAL, value: text.slice(start, at).replaceAll("''", "'") });
      }
    }
    return nested ? fail() : elements;
  }

  return readElements(false, false);
}
