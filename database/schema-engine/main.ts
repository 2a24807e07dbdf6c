import { parseArgs } from 'node:util';
import { runCliCommand } from './cli-commands';
import { createConnections, presentInternalChar, type Datasource } from './engine-connections';
import { serveJsonRpc } from './json-rpc';

// Stands in for Prisma's native schema engine, which is not on the package registry: the same arguments, the same
// JSON-RPC on standard input and output, with the WASM build of the same engine inside and `pg` underneath.
const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  strict: false,
  allowPositionals: true,
  options: { datasource: { type: 'string' }, datamodels: { type: 'string', multiple: true }, version: { type: 'boolean' } },
});

if (values.version) {
  process.stdout.write('schema-engine-cli wasm\n');
} else {
  const datasource = JSON.parse(typeof values.datasource === 'string' ? values.datasource : '{}') as Datasource;
  presentInternalChar();
  if (positionals[0] === 'cli') {
    process.exit(await runCliCommand(positionals[1], datasource.url));
  }
  const schemaFiles = (values.datamodels ?? []).filter((file) => typeof file === 'string');
  await serveJsonRpc({ datasource, connections: createConnections(datasource), schemaFiles });
  process.exit(0);
}
