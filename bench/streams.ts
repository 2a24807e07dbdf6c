// npm run bench:streams [-- --streams 500]
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { residentBytes } from './processes';
import { countOpenReplies, seedOwners } from './seed';
import { judge, printTable, quantile } from './statistics';
import { API_EMBEDDER_ID, ensureBuild, startModel, startPostgresDatabase, startProduct } from './surroundings';
import { chatRequest, streamTurn } from './turns';

const { values } = parseArgs({ options: { streams: { type: 'string', default: '500' }, 'delay-ms': { type: 'string', default: '600' } } });

const STREAMS = Number(values.streams);
const MEGABYTE = 1_024 * 1_024;
const SAMPLE_MS = 200;
/** They are opened one after the other, as people come: 500 turns in one instant are an overload, which is another bench. */
const OPENED_A_SECOND = 25;

await ensureBuild();
const database = await startPostgresDatabase();
// 60 tokens with a pause before each: every stream is still open when the last one begins.
const model = await startModel(Number(values['delay-ms']));
try {
  const owners = await seedOwners(database.url, { owners: STREAMS, messages: 10, memories: 20, embedderId: API_EMBEDDER_ID });
  const product = await startProduct({ database, model });
  try {
    // What the first turns load stays out of the memory a stream.
    await Promise.all(owners.slice(0, 3).map((owner) => streamTurn(chatRequest(product.origin, owner))));
    const idleBytes = residentBytes(product.pid);
    let open = 0;
    let mostOpen = 0;
    let peakBytes = idleBytes;
    let left = STREAMS;
    const turns = owners.map(async (owner, position) => {
      await sleep((position * 1_000) / OPENED_A_SECOND);
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      try {
        return await streamTurn(chatRequest(product.origin, owner));
      } catch (error) {
        return { status: 0, isComplete: false, firstTokenMs: Number.NaN, totalMs: Number.NaN, error };
      } finally {
        open -= 1;
        left -= 1;
      }
    });
    while (left > 0) {
      peakBytes = Math.max(peakBytes, residentBytes(product.pid));
      await sleep(SAMPLE_MS);
    }
    const results = await Promise.all(turns);
    const whole = results.filter(({ status, isComplete }) => status === 200 && isComplete);
    const refusals = new Map<number, number>();
    for (const { status } of results.filter((result) => !whole.includes(result))) refusals.set(status, (refusals.get(status) ?? 0) + 1);
    await sleep(1_000);
    const stuck = await countOpenReplies(database.url);
    printTable(
      `${STREAMS} replies streamed at once by one web process`,
      ['', ''],
      [
        ['open at once', String(mostOpen)],
        ['streamed whole', String(whole.length)],
        ['not whole, by status', [...refusals].map(([status, count]) => `${status}: ${count}`).join(', ') || 'none'],
        [
          'first token p50 / p99 ms',
          [0.5, 0.99]
            .map((share) =>
              quantile(
                whole.map((turn) => turn.firstTokenMs),
                share,
              ).toFixed(0),
            )
            .join(' / '),
        ],
        ['resident memory before, MB', idleBytes / MEGABYTE],
        ['resident memory at most, MB', peakBytes / MEGABYTE],
        ['memory a stream, kB', (peakBytes - idleBytes) / 1_024 / STREAMS],
        ['replies left open in the database', String(stuck)],
      ],
    );
    judge([
      { name: 'streams lost', value: STREAMS - whole.length, atMost: 0 },
      { name: 'replies left open', value: stuck, atMost: 0 },
    ]);
  } finally {
    await product.stop();
  }
} finally {
  await model.stop();
  await database.stop();
}
