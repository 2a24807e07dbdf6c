/** A migration problem, with a message for the operator. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Says in plain words why a database cannot be reached. Holds no part of the connection string. */
export function explainConnectionError(error: unknown): MigrationError {
  const { code, message } = error as { code?: string; message: string };
  const reason = (() => {
    if (code === '28P01' || code === '28000') return 'the database server refuses the user or the password';
    if (code === '3D000') return `${message}; create it first`;
    if (code === '53300') return 'the database server has no connection left';
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return 'nothing listens at its address';
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host name is not known';
    return message || code || String(error);
  })();
  return new MigrationError(`The database cannot be used: ${reason}.`, { cause: error });
}
