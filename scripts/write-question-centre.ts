import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { createEmbeddedEmbedder } from '@/lib/llm/embedder/embedded';

// Writes the mean of the vectors of many unlike questions: npx tsx scripts/write-question-centre.ts

const embedder = createEmbeddedEmbedder();
const questions = readFileSync('lib/retrieval/centre/questions.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const vectors = await embedder.embed(questions);
const sum = new Array<number>(embedder.dimensions).fill(0);
for (const vector of vectors) vector?.forEach((component, index) => (sum[index] = (sum[index] ?? 0) + component));
const centre = sum.map((component) => Number((component / questions.length).toFixed(4)));
const file = 'lib/retrieval/centre/centre.json';
writeFileSync(file, await format(JSON.stringify({ embedder: embedder.id, centre }), { ...(await resolveConfig(file)), filepath: file }));
await embedder.close();
console.log(`${questions.length} questions, written to ${file}`);
