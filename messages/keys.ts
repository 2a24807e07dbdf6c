import type { MessageKeys, NestedKeyOf, useTranslations } from 'use-intl';
import type { en } from './en';
import type { Locale } from './locales';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en;
  }
}

type Words<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Words<Tree[Key]> };

type Part<Tree> = { readonly [Key in keyof Tree]?: Tree[Key] extends string ? string : Part<Tree[Key]> };

/** Every text of one language. */
export type Messages = Words<typeof en>;

/** The texts of a language other than English. A test fails while one is missing; until then the page shows it in English. */
export type Translation = Part<typeof en>;

/** The keys of one group, for a word that comes from the server: `t(\`phases.${phase}\` as KeyOf<'phases'>)`. */
export type KeyOf<Group extends keyof typeof en> = `${Group}.${keyof (typeof en)[Group] & string}`;

/** What `useTranslations()` gives, for functions that take it as an argument. */
export type Translate = ReturnType<typeof useTranslations<never>>;

/** The dotted key of a text that a person reads. */
export type MessageKey = MessageKeys<typeof en, NestedKeyOf<typeof en>>;
