import { databaseNameOf, maintenanceUrlOf, quoteName, withConnection } from './engine-connections';

// Prisma reads these lines from standard error, in the native engine's format.
function say(level: 'INFO' | 'ERROR', message: string, errorCode?: string): void {
  const fields = { message, ...(errorCode && { error_code: errorCode }) };
  const line = { timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

const codes: Record<string, string> = {
  '3D000': 'P1003',
  ECONNREFUSED: 'P1001',
  ENOENT: 'P1001',
  ENOTFOUND: 'P1001',
  ETIMEDOUT: 'P1001',
  '28P01': 'P1000',
  '28000': 'P1000',
};

/** Runs one of the engine's direct commands and returns the exit code. */
export async function runCliCommand(command: string | undefined, url: string): Promise<number> {
  // Prisma throws the first line away.
  say('INFO', 'Starting schema engine CLI');
  const name = databaseNameOf(url);
  const onServer = (sql: string): Promise<unknown> => withConnection(maintenanceUrlOf(url), (client) => client.query(sql));
  try {
    if (command === 'can-connect-to-database') {
      await withConnection(url, async () => undefined);
      say('INFO', 'Connection successful');
    } else if (command === 'create-database') {
      await onServer(`CREATE DATABASE ${quoteName(name)}`);
      say('INFO', 'Successfully created database');
    } else if (command === 'drop-database') {
      await onServer(`DROP DATABASE ${quoteName(name)}`);
      say('INFO', 'The database was successfully dropped');
    } else throw new Error(`unknown command ${command}`);
    return 0;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const prismaCode = code ? codes[code] : undefined;
    say('ERROR', prismaCode === 'P1003' ? `Database \`${name}\` does not exist` : message || String(error), prismaCode);
    return 1;
  }
}
