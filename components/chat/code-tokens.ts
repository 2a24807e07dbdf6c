/** What a piece of code is, as far as its colour tells. */
export type CodeToken = {
  text: string;
  kind: 'plain' | 'keyword' | 'string' | 'comment' | 'constant' | 'function' | 'parameter' | 'inserted' | 'deleted';
};

export type HighlightedLine = CodeToken[];

/** Colours of tokens: those of the design, which are legible in both themes. */
export const tokenStyles: Record<CodeToken['kind'], string | undefined> = {
  plain: undefined,
  keyword: 'text-accent-strong',
  string: 'text-positive',
  comment: 'text-muted-foreground italic',
  constant: 'text-warning',
  function: 'font-medium',
  parameter: undefined,
  inserted: 'text-positive',
  deleted: 'text-danger',
};
