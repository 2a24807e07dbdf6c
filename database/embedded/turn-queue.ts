/** Work of one party. Resolves to `true` while the party is inside a transaction and must keep the session. */
export type Turn = () => Promise<boolean>;

/** Hands one database session to many parties in turn. */
export type TurnQueue<Party extends object> = {
  /** Turns of one party run in order; parties take turns, and nobody comes between while one is in a transaction. */
  add(party: Party, turn: Turn): void;
  /** Like {@link add}, ahead of the party's other turns, which are dropped. */
  replace(party: Party, turn: Turn): void;
  forget(party: Party): void;
  /** How many turns of this party wait. */
  waiting(party: Party): number;
  /** The party inside a transaction. */
  holder(): Party | undefined;
};

/** What the queue's owner is told. */
export type TurnQueueSettings<Party extends object> = {
  /** How long a party may sit in a transaction without work while others wait. */
  idleInTransactionMs: number;
  onIdleInTransaction(party: Party): void;
  /** A turn threw; the party no longer holds the session. */
  onFailure(party: Party, error: unknown): void;
  /** A turn of this party is done. */
  onTurn?(party: Party): void;
};

/** Creates the queue. Between two turns the event loop runs, so signals and new connections are never starved. */
export function createTurnQueue<Party extends object>(settings: TurnQueueSettings<Party>): TurnQueue<Party> {
  const turns = new Map<Party, Turn[]>();
  let rotation: Party[] = [];
  let holder: Party | undefined;
  let running = false;
  let idleTimer: NodeJS.Timeout | undefined;

  function nextParty(): Party | undefined {
    if (holder) return turns.has(holder) ? holder : undefined;
    return rotation[0];
  }

  function takeTurn(party: Party): Turn {
    const queue = turns.get(party)!;
    const turn = queue.shift()!;
    rotation = rotation.filter((other) => other !== party);
    if (queue.length > 0) rotation.push(party);
    else turns.delete(party);
    return turn;
  }

  function stopWatching(): void {
    clearTimeout(idleTimer);
    idleTimer = undefined;
  }

  // A timer that runs already is left alone, or a stream of newcomers would put it off for ever.
  function watchHolder(): void {
    if (idleTimer || !holder || rotation.length === 0) return;
    const idle = holder;
    idleTimer = setTimeout(() => {
      idleTimer = undefined;
      if (holder === idle && !turns.has(idle) && !running) settings.onIdleInTransaction(idle);
    }, settings.idleInTransactionMs);
    idleTimer.unref();
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let party = nextParty(); party; party = nextParty()) {
      stopWatching();
      try {
        holder = (await takeTurn(party)()) ? party : undefined;
      } catch (error) {
        holder = undefined;
        settings.onFailure(party, error);
      }
      settings.onTurn?.(party);
      await new Promise(setImmediate);
    }
    running = false;
    watchHolder();
  }

  return {
    add(party, turn) {
      const queue = turns.get(party);
      if (queue) queue.push(turn);
      else {
        turns.set(party, [turn]);
        rotation.push(party);
      }
      void run();
    },
    replace(party, turn) {
      this.forget(party);
      this.add(party, turn);
    },
    forget(party) {
      turns.delete(party);
      rotation = rotation.filter((other) => other !== party);
    },
    waiting: (party) => turns.get(party)?.length ?? 0,
    holder: () => holder,
  };
}
