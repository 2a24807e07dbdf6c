/** Why a reply was ended from outside: by its owner, or because its time was up. */
export type Interruption = 'stopped' | 'total-timeout';

/** One flag and one set of listeners for everything that a reply waits for. */
export type InterruptionSource = {
  current: () => Interruption | undefined;
  /** Calls `listener` at once when the interruption has happened already. Returns how to unsubscribe. */
  subscribe: (listener: (reason: Interruption) => void) => () => void;
  /** Settles with `undefined` when interrupted, and otherwise as `work` does, whose late result is then ignored. */
  race: <Result>(work: PromiseLike<Result>) => Promise<Result | undefined>;
  dispose: () => void;
};

/** Watches the owner's stop signal and the total time of a reply. `dispose` must be called at the reply's end. */
export function watchInterruptions(signal: AbortSignal | undefined, totalMs: number): InterruptionSource {
  let reason: Interruption | undefined;
  const listeners = new Set<(reason: Interruption) => void>();
  const interrupt = (cause: Interruption) => {
    if (reason) return;
    reason = cause;
    for (const listener of [...listeners]) listener(cause);
  };
  const stop = () => interrupt('stopped');
  const timer = setTimeout(() => interrupt('total-timeout'), totalMs);
  if (signal?.aborted) stop();
  else signal?.addEventListener('abort', stop, { once: true });

  const subscribe: InterruptionSource['subscribe'] = (listener) => {
    if (reason) listener(reason);
    else listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    current: () => reason,
    subscribe,
    race: (work) =>
      new Promise((resolve, reject) => {
        const unsubscribe = subscribe(() => resolve(undefined));
        work.then(
          (result) => {
            unsubscribe();
            resolve(result);
          },
          (error: unknown) => {
            unsubscribe();
            reject(error);
          },
        );
      }),
    dispose: () => {
      clearTimeout(timer);
      listeners.clear();
      signal?.removeEventListener('abort', stop);
    },
  };
}
