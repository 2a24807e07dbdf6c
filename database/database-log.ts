import pino from 'pino';

/** What the database programs need of a logger; pino's shape. */
export type DatabaseLog = {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

/** A logger writing JSON lines to standard error, so that standard output stays free for a command's answer. */
export function createDatabaseLog(program: string): DatabaseLog {
  return pino(
    {
      level: process.env.LOG_LEVEL || 'info',
      base: { process: program, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: pino.stdSerializers.err },
    },
    // Synchronous: the last line before a crash is the one that matters.
    pino.destination({ dest: 2, sync: true }),
  );
}

/** A logger that says nothing. */
export const silentLog: DatabaseLog = { debug() {}, info() {}, warn() {}, error() {} };
