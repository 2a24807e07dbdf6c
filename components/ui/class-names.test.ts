import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { classNames } from './class-names';

const css = readFileSync(path.join(import.meta.dirname, '../../app/globals.css'), 'utf8');
const named = (prefix: string) => [
  ...new Set([...css.matchAll(new RegExp(`--${prefix}-([a-z]+(?:-[a-z]+)*): `, 'g'))].map(([, name]) => name!)),
];

describe('classNames', () => {
  it('lets the later of two win, and leaves out what is not', () => {
    expect(classNames('px-2 py-1', false, undefined, 'px-4')).toBe('py-1 px-4');
  });

  it.each(named('text'))('knows text-%s as a size, which a colour does not replace', (name) => {
    expect(classNames(`text-${name}`, 'text-danger')).toBe(`text-${name} text-danger`);
    expect(classNames('text-sm', `text-${name}`)).toBe(`text-${name}`);
  });

  it.each(named('shadow'))('knows shadow-%s', (name) => expect(classNames('shadow-lg', `shadow-${name}`)).toBe(`shadow-${name}`));

  it.each(named('spacing'))('knows h-%s and size-%s', (name) => {
    expect(classNames('h-9', `h-${name}`)).toBe(`h-${name}`);
    expect(classNames(`size-${name}`, 'size-5')).toBe('size-5');
  });

  it.each(named('container'))('knows max-w-%s', (name) => expect(classNames(`max-w-${name}`, 'max-w-lg')).toBe('max-w-lg'));

  it.each(named('transition-duration'))('knows duration-%s', (name) => {
    expect(classNames('duration-300', `duration-${name}`)).toBe(`duration-${name}`);
  });
});
