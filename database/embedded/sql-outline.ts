/**
 * The statements of an SQL text with comments removed and literals emptied, split at semicolons: enough to see
 * what kind of statement each is. Quoted names are kept. Not a parser: an unclosed literal runs to the end.
 */
export function outlineStatements(sql: string): string[] {
  return scanStatements(sql).map((statement) => statement.outline);
}

/** The statements of an SQL text as they stand, without the semicolons between them. */
export function splitStatements(sql: string): string[] {
  return scanStatements(sql).map((statement) => statement.text);
}

function scanStatements(sql: string): { outline: string; text: string }[] {
  const statements: { outline: string; text: string }[] = [];
  let outline = '';
  let start = 0;
  let offset = 0;
  const finish = (): void => {
    if (outline.trim()) statements.push({ outline: outline.trim(), text: sql.slice(start, offset).trim() });
    outline = '';
    start = offset + 1;
  };
  while (offset < sql.length) {
    const part = nextPart(sql, offset, outline.slice(-2));
    if (part.kind === 'end') finish();
    else outline += part.outline;
    offset = part.next;
  }
  finish();
  return statements;
}

const plainRun = /[^;'"$/-]+/y;

type Part = { kind: 'end' | 'text'; outline: string; next: number };

function nextPart(sql: string, offset: number, before: string): Part {
  const text = (outline: string, next: number): Part => ({ kind: 'text', outline, next });
  const behind = (terminator: string, from: number): number => {
    const end = sql.indexOf(terminator, from);
    return end < 0 ? sql.length : end + terminator.length;
  };
  plainRun.lastIndex = offset;
  const run = plainRun.exec(sql)?.[0];
  if (run) return text(run, offset + run.length);
  const character = sql[offset]!;
  if (character === ';') return { kind: 'end', outline: '', next: offset + 1 };
  if (character === '-' && sql[offset + 1] === '-') return text(' ', behind('\n', offset));
  if (character === '/' && sql[offset + 1] === '*') return text(' ', endOfComment(sql, offset));
  if (character === "'") return text("''", endOfString(sql, offset, /(?:^|[^\w$])e$/i.test(before)));
  if (character === '"') {
    const end = endOfString(sql, offset, false, '"');
    return text(sql.slice(offset, end), end);
  }
  if (character === '$' && !/[\w$]$/.test(before)) {
    const tag = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(sql.slice(offset, offset + 70))?.[0];
    return tag ? text("''", behind(tag, offset + tag.length)) : text('$', offset + 1);
  }
  return text(character, offset + 1);
}

function endOfComment(sql: string, start: number): number {
  let depth = 0;
  for (let offset = start; offset < sql.length;) {
    const pair = sql.slice(offset, offset + 2);
    if (pair === '/*') depth += 1;
    if (pair === '*/') depth -= 1;
    offset += pair === '/*' || pair === '*/' ? 2 : 1;
    if (depth === 0) return offset;
  }
  return sql.length;
}

function endOfString(sql: string, start: number, escapes: boolean, quote = "'"): number {
  for (let offset = start + 1; offset < sql.length; offset += 1) {
    if (escapes && sql[offset] === '\\') offset += 1;
    else if (sql[offset] === quote) {
      if (sql[offset + 1] !== quote) return offset + 1;
      offset += 1;
    }
  }
  return sql.length;
}
