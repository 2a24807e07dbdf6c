/** Settings (`SET …`) of each client, laid over the one session that all share. */
export type SessionSettings<Party extends object> = {
  /** Makes the session have this client's settings. Costs nothing while no client has any. */
  enter(party: Party): Promise<void>;
  /** Learns what the client's last statements changed; call it outside a transaction. */
  learn(party: Party): Promise<void>;
  forget(party: Party): void;
};

/** Runs SQL in the shared session and returns its rows as text. */
export type RunText = (sql: string) => Promise<(string | null)[][]>;

const listSettings = "select name, setting from pg_settings where source = 'session' order by name";

const literal = (text: string): string => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Reads the database's own list instead of parsing SQL, so it is right for every way to change a setting.
 * Settings with a prefix of their own (`app.user`) are not in that list and stay shared.
 */
export async function createSessionSettings<Party extends object>(run: RunText): Promise<SessionSettings<Party>> {
  const read = async (): Promise<Map<string, string>> =>
    new Map((await run(listSettings)).map(([name, value]) => [name ?? '', value ?? '']));
  const original = await read();
  const byParty = new WeakMap<Party, Map<string, string>>();
  let current = new Map<string, string>();

  async function apply(wanted: Map<string, string>): Promise<void> {
    const changes: string[] = [];
    for (const name of current.keys()) {
      if (wanted.has(name)) continue;
      const before = original.get(name);
      changes.push(before === undefined ? `reset ${quotedName(name)}` : setTo(name, before));
    }
    for (const [name, value] of wanted) if (current.get(name) !== value) changes.push(setTo(name, value));
    if (changes.length > 0) await run(changes.join('; '));
    current = wanted;
  }

  return {
    async enter(party) {
      const wanted = byParty.get(party);
      if (wanted || current.size > 0) await apply(wanted ?? new Map());
    },
    async learn(party) {
      const changed = [...(await read())].filter(([name, value]) => original.get(name) !== value);
      current = new Map(changed);
      if (changed.length > 0) byParty.set(party, current);
      else byParty.delete(party);
    },
    forget(party) {
      byParty.delete(party);
    },
  };
}

function setTo(name: string, value: string): string {
  return `select set_config(${literal(name)}, ${literal(value)}, false)`;
}
