import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { isEmbedded } from '../server-requirements';
import { startMemoryDatabase } from '../embedded/memory-database';

/** Databases of a command, as Prisma's configuration names them. */
export type Datasource = { url: string; shadowDatabaseUrl?: string };

/** Name of the database in a connection string. */
export function databaseNameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres';
}

/** Runs `work` with a connection to `url` and closes it. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server's maintenance database, from where others are created and dropped. */
export function maintenanceUrlOf(url: string): string {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  return maintenance.toString();
}

/** An identifier in SQL. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const CHAR_OID = 18;
const TEXT_OID = 25;

// The adapter refuses PostgreSQL's internal "char" type, which the engine's catalogue queries return: show it as text.
export function presentInternalChar(): void {
  type Fields = { dataTypeID: number }[];
  const result = (pg as unknown as { Result: { prototype: { addFields(fields: Fields): unknown } } }).Result.prototype;
  const { addFields } = result;
  result.addFields = function (fields) {
    for (const field of fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
    return addFields.call(this, fields);
  };
}

async function connect(url: string, onDispose?: () => Promise<void>): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const schema = new URL(url).searchParams.get('schema') ?? undefined;
  const adapter = await new PrismaPg(pool, { schema, disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    // PostgreSQL 18 lists NOT NULL in pg_constraint, which makes the engine panic (prisma/orm#29635).
    const answer = await queryRaw({ ...query, sql: query.sql.replace("contype NOT IN ('p', 'u', 'f')", "contype IN ('c', 'x')") });
    // The one "char" that the engine insists on reading as a character.
    const position = answer.columnNames.indexOf('constraint_type');
    if (position >= 0) answer.columnTypes[position] = ColumnTypeEnum.Character;
    return answer;
  };
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await onDispose?.();
  };
  return adapter;
}

async function connectToShadow({ url, shadowDatabaseUrl }: Datasource): Promise<SqlDriverAdapter> {
  if (shadowDatabaseUrl) return connect(shadowDatabaseUrl);
  if (await withConnection(url, isEmbedded)) {
    // The embedded database has no second one beside it: the shadow lives in memory.
    const memory = await startMemoryDatabase();
    return connect(memory.url, () => memory.stop());
  }
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const shadow = new URL(url);
  shadow.pathname = `/${name}`;
  await withConnection(url, (client) => client.query(`CREATE DATABASE ${quoteName(name)}`));
  return connect(shadow.toString(), async () => {
    await withConnection(url, (client) => client.query(`DROP DATABASE ${quoteName(name)} WITH (FORCE)`));
  });
}

/** Connections for the engine. The adapter's own shadow database would be the main one, so that is ours. */
export function createConnections(datasource: Datasource): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(datasource.url),
    connectToShadowDb: () => connectToShadow(datasource),
  };
}
