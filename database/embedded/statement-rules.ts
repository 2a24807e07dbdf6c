import { outlineStatements } from './sql-outline';

/** What a client's SQL means for a session that it shares with other clients. */
export type StatementVerdict = {
  /** SQL to run instead; `undefined` leaves the client's own. */
  replacement?: string;
  listen: string[];
  /** Channels left; `*` is all of them. */
  unlisten: string[];
  /** The statement may have changed settings of the session. */
  changesSettings: boolean;
};

const nothingSpecial: StatementVerdict = { listen: [], unlisten: [], changesSettings: false };
const special = /\b(?:copy|listen|unlisten|set|reset|set_config|discard|deallocate)\b/i;
const changesRows = /^(?:update|insert|select|with|delete|merge|alter)\b/i;

// Refused in the database itself, so that the state of the client's transaction stays true. Reading COPY data
// from the client would abort the WASM backend.
const refuseCopy =
  "do $$ begin raise exception 'COPY FROM STDIN is not supported by the embedded database' " +
  "using errcode = '0A000', hint = 'Insert rows instead, or use PostgreSQL through DATABASE_URL.'; end $$";

// Harmless stand-in with the command tag of a real UNLISTEN: the shared session must go on listening for others.
const listenToNobody = 'unlisten "selfclaw nobody"';

function channelOf(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}

/** Judges the SQL of one Query or Parse message. */
export function judgeStatement(sql: string): StatementVerdict {
  if (!special.test(sql)) return nothingSpecial;
  const statements = outlineStatements(sql);
  const verdict: StatementVerdict = { listen: [], unlisten: [], changesSettings: false };
  for (const statement of statements) {
    if (/^copy\b.*\bfrom\s+stdin\b/is.test(statement)) return { ...verdict, replacement: refuseCopy };
    const listening = /^(un)?listen\s+("(?:[^"]|"")+"|[\w$\u0080-\uffff]+|\*)$/i.exec(statement);
    if (listening) verdict[listening[1] ? 'unlisten' : 'listen'].push(channelOf(listening[2]!));
    if (/^(?:set|reset)\b/i.test(statement) && !/^set\s+(?:local|transaction|constraints)\b/i.test(statement))
      verdict.changesSettings = true;
    if (changesRows.test(statement) && /\bset_config\s*\(/i.test(statement)) verdict.changesSettings = true;
  }
  const first = statements[0] ?? '';
  if (statements.length > 1) return verdict;
  if (verdict.unlisten.length > 0) return { ...verdict, replacement: listenToNobody };
  // These would throw away other clients' statements and subscriptions.
  if (/^deallocate\s+(?:prepare\s+)?all$/i.test(first) || /^discard\s+(?:all|plans)$/i.test(first)) {
    return { ...verdict, unlisten: /^discard\s+all$/i.test(first) ? ['*'] : [], changesSettings: true, replacement: 'reset all' };
  }
  return verdict;
}
