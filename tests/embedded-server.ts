// One embedded database in a process of its own: prints its address, and ends when its standard input does.
import { createDatabaseLog } from '@/database/database-log';
import { startEmbeddedDatabase } from '@/database/embedded/start';

const dataDir = process.argv[2];
if (!dataDir) throw new Error('usage: embedded-server.ts <data folder>');

const server = await startEmbeddedDatabase({ dataDir, durable: false, log: createDatabaseLog('test-database') });
process.stdout.write(`${server.url}\n`);
process.stdin.resume();
process.stdin.on('error', () => process.exit(0));
process.stdin.on('end', () => process.exit(0)); // A throw-away folder: no need to close it in order.
