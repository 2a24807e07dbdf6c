import { describe, expect, it } from 'vitest';
import { chooseLocale } from './choose-locale';

describe('chooseLocale', () => {
  it.each([
    ['pt-BR', 'sw,en', 'pt-BR'],
    [undefined, 'pt-BR,pt;q=0.9,en;q=0.8', 'pt-BR'],
    [undefined, 'pt-PT', 'pt-BR'],
    [undefined, 'sw-KE,en;q=0.5', 'sw'],
    [undefined, 'de-AT,de;q=0.9,sw;q=0.8', 'sw'],
    [undefined, 'en-GB', 'en'],
    [undefined, 'ja', 'en'],
    [undefined, '*', 'en'],
    [undefined, 'x_y;q=zz,,;', 'en'],
    [undefined, '', 'en'],
    [undefined, undefined, 'en'],
    ['xx', 'sw', 'sw'],
  ] as const)('with %s kept and %s asked for, it is %s', (kept, accepted, locale) => {
    expect(chooseLocale(kept, accepted)).toBe(locale);
  });
});
