// npm run bench:api [-- --rounds 5 --seconds 5]
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { cpuMs } from './processes';
import { addAgents, seedOwners, type SeededOwner } from './seed';
import { startStatementCounter } from './statement-counter';
import { judge, median, printTable } from './statistics';
import {
  API_EMBEDDER_ID,
  type BenchDatabase,
  ensureBuild,
  type Server,
  startHandWritten,
  startModel,
  startPostgresDatabase,
  startProduct,
} from './surroundings';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '5' } } });

const CONNECTIONS = 16;
const AGENTS = [1, 3] as const;

const reads = {
  'reply polling (GET …/chat/:messageId/result)': (owner: SeededOwner) => `/${owner.agentId}/chat/${owner.replyId}/result`,
  'authenticated read (GET …/soul)': (owner: SeededOwner) => `/${owner.agentId}/soul`,
};

type Rate = { requestsPerSecond: number; cpuMs: number; p99Ms: number };

async function load(server: Server, path: string, owner: SeededOwner, seconds: number): Promise<Rate> {
  const before = cpuMs(server.pid);
  const result = await autocannon({
    url: `${server.origin}/api/selfclaw/v1/hosted-agents${path}`,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { authorization: `Bearer ${owner.apiKey}` },
  });
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(`${path}: ${result.non2xx} refusals, ${result.errors} errors, ${result.timeouts} time-outs`);
  return {
    requestsPerSecond: result.requests.average,
    cpuMs: (cpuMs(server.pid) - before) / Math.max(1, result.requests.total),
    p99Ms: result.latency.p99,
  };
}

/** Both servers in turns, so that what else the machine does falls on both alike. */
async function compareReads(product: Server, handWritten: Server, owner: SeededOwner): Promise<{ name: string; ratio: number }[]> {
  const ratios: { name: string; ratio: number }[] = [];
  for (const [name, pathOf] of Object.entries(reads)) {
    const rates: Record<'product' | 'handWritten', Rate[]> = { product: [], handWritten: [] };
    const servers = [
      ['product', product],
      ['handWritten', handWritten],
    ] as const;
    for (const [, server] of servers) await load(server, pathOf(owner), owner, 2);
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const order = round % 2 === 0 ? servers : [...servers].reverse();
      for (const [key, server] of order) rates[key].push(await load(server, pathOf(owner), owner, Number(values.seconds)));
    }
    const middle = (of: Rate[], key: keyof Rate) => median(of.map((rate) => rate[key]));
    const rows = (['handWritten', 'product'] as const).map((key) => [
      key === 'product' ? 'SelfClaw' : 'bare Fastify',
      middle(rates[key], 'requestsPerSecond'),
      middle(rates[key], 'cpuMs'),
      middle(rates[key], 'p99Ms'),
    ]);
    printTable(`${name}, ${CONNECTIONS} connections`, ['', 'requests/s', 'CPU ms each', 'p99 ms'], rows);
    // Neighbours in time are compared, so that a busy moment of the machine weighs on neither.
    const each = rates.product.map((rate, round) => rate.requestsPerSecond / (rates.handWritten[round]?.requestsPerSecond ?? Number.NaN));
    ratios.push({ name, ratio: median(each) });
  }
  return ratios;
}

/** Statements of one list of agents: the commonest of 20 lists, because now and then a lease of permits is renewed beside them. */
async function countListStatements(database: BenchDatabase, model: Server, owners: readonly SeededOwner[]): Promise<number[]> {
  const counter = await startStatementCounter(database.url);
  const product = await startProduct({ database: { ...database, url: counter.url }, model });
  try {
    const counts: number[] = [];
    for (const owner of owners) {
      const seen: number[] = [];
      for (let request = 0; request < 21; request += 1) {
        const before = counter.count();
        const response = await fetch(`${product.origin}/api/selfclaw/v1/hosted-agents`, {
          headers: { authorization: `Bearer ${owner.apiKey}` },
        });
        await response.text();
        if (!response.ok) throw new Error(`the list of agents answered ${response.status}`);
        seen.push(counter.count() - before);
      }
      counts.push(median(seen));
    }
    return counts;
  } finally {
    await product.stop();
    await counter.close();
  }
}

await ensureBuild();
const database = await startPostgresDatabase();
const model = await startModel(0);
const servers: Server[] = [model];
try {
  const owners = await seedOwners(database.url, { owners: 64, messages: 40, memories: 20, embedderId: API_EMBEDDER_ID });
  const [one, three] = owners.slice(0, 2) as [SeededOwner, SeededOwner];
  await addAgents(database.url, three, AGENTS[1]);
  const product = await startProduct({ database, model });
  servers.push(product);
  const handWritten = await startHandWritten('reads-server.ts', { DATABASE_URL: database.url });
  servers.push(handWritten);
  const ratios = await compareReads(product, handWritten, one);
  const [ofOne = Number.NaN, ofThree = Number.NaN] = await countListStatements(database, model, [one, three]);
  printTable(
    'The list of agents',
    ['agents', 'SQL statements'],
    [
      [String(AGENTS[0]), String(ofOne)],
      [String(AGENTS[1]), String(ofThree)],
    ],
  );
  judge([
    ...ratios.map(({ name, ratio }) => ({ name: `${name}, × bare Fastify`, value: ratio, atLeast: 0.4 })),
    { name: 'statements that two more agents add to the list', value: ofThree - ofOne, atMost: 0 },
  ]);
} finally {
  for (const server of servers.reverse()) await server.stop();
  await database.stop();
}
