// npm run bench:languages [-- --database embedded]: finds memories and messages by questions in English, Portuguese and Swahili.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { OwnedAgent } from '@/lib/auth/principal';
import { closeRuntime, embedder } from '@/lib/llm/runtime';
import { rankMemories } from '@/lib/memories/ranking-query';
import { retrieveMemories } from '@/lib/memories/retrieval';
import { addMemory } from '@/lib/memories/service';
import { closeDatabase, pool } from '@/lib/platform/database';
import { closeJobs } from '@/lib/platform/jobs';
import { indexMissing } from '@/lib/retrieval/indexing';
import { findPastMessages } from '@/lib/retrieval/past-messages';
import { MESSAGE_WEIGHTS } from '@/lib/retrieval/weights';
import { memoryQuestions } from '@/tests/memory-questions';
import { createOwnedAgent } from '@/tests/owned-agent';
import { storeConversations } from './past-conversations';
import { median, printTable } from './statistics';
import { enterProduct, startEmbeddedDatabase, startPostgresDatabase } from './surroundings';

const DEPTHS = [5, 10] as const;
const DEEPEST = Math.max(...DEPTHS);
const SAID_AT = new Date('2026-03-02T09:00:00Z');

/** `hard`: what makes the question hard. */
const questionsSchema = z.array(z.object({ hard: z.string(), memory: z.string(), question: z.string() }));
type Question = z.infer<typeof questionsSchema>[number];

/** `both` is what a chat turn does. */
const WAYS = ['both', 'words', 'vectors'] as const;
type Way = (typeof WAYS)[number];

const readQuestions = (name: string): Question[] =>
  questionsSchema.parse(JSON.parse(readFileSync(new URL(`languages/${name}.json`, import.meta.url), 'utf8')));

const LANGUAGES: ReadonlyMap<string, Question[]> = new Map([
  ['en', memoryQuestions.map(({ memory, paraphrase }) => ({ hard: 'synonyms', memory, question: paraphrase }))],
  ['pt', readQuestions('pt')],
  ['sw', readQuestions('sw')],
]);

type Asked = { language: string; kind: 'memories' | 'messages'; way: Way; hard: string; recall: number[]; milliseconds: number };

/** The texts that a question finds, best first. */
async function findTexts(agent: OwnedAgent, kind: Asked['kind'], way: Way, question: string, vector: number[] | null): Promise<string[]> {
  const embedding = way === 'words' ? null : vector;
  if (kind === 'messages') {
    const weights = { ...MESSAGE_WEIGHTS, ...(way === 'vectors' && { words: 0 }) };
    const found = await findPastMessages(agent, question, { limit: DEEPEST, embedding, weights });
    return found.map(({ passage }) => passage);
  }
  const memories =
    way === 'vectors'
      ? await rankMemories(agent.id, { embedderId: embedder().id, embedding, words: [], limit: DEEPEST })
      : await retrieveMemories(agent, question, { limit: DEEPEST, embedding });
  return memories.map(({ content }) => content);
}

async function askAll(language: string, questions: readonly Question[]): Promise<Asked[]> {
  const agent = await createOwnedAgent();
  for (const { memory } of questions) {
    const added = await addMemory(agent, { content: memory, category: 'fact', source: 'owner', actor: 'owner' });
    if (!('memory' in added) || !added.memory.indexed) throw new Error(`"${memory}" was not stored with its vector`);
  }
  // A conversation each: nothing is found by what happens to stand beside it.
  const sessions = questions.map(({ memory }) => ({ at: SAID_AT, turns: [{ id: memory, speaker: 'Ana', text: memory }] }));
  await storeConversations(agent, { sessions, speakers: ['Ana', 'Safari'] });
  await indexMissing(agent, new Date(0));
  await pool().query('analyze memories, message_passages');
  const vectors = await embedder().embed(questions.map(({ question }) => question));
  const asked: Asked[] = [];
  for (const kind of ['memories', 'messages'] as const) {
    for (const way of WAYS) {
      for (const [index, { hard, memory, question }] of questions.entries()) {
        const startedAt = performance.now();
        const found = await findTexts(agent, kind, way, question, vectors[index] ?? null);
        const milliseconds = performance.now() - startedAt;
        const recall = DEPTHS.map((depth) => (found.slice(0, depth).includes(memory) ? 1 : 0));
        asked.push({ language, kind, way, hard, recall, milliseconds });
      }
    }
  }
  return asked;
}

const shares = (asked: readonly Asked[]) =>
  DEPTHS.map((_, index) => (asked.reduce((sum, { recall }) => sum + (recall[index] ?? 0), 0) / asked.length).toFixed(3));

const columns = DEPTHS.map((depth) => `recall@${depth}`);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { database: { type: 'string', default: 'postgres' } } });
  const database = values.database === 'embedded' ? await startEmbeddedDatabase() : await startPostgresDatabase();
  enterProduct(database);
  try {
    await embedder().embed(['warm']);
    const all: Asked[] = [];
    for (const [language, questions] of LANGUAGES) all.push(...(await askAll(language, questions)));
    for (const kind of ['memories', 'messages'] as const) {
      const rows = [...LANGUAGES].flatMap(([language, { length }]) =>
        WAYS.map((way) => {
          const asked = all.filter((one) => one.language === language && one.kind === kind && one.way === way);
          return [
            `${language}, ${way} (${length})`,
            ...shares(asked),
            `${median(asked.map(({ milliseconds }) => milliseconds)).toFixed(1)} ms`,
          ];
        }),
      );
      printTable(`${kind}, without the encoder's time`, ['', ...columns, 'median'], rows);
    }
    const both = all.filter(({ kind, way, language }) => kind === 'memories' && way === 'both' && language !== 'en');
    const groups = new Map<string, Asked[]>();
    for (const asked of both) {
      const name = `${asked.language}, ${asked.hard}`;
      groups.set(name, [...(groups.get(name) ?? []), asked]);
    }
    printTable(
      'memories by what makes the question hard',
      ['', ...columns],
      [...groups].map(([name, asked]) => [`${name} (${asked.length})`, ...shares(asked)]),
    );
  } finally {
    await closeJobs();
    await closeRuntime();
    await closeDatabase();
    await database.stop();
  }
}

await main();
