import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseHTML } from 'linkedom';
import { en } from '@/messages/en';
import { isTaken, shortcutGroups, shortcuts } from './shortcuts';

let page: Document;

beforeEach(() => {
  const { document, Element } = parseHTML(
    '<main><p id="text">Words</p><input id="field"><div id="editor" contenteditable="true"><b id="inside">x</b></div></main>',
  );
  page = document;
  vi.stubGlobal('document', document);
  vi.stubGlobal('Element', Element);
});

afterEach(() => vi.unstubAllGlobals());

const press = (id: string, more: Partial<KeyboardEvent> = {}) => ({
  target: page.getElementById(id),
  isComposing: false,
  defaultPrevented: false,
  ...more,
});

describe('the table of shortcuts', () => {
  it('binds no key twice, and no sequence begins with a key that does something by itself', () => {
    const bindings = shortcuts.flatMap((shortcut) => shortcut.bindings);
    expect(new Set(bindings).size).toBe(bindings.length);
    const first = bindings.filter((binding) => binding.includes(' ')).map((binding) => binding.split(' ')[0]);
    for (const key of first) expect(bindings).not.toContain(key);
  });

  it('has words for every shortcut and group', () => {
    for (const { id, group } of shortcuts) {
      expect(en.shortcuts[id], id).toBeTruthy();
      expect(shortcutGroups).toContain(group);
    }
  });

  it('lets only keys with a modifier work while somebody types', () => {
    for (const { inFields, bindings } of shortcuts) if (inFields) for (const binding of bindings) expect(binding).toContain('$mod');
  });
});

describe('isTaken', () => {
  it('leaves keys to fields and editors, but not those that work there too', () => {
    expect(isTaken(press('text'), false)).toBe(false);
    expect(isTaken(press('field'), false)).toBe(true);
    expect(isTaken(press('inside'), false)).toBe(true);
    expect(isTaken(press('field'), true)).toBe(false);
  });

  it.each(['dialog', 'alertdialog', 'menu', 'listbox'])('leaves every key to an open %s', (role) => {
    const layer = page.createElement('div');
    layer.setAttribute('role', role);
    page.body.append(layer);
    expect(isTaken(press('text'), false)).toBe(true);
    expect(isTaken(press('text'), true)).toBe(true);
  });

  it('leaves keys to input methods, and to whoever has answered them', () => {
    expect(isTaken(press('text', { isComposing: true }), false)).toBe(true);
    expect(isTaken(press('text', { defaultPrevented: true }), false)).toBe(true);
  });
});
