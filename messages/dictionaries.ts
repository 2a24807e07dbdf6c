import { en } from './en';
import type { Messages, Translation } from './keys';
import type { Locale } from './locales';
import { ptBR } from './pt-BR';
import { sw } from './sw';

export const translations: Record<Exclude<Locale, 'en'>, Translation> = { 'pt-BR': ptBR, sw };

type Tree = { [key: string]: string | Tree };

function over(english: Tree, translated: Tree | undefined): Tree {
  return Object.fromEntries(
    Object.entries(english).map(([key, value]) => {
      const own = translated?.[key];
      return [key, typeof value === 'string' ? (own ?? value) : over(value, typeof own === 'object' ? own : undefined)];
    }),
  );
}

const complete = new Map<Locale, Messages>();

/** Every text of a language; one that is not translated yet comes in English. */
export function messagesOf(locale: Locale): Messages {
  const known = complete.get(locale);
  if (known) return known;
  const messages = locale === 'en' ? en : (over(en as Tree, translations[locale] as Tree) as Messages);
  complete.set(locale, messages);
  return messages;
}
