import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/** Prisma's schema engine, with its methods by the names that the CLI calls them. */
export type SchemaEngine = bindings.SchemaEngine;

let panicMessage = '';
let loaded = false;

/** What the engine said when it last panicked; its exception then says nothing. */
export function lastPanic(): string {
  return panicMessage;
}

// The package's own entry imports the .wasm file as a module, which Node does not do.
function load(): void {
  if (loaded) return;
  // The engine calls this on a panic and dies without a word when it is missing.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => void (panicMessage = text) } });
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const wasm = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  loaded = true;
}

/** A new engine. An engine hands out its shadow database once, so every call needs one of its own. Free it after use. */
export async function createEngine(connections: SqlMigrationAwareDriverAdapterFactory, schemaFiles: string[]): Promise<SchemaEngine> {
  load();
  const datamodels = schemaFiles.map((file): [string, string] => [file, readFileSync(file, 'utf8')]);
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  return bindings.SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(connections));
}
