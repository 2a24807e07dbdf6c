import { en } from './en';

type Paths<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Prefix}${Key}` : Paths<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

/** The key of a text that a person reads. */
export type MessageKey = Paths<typeof en>;

type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}.other` ? Stem : never) : never;

type Values = Record<string, string | number>;

const plural = new Intl.PluralRules('en');

function find(key: string): string {
  let node: unknown = en;
  for (const part of key.split('.')) node = (node as Record<string, unknown> | undefined)?.[part];
  return typeof node === 'string' ? node : key;
}

function fill(text: string, values: Values | undefined): string {
  if (!values) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The text of a key, with `{name}` replaced. */
export function t(key: MessageKey, values?: Values): string {
  return fill(find(key), values);
}

/** The text of a key that comes as `one` and `other`, chosen by `count`, which also fills `{count}`. */
export function plurals(key: PluralKey, count: number, values?: Values): string {
  const form = plural.select(count) === 'one' ? 'one' : 'other';
  return fill(find(`${key}.${form}`), { count: count.toLocaleString('en'), ...values });
}
