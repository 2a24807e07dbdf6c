// npm run bench:chat-turn [-- --rounds 5 --turns 70 --delay-ms 20 --skip-embedded]
import { parseArgs } from 'node:util';
import { EMBEDDED_EMBEDDER_ID } from '@/lib/llm/embedder/embedded';
import {
  type BenchDatabase,
  API_EMBEDDER_ID,
  bundleOf,
  ensureBuild,
  productEnvironment,
  type Server,
  startEmbeddedDatabase,
  startHandWritten,
  startModel,
  startPostgresDatabase,
  startProduct,
} from './surroundings';
import { chatTarget, compare, type Figures, modelTarget, type RoundPlan } from './chat-turn-rounds';
import { countJobs, scriptEmptyFacts } from './extraction';
import { cpuMs, startProcess } from './processes';
import { resetConversations, seedOwners, type SeededOwner } from './seed';
import { judge, median, printTable } from './statistics';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    turns: { type: 'string', default: '70' },
    'delay-ms': { type: 'string', default: '20' },
    'skip-delay': { type: 'boolean', default: false },
    'skip-embedded': { type: 'boolean', default: false },
  },
});

const MESSAGES = 40;
const MEMORIES = 200;
const OWNERS = 64;
const AT_ONCE = 32;

const noDelay: RoundPlan = {
  rounds: Number(values.rounds),
  sequentialTurns: Number(values.turns),
  turnsAtOnce: 320,
  atOnce: AT_ONCE,
  messages: MESSAGES,
};
const withDelay: RoundPlan = { ...noDelay, rounds: Math.min(3, noDelay.rounds), sequentialTurns: 8, turnsAtOnce: AT_ONCE * 3 };

type Comparison = { direct: Figures; handWritten: Figures; product: Figures };

async function measure(
  database: BenchDatabase,
  owners: readonly SeededOwner[],
  delayMs: number,
  embedder: 'api' | 'embedded',
): Promise<Comparison> {
  const model = await startModel(delayMs);
  const servers: Server[] = [model];
  try {
    const handWritten = await startHandWritten('chat-server.ts', { DATABASE_URL: database.url, MODEL_URL: `${model.origin}/v1` });
    servers.push(handWritten);
    const product = await startProduct({ database, model, embedder });
    servers.push(product);
    const targets = [modelTarget(model, MESSAGES), chatTarget('hand-written', handWritten), chatTarget('SelfClaw', product)];
    const figures = await compare(targets, owners, database.url, delayMs === 0 ? noDelay : withDelay);
    const [direct, hand, own] = figures as [Figures, Figures, Figures];
    return { direct, handWritten: hand, product: own };
  } finally {
    for (const server of servers.reverse()) await server.stop();
  }
}

function print(title: string, { direct, handWritten, product }: Comparison): void {
  const rows = Object.entries({ 'model server, called directly': direct, 'hand-written Node server': handWritten, SelfClaw: product }).map(
    ([name, of]) => [
      name,
      of.firstTokenMs,
      of === direct ? '' : of.firstTokenMs - direct.firstTokenMs,
      of === direct ? '' : of.cpuMs,
      of === direct ? '' : of.cpuAtOnceMs,
      of.turnsPerSecond,
    ],
  );
  printTable(title, ['', 'first token p50 ms', 'added ms', 'CPU ms a turn', `… ${AT_ONCE} at once`, `turns/s, ${AT_ONCE} at once`], rows);
}

/** Ratios within each round, whose servers ran one after the other, and of these the median. */
function ratiosOf({ direct, handWritten, product }: Comparison): { added: number; cpu: number; throughput: number } {
  const rounds = product.rounds.flatMap((own, index) => {
    const [alone, hand] = [direct.rounds[index], handWritten.rounds[index]];
    return alone && hand ? [{ own, alone, hand }] : [];
  });
  return {
    added: median(rounds.map(({ own, alone, hand }) => (own.firstTokenMs - alone.firstTokenMs) / (hand.firstTokenMs - alone.firstTokenMs))),
    cpu: median(rounds.map(({ own, hand }) => own.cpuMs / hand.cpuMs)),
    throughput: median(rounds.map(({ own, hand }) => own.turnsPerSecond / hand.turnsPerSecond)),
  };
}

/** Lets a worker do the extractions that the turns have left behind, and says what one costs. */
async function measureExtraction(database: BenchDatabase, owners: readonly SeededOwner[]): Promise<void> {
  const model = await startModel(0);
  try {
    await scriptEmptyFacts(model.origin);
    const product = await startProduct({ database, model });
    await resetConversations(database.url, MESSAGES);
    const waiting = await countJobs.afterTurns(database.url, product, owners);
    await product.stop();
    const environment = productEnvironment({ database, model });
    const startedAtMs = performance.now();
    const worker = await startProcess({ command: [bundleOf('worker')], environment, readyLine: /"process":"worker"/ });
    try {
      const left = await countJobs.untilDone(database.url, 180_000);
      const seconds = (performance.now() - startedAtMs) / 1_000;
      printTable(
        'Extraction, held back until here, by one worker',
        ['jobs', 'left', 'seconds', 'CPU ms each'],
        [[String(waiting), String(left), seconds, cpuMs(worker.pid) / Math.max(1, waiting - left)]],
      );
    } finally {
      await worker.stop();
    }
  } finally {
    await model.stop();
  }
}

async function onPostgres(): Promise<void> {
  const database = await startPostgresDatabase();
  try {
    const owners = await seedOwners(database.url, { owners: OWNERS, messages: MESSAGES, memories: MEMORIES, embedderId: API_EMBEDDER_ID });
    const fast = await measure(database, owners, 0, 'api');
    print(`PostgreSQL, embedding service, model with no delay (${MESSAGES} messages, ${MEMORIES} memories)`, fast);
    if (!values['skip-delay']) {
      const slow = await measure(database, owners, Number(values['delay-ms']), 'api');
      print(`The same, model with ${values['delay-ms']} ms before each token`, slow);
      const { added, cpu, throughput } = ratiosOf(slow);
      console.log(`  ratios: added ${added.toFixed(2)}, CPU ${cpu.toFixed(2)}, turns/s ${throughput.toFixed(2)}`);
    }
    await measureExtraction(database, owners);
    const { added, cpu, throughput } = ratiosOf(fast);
    judge([
      { name: 'added time to the first token, × hand-written', value: added, atMost: 2.5 },
      { name: 'CPU a turn, × hand-written', value: cpu, atMost: 2.5 },
      { name: `turns a second, ${AT_ONCE} at once, × hand-written`, value: throughput, atLeast: 0.5 },
    ]);
  } finally {
    await database.stop();
  }
}

async function onEmbedded(): Promise<void> {
  const database = await startEmbeddedDatabase();
  try {
    const owners = await seedOwners(database.url, {
      owners: OWNERS,
      messages: MESSAGES,
      memories: MEMORIES,
      embedderId: EMBEDDED_EMBEDDER_ID,
    });
    const comparison = await measure(database, owners, 0, 'embedded');
    print(
      'Embedded database, SelfClaw with its embedded encoder (no goal; the hand-written server keeps the embedding service)',
      comparison,
    );
    const { added, cpu, throughput } = ratiosOf(comparison);
    console.log(`  ratios: added ${added.toFixed(2)}, CPU ${cpu.toFixed(2)}, turns/s ${throughput.toFixed(2)}`);
  } finally {
    await database.stop();
  }
}

await ensureBuild();
await onPostgres();
if (!values['skip-embedded']) await onEmbedded();
