/** The languages of the pages, English first: it is the one that is used when no other fits. */
export const locales = ['en', 'pt-BR', 'sw'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'en';

/** Each language in its own words, as a reader who does not know the present one would look for it. */
export const localeNames: Record<Locale, string> = { en: 'English', 'pt-BR': 'Português (Brasil)', sw: 'Kiswahili' };

/** Keeps the language that a person chose. Readable by scripts: it is no secret. */
export const localeCookie = 'selfclaw_locale';

export function isLocale(text: string | undefined): text is Locale {
  return (locales as readonly (string | undefined)[]).includes(text);
}
