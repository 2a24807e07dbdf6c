// One embedded database in a process of its own: prints its address, and ends when its standard input does.
import { startEmbeddedDatabase } from '@/database/embedded';

const dataDir = process.argv[2];
if (!dataDir) throw new Error('usage: embedded-server.ts <data folder>');

const server = await startEmbeddedDatabase({ dataDir, log: (line: unknown) => console.error(line) });
process.stdout.write(`${server.url}\n`);
process.stdin.resume();
process.stdin.on('error', () => process.exit(0));
process.stdin.on('end', () => process.exit(0)); // A throw-away folder: no need to close it in order.
