import { log } from './log';

/** Where Next.js keeps the listener that it puts on unhandled rejections, shared by all copies of its module. */
const NEXT_LISTENER = Symbol.for('next.unhandledRejectionListener');

/**
 * What becomes of errors that nothing caught. Call it first in an entry.
 *
 * After an exception nobody knows what state the process is in: it is logged as fatal, and the process exits with 1, so that the
 * supervisor starts a new one. What it was writing is ended by its leases. A rejected promise that nobody awaited is logged as an error
 * and leaves the process as it is, with everything else that it serves.
 */
export function endOnFaults(): void {
  // Before all others: Next.js puts a listener of its own that prints the error as it is and goes on.
  process.prependListener('uncaughtException', (error, origin) => {
    log().fatal({ error, origin }, 'an error that nothing caught ends this process');
    process.exit(1);
  });
  const onRejection = (error: unknown) => log().error({ error }, 'a promise was rejected and nothing handled it');
  process.on('unhandledRejection', onRejection);
  // Next.js takes this one for its own, which would print secrets.
  Object.assign(globalThis, { [NEXT_LISTENER]: onRejection });
}
