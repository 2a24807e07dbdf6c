import { match } from '@formatjs/intl-localematcher';
import Negotiator from 'negotiator';
import { defaultLocale, isLocale, type Locale, locales } from './locales';

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The language of a request: the one chosen earlier, else the best for what the browser asks for, else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | undefined): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).languages().filter(isTag);
  if (wanted.length === 0) return defaultLocale;
  return match(wanted, locales, defaultLocale) as Locale;
}
