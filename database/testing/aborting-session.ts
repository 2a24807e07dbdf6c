import { openBackendSession } from '../embedded/backend-session';
import { message } from '../embedded/wire-messages';

// Program of the crash tests: sends the database what the wire server never lets through, which kills its WASM.
const session = await openBackendSession({
  folder: process.argv[2],
  durable: false,
  onAbort(reason) {
    process.stdout.write(`aborted: ${reason}\n`);
    process.exit(70);
  },
});
await session.run(message('Q', 'create table if not exists survivor (n int)'));
await session.run(message('Q', 'insert into survivor values (1)'));
await session.run(message('Q', 'copy survivor from stdin'));
process.stdout.write('still alive\n');
process.exit(1);
