// npm run bench:retrieval [-- --agents 10 --rounds 60]: retrieval for agents at their limits, 100,000 rows in all, against the bare exact query.
import { parseArgs } from 'node:util';
import type { OwnedAgent } from '@/lib/auth/principal';
import { embedder } from '@/lib/llm/runtime';
import { toUnitLength } from '@/lib/llm/embedder/embedder';
import { retrieveMemories } from '@/lib/memories/retrieval';
import { closeDatabase, pool } from '@/lib/platform/database';
import { findPastMessages } from '@/lib/retrieval/past-messages';
import { createOwnedAgent } from '@/tests/owned-agent';
import { enterProduct, startPostgresDatabase } from './surroundings';

const { values } = parseArgs({ options: { agents: { type: 'string', default: '10' }, rounds: { type: 'string', default: '60' } } });
const AGENTS = Number(values.agents);
const ROUNDS = Number(values.rounds);
const MEMORIES = 1_000;
const MESSAGES = 9_000;
const MESSAGES_A_CONVERSATION = 100;
const LIMIT = 12;
const MOST = 1.5;
const VOCABULARY = 21_000;
/** The words that a question is after are rarer than "the" and "and": the most frequent stands in a tenth of the messages. */
const MOST_FREQUENT = 30;
const WORDS_A_MESSAGE = 20;

const VECTOR = `(select array_agg(random() - 0.5 + 0 * c + 0 * n)::vector(512) from generate_series(1, 512) as c)`;
/** Words as people use them: few of them often, most of them rarely. */
const words = (prefix: string) =>
  `(select array_to_tsvector(array_agg(distinct ${prefix} || 'word' || floor(${MOST_FREQUENT} * exp(random() * ln(${VOCABULARY / MOST_FREQUENT})) + 0 * c + 0 * n)::int)) from generate_series(1, ${WORDS_A_MESSAGE}) as c)`;

/** Fills an agent up to its limits: made-up vectors of unit length, made-up words. */
async function fill(agent: OwnedAgent): Promise<void> {
  const parameters = [agent.id, agent.ownerId, embedder().id];
  await pool().query(
    `insert into memories (id, owner_id, agent_id, content, category, source, search, embedding, embedder_id)
     select gen_random_uuid(), $2, $1, 'memory ' || n, 'fact', 'owner', ${words(`''`)}, l2_normalize(${VECTOR}), $3 from generate_series(1, ${MEMORIES}) as n`,
    parameters,
  );
  await pool().query(
    `insert into conversations (id, owner_id, agent_id, last_sequence)
     select $1::int8 % 1000000000 * 1000 + n, $2, $1, ${MESSAGES_A_CONVERSATION} from generate_series(1, ${MESSAGES / MESSAGES_A_CONVERSATION}) as n`,
    parameters.slice(0, 2),
  );
  await pool().query(
    `with said as (
       insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, content)
       select gen_random_uuid(), $2, $1, c.id, n, 'user', 'message ' || n from conversations c, generate_series(1, ${MESSAGES_A_CONVERSATION}) as n
       where c.agent_id = $1 returning id, conversation_id, sequence as n
     )
     insert into message_passages (message_id, part, owner_id, agent_id, conversation_id, place, speaker, said_at, words, embedder_id, embedding)
     select id, 0, $2, $1, conversation_id, n * 100, 'user', now(), ${words(`to_hex($1::int8) || ':'`)}, $3, l2_normalize(${VECTOR}) from said`,
    parameters,
  );
}

const BARE = `(select id from memories where agent_id = $1 and status = 'active' order by embedding <#> $2::vector limit ${LIMIT})
  union all (select message_id from message_passages where agent_id = $1 order by embedding <#> $2::vector limit ${LIMIT})`;

function madeUpQuestion(): { text: string; embedding: number[] } {
  const word = () => `word${Math.floor(MOST_FREQUENT * Math.exp(Math.random() * Math.log(VOCABULARY / MOST_FREQUENT)))}`;
  const embedding = toUnitLength(Array.from({ length: 512 }, () => Math.random() - 0.5));
  if (!embedding) throw new Error('a vector of chance was all zero');
  return { text: `When did I see ${Array.from({ length: 5 }, word).join(' ')} with my sister?`, embedding };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const quantile = (times: readonly number[], share: number) =>
  [...times].sort((left, right) => left - right)[Math.floor(times.length * share)] ?? 0;

async function main(): Promise<void> {
  const database = await startPostgresDatabase();
  enterProduct(database);
  try {
    const agents: OwnedAgent[] = [];
    for (let count = 0; count < AGENTS; count += 1) {
      const agent = await createOwnedAgent();
      await fill(agent);
      agents.push(agent);
    }
    await pool().query('vacuum analyze');
    const times: Record<'bare' | 'memories' | 'messages' | 'both', number[]> = { bare: [], memories: [], messages: [], both: [] };
    for (let round = -5; round < ROUNDS; round += 1) {
      const agent = agents[Math.abs(round) % agents.length]!;
      const { text, embedding } = madeUpQuestion();
      const bare = await timeOf(() => pool().query({ name: 'bare', text: BARE, values: [agent.id, `[${embedding.join(',')}]`] }));
      const memories = await timeOf(() => retrieveMemories(agent, text, { limit: LIMIT, embedding }));
      const messages = await timeOf(() => findPastMessages(agent, text, { limit: LIMIT, embedding }));
      // As a chat turn asks them.
      const both = await timeOf(() =>
        Promise.all([
          retrieveMemories(agent, text, { limit: LIMIT, embedding }),
          findPastMessages(agent, text, { limit: LIMIT, embedding }),
        ]),
      );
      if (round < 0) continue; // Rounds to warm caches and plans.
      times.bare.push(bare);
      times.memories.push(memories);
      times.messages.push(messages);
      times.both.push(both);
    }
    console.log(`${AGENTS * (MEMORIES + MESSAGES)} rows, ${AGENTS} agents, ${ROUNDS} rounds`);
    for (const [name, list] of Object.entries(times))
      console.log(
        `${name.padEnd(9)} median ${quantile(list, 0.5).toFixed(1)} ms, best quarter ${quantile(list, 0.25).toFixed(1)} ms, p95 ${quantile(list, 0.95).toFixed(1)} ms`,
      );
    const sum = quantile(
      times.memories.map((memories, round) => (memories + (times.messages[round] ?? 0)) / (times.bare[round] ?? 1)),
      0.5,
    );
    console.log(`memories and then messages, against the bare query: ${sum.toFixed(2)} ×`);
    const ratio = quantile(
      times.both.map((both, round) => both / (times.bare[round] ?? both)),
      0.5,
    );
    console.log(`memories and messages at once, as a turn asks them, against the bare query: ${ratio.toFixed(2)} × (at most ${MOST} ×)`);
    if (ratio > MOST) process.exitCode = 1;
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

await main();
