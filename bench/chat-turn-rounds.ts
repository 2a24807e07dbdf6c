import { cpuMs } from './processes';
import { resetConversations, type SeededOwner } from './seed';
import { median } from './statistics';
import { chatRequest, nextQuestion, type StreamRequest, wholeTurn } from './turns';

/** One of the servers that are compared. `pid` is whose CPU counts. */
export type Target = { name: string; pid: number; request: (owner: SeededOwner) => StreamRequest };

/** Figures of one server: medians over the rounds. */
export type Figures = {
  /** Time to the first token, median, one turn after the other. */
  firstTokenMs: number;
  /** CPU of the server process a turn, one after the other and 32 at once. */
  cpuMs: number;
  cpuAtOnceMs: number;
  turnsPerSecond: number;
  /** The same of each round, in order: rounds of the same place lie next to each other in time. */
  rounds: readonly Round[];
};

type Round = { firstTokenMs: number; cpuMs: number; cpuAtOnceMs: number; turnsPerSecond: number };

export type RoundPlan = { rounds: number; sequentialTurns: number; turnsAtOnce: number; atOnce: number; messages: number };

/** A server whose turns need its owner's key. */
export function chatTarget(name: string, server: { pid: number; origin: string }): Target {
  return { name, pid: server.pid, request: (owner) => chatRequest(server.origin, owner) };
}

/** The model server itself, asked with a prompt as long as that of a turn. */
export function modelTarget(model: { pid: number; origin: string }, messages: number): Target {
  const history = Array.from({ length: messages }, (_, position) => ({
    role: position % 2 === 0 ? 'user' : 'assistant',
    content: `Message ${position + 1}: I would like to spend more time on it this month, mostly in the mornings before work, and not every day.`,
  }));
  const request = () => ({
    url: `${model.origin}/v1/chat/completions`,
    headers: { authorization: 'Bearer bench' },
    body: { model: 'test-model', stream: true, messages: [...history, { role: 'user', content: nextQuestion() }] },
  });
  return { name: 'model server, called directly', pid: model.pid, request };
}

async function runRound(target: Target, owners: readonly SeededOwner[], plan: RoundPlan): Promise<Round> {
  const ownerAt = (position: number) => owners[position % owners.length] as SeededOwner;
  const firstTokensMs: number[] = [];
  const cpuBefore = cpuMs(target.pid);
  for (let turn = 0; turn < plan.sequentialTurns; turn += 1) {
    firstTokensMs.push((await wholeTurn(target.request(ownerAt(turn)))).firstTokenMs);
  }
  const cpuBetween = cpuMs(target.pid);
  const startedAtMs = performance.now();
  let started = 0;
  // Each of those at once has its own owners, as 32 people have.
  const run = async (lane: number) => {
    for (let turn = lane; started < plan.turnsAtOnce; turn += plan.atOnce) {
      started += 1;
      await wholeTurn(target.request(ownerAt(turn)));
    }
  };
  await Promise.all(Array.from({ length: plan.atOnce }, (_, lane) => run(lane)));
  const seconds = (performance.now() - startedAtMs) / 1_000;
  return {
    firstTokenMs: median(firstTokensMs),
    cpuMs: (cpuBetween - cpuBefore) / plan.sequentialTurns,
    cpuAtOnceMs: (cpuMs(target.pid) - cpuBetween) / plan.turnsAtOnce,
    turnsPerSecond: plan.turnsAtOnce / seconds,
  };
}

/** Runs the targets in turns (A B C, B C A, …), so that what else the machine does falls on all of them alike. */
export async function compare(
  targets: readonly Target[],
  owners: readonly SeededOwner[],
  databaseUrl: string,
  plan: RoundPlan,
): Promise<Figures[]> {
  const rounds = new Map<Target, Round[]>(targets.map((target) => [target, []]));
  const warmUp = { ...plan, sequentialTurns: Math.min(30, plan.sequentialTurns), turnsAtOnce: plan.atOnce * 4 };
  for (const target of targets) await runRound(target, owners, warmUp);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (let place = 0; place < targets.length; place += 1) {
      const target = targets[(round + place) % targets.length] as Target;
      await resetConversations(databaseUrl, plan.messages);
      rounds.get(target)?.push(await runRound(target, owners, plan));
    }
  }
  return targets.map((target) => {
    const of = rounds.get(target) ?? [];
    return {
      firstTokenMs: median(of.map((round) => round.firstTokenMs)),
      cpuMs: median(of.map((round) => round.cpuMs)),
      cpuAtOnceMs: median(of.map((round) => round.cpuAtOnceMs)),
      turnsPerSecond: median(of.map((round) => round.turnsPerSecond)),
      rounds: of,
    };
  });
}
