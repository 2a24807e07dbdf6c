import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { createEmbeddedEmbedder } from '@/lib/llm/embedder/embedded';
import { evaluateWeights } from '@/lib/memories/classifier/evaluate';
import { readLabels, type LabelledSentence } from '@/lib/memories/classifier/labels';
import { trainWeights } from '@/lib/memories/classifier/train';

// Trains the memory classifier and writes its weights: npx tsx scripts/train-memory-classifier.ts
// Penalty and threshold are chosen by cross-validation on the training sentences; the held-out ones are only reported.

const FOLDS = 5;
const embedder = createEmbeddedEmbedder();

async function embedAll(labelled: readonly LabelledSentence[]): Promise<number[][]> {
  const vectors = await embedder.embed(labelled.map(({ sentence }) => sentence));
  return vectors.map((vector, index) => {
    if (!vector) throw new Error(`No embedding for "${labelled[index]!.sentence}"`);
    return vector;
  });
}

function crossValidate(training: readonly LabelledSentence[], vectors: readonly number[][], penalty: number) {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const inFold = (index: number) => index % FOLDS === fold;
    return {
      weights: trainWeights(
        training.filter((_, index) => !inFold(index)),
        vectors.filter((_, index) => !inFold(index)),
        { embedder: embedder.id, threshold: 0.5, penalty },
      ),
      labelled: training.filter((_, index) => inFold(index)),
      vectors: vectors.filter((_, index) => inFold(index)),
    };
  });
  for (const threshold of [0.4, 0.5, 0.6, 0.7, 0.8]) {
    const results = folds.map((fold) => evaluateWeights({ ...fold.weights, threshold }, fold.labelled, fold.vectors));
    const mean = (key: 'precision' | 'recall' | 'categoryAccuracy') =>
      (results.reduce((sum, result) => sum + result[key], 0) / FOLDS).toFixed(3);
    console.log(
      `penalty ${penalty} threshold ${threshold}: precision ${mean('precision')} recall ${mean('recall')} category ${mean('categoryAccuracy')}`,
    );
  }
}

const training = readLabels('training');
const heldOut = readLabels('held-out');
const [trainingVectors, heldOutVectors] = [await embedAll(training), await embedAll(heldOut)];

if (process.argv.includes('--cross-validate')) {
  for (const penalty of [0.0003, 0.001, 0.003]) crossValidate(training, trainingVectors, penalty);
}

const weights = trainWeights(training, trainingVectors, { embedder: embedder.id, threshold: 0.6, penalty: 0.001 });
const file = 'lib/memories/classifier/weights.json';
writeFileSync(file, await format(JSON.stringify(weights), { ...(await resolveConfig(file)), parser: 'json' }));
console.log('held out', evaluateWeights(weights, heldOut, heldOutVectors));
await embedder.close();
