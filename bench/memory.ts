// npm run bench:memory -- FILE… [--database postgres|embedded] [--cache FILE] [--weights JSON]: finds the turns that answer questions about long conversations.
//   --cache keeps vectors between runs, for experiments; the encoder's time is then not told. --weights replaces some weights, to measure each.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { OwnedAgent } from '@/lib/auth/principal';
import { createEmbeddedEmbedder } from '@/lib/llm/embedder/embedded';
import type { Embedder } from '@/lib/llm/embedder/embedder';
import { closeRuntime, embedder } from '@/lib/llm/runtime';
import { DAY_MS } from '@/lib/platform/clock';
import { sha256 } from '@/lib/platform/crypto';
import { closeDatabase, pool } from '@/lib/platform/database';
import { indexMissing } from '@/lib/retrieval/indexing';
import { findPastMessages } from '@/lib/retrieval/past-messages';
import { MESSAGE_WEIGHTS, type MessageWeights } from '@/lib/retrieval/weights';
import { createOwnedAgent } from '@/tests/owned-agent';
import { type LocomoFile, readLocomo } from './locomo';
import { storeConversations } from './past-conversations';
import { startEmbeddedDatabase, enterProduct, startPostgresDatabase } from './surroundings';

const DEPTHS = [5, 10, 20] as const;
const CATEGORIES = new Map([
  [1, 'several turns'],
  [2, 'time'],
  [3, 'inference'],
  [4, 'one turn'],
]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { database: { type: 'string', default: 'postgres' }, cache: { type: 'string' }, weights: { type: 'string', default: '{}' } },
});
if (positionals.length === 0) {
  console.error('Name the files: npm run bench:memory -- FILE…');
  process.exit(2);
}

const weights = { ...MESSAGE_WEIGHTS, ...(JSON.parse(values.weights) as Partial<MessageWeights>) };

/** The embedded encoder, which remembers the vectors of a run before. */
function rememberVectors(file: string): Embedder {
  const real = createEmbeddedEmbedder();
  const known = new Map<string, number[] | null>(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);
  const keyOf = (text: string) => sha256(text).toString('base64');
  return {
    ...real,
    embed: async (texts) => {
      const missing = texts.filter((text) => !known.has(keyOf(text)));
      const vectors = await real.embed(missing);
      missing.forEach((text, index) => known.set(keyOf(text), vectors[index]?.map((component) => Number(component.toFixed(6))) ?? null));
      return texts.map((text) => known.get(keyOf(text)) ?? null);
    },
    close: async () => {
      writeFileSync(file, JSON.stringify([...known]));
      await real.close();
    },
  };
}

type Asked = { category: number; recall: number[]; encoderMs: number; retrievalMs: number };

async function askAll(agent: OwnedAgent, { sessions, questions }: LocomoFile, turns: ReadonlyMap<string, string>): Promise<Asked[]> {
  const askedAt = new Date(Math.max(...sessions.map(({ at }) => at.getTime())) + DAY_MS);
  const asked: Asked[] = [];
  for (const { text, category, evidence } of questions) {
    const startedAt = performance.now();
    const [embedding] = await embedder().embed([text]);
    const embeddedAt = performance.now();
    const found = await findPastMessages(agent, text, { limit: Math.max(...DEPTHS), embedding: embedding ?? null, now: askedAt, weights });
    const foundAt = performance.now();
    const ids = found.map(({ messageId }) => turns.get(messageId));
    const recall = DEPTHS.map((depth) => {
      const first = new Set(ids.slice(0, depth));
      return evidence.filter((id) => first.has(id)).length / evidence.length;
    });
    asked.push({ category, recall, encoderMs: embeddedAt - startedAt, retrievalMs: foundAt - embeddedAt });
  }
  return asked;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const median = (numbers: readonly number[]) => [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;
const shares = (asked: readonly Asked[]) =>
  DEPTHS.map((depth, index) => `recall@${depth} ${mean(asked.map(({ recall }) => recall[index] ?? 0)).toFixed(3)}`).join(' ');

async function main(): Promise<void> {
  const database = values.database === 'embedded' ? await startEmbeddedDatabase() : await startPostgresDatabase();
  enterProduct(database);
  const cacheFile = values.cache;
  if (cacheFile) (globalThis as { selfclawModels?: { embedder: Embedder } }).selfclawModels = { embedder: rememberVectors(cacheFile) };
  try {
    const all: Asked[] = [];
    for (const file of positionals) {
      const conversation = readLocomo(file);
      const agent = await createOwnedAgent();
      const turns = await storeConversations(agent, conversation);
      const startedAt = performance.now();
      await indexMissing(agent, new Date(0));
      const indexedMs = performance.now() - startedAt;
      await pool().query('analyze message_passages');
      await embedder().embed(['warm']);
      const asked = await askAll(agent, conversation, turns);
      console.log(
        `${file}: ${turns.size} turns in ${conversation.sessions.length} conversations, indexed in ${(indexedMs / 1000).toFixed(1)} s; ${asked.length} questions: ${shares(asked)}`,
      );
      all.push(...asked);
    }
    for (const [category, name] of CATEGORIES) {
      const asked = all.filter((question) => question.category === category);
      if (asked.length > 0) console.log(`category ${category} (${name}, ${asked.length} questions) ${shares(asked)}`);
    }
    const [encoder, retrieval] = [all.map(({ encoderMs }) => encoderMs), all.map(({ retrievalMs }) => retrievalMs)];
    const told = (name: string, times: readonly number[]) =>
      `${name} mean ${mean(times).toFixed(1)} ms, median ${median(times).toFixed(1)} ms`;
    console.log(`a query: ${cacheFile ? '' : `${told('the encoder', encoder)}; `}${told('retrieval without the encoder', retrieval)}`);
    console.log(`all ${shares(all)}`);
  } finally {
    await closeRuntime();
    await closeDatabase();
    await database.stop();
  }
}

await main();
