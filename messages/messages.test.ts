import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { translations } from './dictionaries';
import { en } from './en';
import { sameInEveryLanguage } from './same-in-every-language';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) texts.set(path, text);
  }
  return texts;
}

/** The names of a message's values with how each is used, and its tags. */
function argumentsOf(elements: MessageFormatElement[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(`${TYPE[element.type]} ${element.value}`);
    if (element.type === TYPE.tag) for (const name of argumentsOf(element.children)) names.add(name);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) for (const name of argumentsOf(option.value)) names.add(name);
    }
  }
  return names;
}

/** Reports a broken message by its key instead of by a stack. */
function shapeOf(key: string, text: string): string[] {
  try {
    return [...argumentsOf(parse(text))].sort();
  } catch (error) {
    throw new Error(`${key} is no valid message: ${text}`, { cause: error });
  }
}

const english = flatten(en);
const notToTranslate = new Set<string>(sameInEveryLanguage);

describe('the English messages', () => {
  it('are valid', () => {
    for (const [key, text] of english) {
      shapeOf(key, text);
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
    }
  });
});

describe.each(Object.entries(translations))('the messages in %s', (_locale, translation) => {
  const texts = flatten(translation as Tree);

  it('are complete, and say nothing that English does not', () => {
    expect({
      missing: [...english.keys()].filter((key) => !texts.has(key)),
      left: [...texts.keys()].filter((key) => !english.has(key)),
    }).toEqual({ missing: [], left: [] });
  });

  it('take the values of the English ones', () => {
    const different = [...texts].filter(([key, text]) => {
      const original = english.get(key);
      return original !== undefined && shapeOf(key, text).join() !== shapeOf(key, original).join();
    });
    expect(different).toEqual([]);
  });

  it('are translated', () => {
    const untranslated = [...texts].filter(([key, text]) => english.get(key) === text && !notToTranslate.has(text));
    expect(untranslated).toEqual([]);
  });
});
