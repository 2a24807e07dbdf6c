import fs from 'node:fs';
import pg from 'pg';

// Program of the crash tests: crash-writer URL FILE RUN. Writes rows until the server dies; FILE names the last acknowledged.
const [url, file, run] = process.argv.slice(2) as [string, string, string];
const client = new pg.Client({ connectionString: url });
client.on('error', () => {});
await client.connect();
const record = fs.openSync(file, 'w');
let acknowledged = 0;
try {
  for (;;) {
    const next = acknowledged + 1;
    await client.query('begin');
    await client.query('insert into crash_row (run, n, pad) values ($1, $2, $3)', [run, next, 'p'.repeat(500)]);
    await client.query('update crash_total set n = n + 1');
    await client.query('insert into crash_vector (e) values ($1)', [`[${Math.random()},${Math.random()},${Math.random()}]`]);
    await client.query('commit');
    acknowledged = next;
    fs.writeSync(record, `${acknowledged}`.padEnd(12), 0);
    if (acknowledged === 10) process.send?.('writing');
  }
} catch {
  process.exit(0);
}
