import readline from 'node:readline';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { databaseNameOf, maintenanceUrlOf, quoteName, withConnection, type Datasource } from './engine-connections';
import { createEngine, lastPanic, type SchemaEngine } from './wasm-engine';

/** What the engine works on. */
export type EngineSettings = { datasource: Datasource; connections: SqlMigrationAwareDriverAdapterFactory; schemaFiles: string[] };

type Request = { id: number | string; method?: string; params?: Record<string, unknown> };

function send(content: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...content })}\n`);
}

/** Answers the CLI's requests in order until it closes standard input. */
export async function serveJsonRpc(settings: EngineSettings): Promise<void> {
  let current: Request['id'] | undefined;
  // A panic of the engine breaks its promise for good and surfaces here.
  process.on('uncaughtException', (error) => {
    if (current === undefined) throw error;
    send({ id: current, error: describe(error) });
    process.exit(1);
  });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line) as Request;
    // Without a method it is an answer to a request of ours.
    current = request.id;
    if (request.method) send(await answer(settings, request.id, request.method, request.params ?? {}));
  }
}

async function answer(settings: EngineSettings, id: Request['id'], method: string, params: Record<string, unknown>): Promise<object> {
  try {
    const result = method === 'createDatabase' ? await createDatabase(settings.datasource.url) : await callEngine(settings, method, params);
    return { id, result: result ?? null };
  } catch (error) {
    return { id, error: describe(error) };
  }
}

function describe(error: unknown): object {
  const { code, message } = error as { code?: string; message?: string };
  const data = { is_panic: false, message: lastPanic() || (message ?? String(error)), ...(code && { error_code: code }) };
  return { code: 4466, message: 'An error happened. Check the data field for details.', data };
}

async function createDatabase(url: string): Promise<object> {
  const name = databaseNameOf(url);
  await withConnection(maintenanceUrlOf(url), (client) => client.query(`CREATE DATABASE ${quoteName(name)}`));
  return { databaseName: name };
}

let printed = 0;

async function callEngine({ connections, schemaFiles }: EngineSettings, method: string, params: Record<string, unknown>): Promise<unknown> {
  const engine = await createEngine(connections, schemaFiles);
  try {
    // The WASM build forgets its shadow database in these two; they read a cache that devDiagnostic fills.
    if (method === 'evaluateDataLoss' || method === 'createMigration') {
      await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters } as never);
    }
    const name = (method === 'getDatabaseVersion' ? 'version' : method) as keyof SchemaEngine;
    if (typeof engine[name] !== 'function') throw new Error(`the schema engine has no method ${method}`);
    const result = await (engine[name] as (input: unknown) => Promise<unknown>).call(engine, params);
    const text = (result as { stdout?: string | null } | undefined)?.stdout;
    if (method === 'diff' && typeof text === 'string') {
      printed += 1;
      send({ id: `p${printed}`, method: 'print', params: { content: text } });
    }
    return result;
  } finally {
    engine.free();
  }
}
