// npm run bench:overload [-- --seconds 15]
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Answer, closedLoop, type LoadRequest, openLoop, send } from './open-loop';
import { countOpenReplies, seedOwners, type SeededOwner } from './seed';
import { type Goal, judge, printTable, quantile } from './statistics';
import { API_EMBEDDER_ID, ensureBuild, type Server, startModel, startPostgresDatabase, startProduct } from './surroundings';
import { chatRequest } from './turns';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '15' } } });

const POOL_SIZE = 4;
const AT_ONCE = 16;
const OVERLOAD = 4;
const RECOVERS_WITHIN_MS = 10_000;
const SETTLES_WITHIN_MS = 60_000;

type Scenario = { name: string; next: (owner: SeededOwner) => LoadRequest };

async function timeToRecoverMs(probe: () => LoadRequest): Promise<number> {
  const startedAtMs = performance.now();
  for (let quick = 0; quick < 5;) {
    const { status, ms } = await send(probe());
    quick = status >= 200 && status < 300 && ms < 1_000 ? quick + 1 : 0;
    if (performance.now() - startedAtMs > RECOVERS_WITHIN_MS * 3) return Infinity;
    if (quick === 0) await sleep(50);
  }
  return performance.now() - startedAtMs;
}

function countStatuses(answers: readonly Answer[]): string {
  const counts = new Map<string, number>();
  for (const { status, failure } of answers) {
    const key = failure ?? String(status);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([status, count]) => `${status}: ${count}`).join(', ');
}

async function overload({ name, next }: Scenario, owners: readonly SeededOwner[]): Promise<Goal[]> {
  let turn = 0;
  const nextRequest = () => next(owners[(turn += 1) % owners.length] as SeededOwner);
  await closedLoop(nextRequest, AT_ONCE, 3);
  const sustainable = await closedLoop(nextRequest, AT_ONCE, 5);
  const answers = await openLoop(nextRequest, sustainable * OVERLOAD, Number(values.seconds));
  const recoveryMs = await timeToRecoverMs(nextRequest);
  const afterwards = await closedLoop(nextRequest, AT_ONCE, 5);

  const succeeded = answers.filter(({ status }) => status >= 200 && status < 300);
  const shed = answers.filter(({ status }) => status === 429 || status === 503);
  const other = answers.length - succeeded.length - shed.length;
  const times = (of: readonly Answer[]) =>
    [0.5, 0.99, 1]
      .map((share) =>
        quantile(
          of.map(({ ms }) => ms),
          share,
        ).toFixed(0),
      )
      .join(' / ');
  printTable(
    `${name}: ${OVERLOAD} times the sustainable rate, database pool of ${POOL_SIZE}`,
    ['', ''],
    [
      [`sustainable rate, ${AT_ONCE} at once, a second`, sustainable],
      ['sent a second', answers.length / Number(values.seconds)],
      ['answers by status', countStatuses(answers)],
      ['served p50 / p99 / most ms', times(succeeded)],
      ['shed p50 / p99 / most ms', times(shed)],
      ['quick again after ms', recoveryMs],
      ['rate afterwards, a second', afterwards],
    ],
  );
  return [
    { name: `${name}: neither served nor shed`, value: other, atMost: 0 },
    {
      name: `${name}: slowest refusal`,
      value: quantile(
        shed.map(({ ms }) => ms),
        1,
      ),
      atMost: 1_000,
      unit: ' ms',
    },
    { name: `${name}: quick again`, value: recoveryMs, atMost: RECOVERS_WITHIN_MS, unit: ' ms' },
    { name: `${name}: rate afterwards, × before`, value: afterwards / sustainable, atLeast: 0.7 },
  ];
}

/** Waits for the replies that are still written; gives how many never end. */
async function countStuckReplies(databaseUrl: string): Promise<number> {
  const untilMs = performance.now() + SETTLES_WITHIN_MS;
  for (;;) {
    const open = await countOpenReplies(databaseUrl);
    if (open === 0 || performance.now() > untilMs) return open;
    await sleep(500);
  }
}

const scenarios = (product: Server): Scenario[] => [
  {
    name: 'list of agents',
    next: (owner) => ({ url: `${product.origin}/api/selfclaw/v1/hosted-agents`, headers: { authorization: `Bearer ${owner.apiKey}` } }),
  },
  {
    name: 'chat turns, streamed',
    next: (owner) => {
      const request = chatRequest(product.origin, owner);
      return { ...request, headers: { ...request.headers, accept: 'text/event-stream' } };
    },
  },
];

await ensureBuild();
const database = await startPostgresDatabase();
const model = await startModel(0);
try {
  const owners = await seedOwners(database.url, { owners: 1_000, messages: 10, memories: 20, embedderId: API_EMBEDDER_ID });
  const product = await startProduct({ database, model, environment: { DATABASE_POOL_SIZE: String(POOL_SIZE) } });
  try {
    const goals: Goal[] = [];
    for (const scenario of scenarios(product)) goals.push(...(await overload(scenario, owners)));
    goals.push({ name: 'replies that never end', value: await countStuckReplies(database.url), atMost: 0 });
    judge(goals);
  } finally {
    await product.stop();
  }
} finally {
  await model.stop();
  await database.stop();
}
