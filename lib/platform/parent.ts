/** What a child process tells the supervisor. */
export type ParentMessage = { type: 'ready'; url?: string };

/** How long a process may take to end in order, in milliseconds; the supervisor allows a little more before it kills. */
const SHUTDOWN_LIMIT_MS = 7_000;

/** Tells the supervisor something; does nothing in a process that was started by hand. */
export function tellParent(message: ParentMessage): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}

/**
 * Ends this process in order, once, for whichever comes first: SIGTERM, SIGINT, or the end of the supervisor that started it
 * (also by `kill -9`, which closes the channel between them).
 *
 * Runs `shutdown`, then exits with 0; with 1 when it throws or takes longer than seven seconds. Call it once, early, in the entry.
 */
export function endWithParent(shutdown: (reason: string) => Promise<void> | void): void {
  let ending = false;
  async function end(reason: string): Promise<void> {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref();
    try {
      await shutdown(reason);
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  }
  process.on('SIGTERM', () => void end('SIGTERM'));
  process.on('SIGINT', () => void end('SIGINT'));
  if (!process.channel) return;
  process.once('disconnect', () => {
    // The supervisor read our output; without it every write fails, and that must not cut the shutdown short.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
    void end('the supervisor ended');
  });
}
