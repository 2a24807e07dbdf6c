// Runs another program in this process, and ends it when the test run that started it is gone. A preloaded module could not do
// this: the program's own workers would inherit it.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

process.on('disconnect', () => process.exit(1));
process.channel?.unref();

const program = path.resolve(process.argv[2] ?? '');
process.argv.splice(1, 2, program);
await import(pathToFileURL(program).href);
