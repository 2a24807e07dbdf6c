import { EMBEDDING_DIMENSIONS, EmbedderError, toUnitLength, type Embedder } from '@/lib/llm/embedder/embedder';
import type { ThreadEntry } from '@/lib/platform/thread-entry';
import { createEncoderThread } from '@/lib/llm/embedder/encoder';
import { prepareForEncoder } from '@/lib/llm/embedder/prepare';

/** Stands on every vector row made by the embedded encoder. */
export const EMBEDDED_EMBEDDER_ID = 'use-lite-512';

export type EmbeddedOptions = {
  /** Time without work after which the encoder's memory is given back. Default two minutes. */
  idleMs?: number;
  /** Time one batch may take. Default 60 s, which leaves room for a slow disk at the first load. */
  timeoutMs?: number;
  /** For tests: another thread. */
  entry?: () => ThreadEntry;
};

const TEXTS_A_BATCH = 32;
const CHARACTERS_A_BATCH = 12_000;
const ATTEMPTS = 2;

type Call = {
  texts: (string | null)[];
  vectors: (number[] | null)[];
  /** Index of the next text that no batch has taken. */
  next: number;
  unanswered: number;
  resolve: (vectors: (number[] | null)[]) => void;
  reject: (error: unknown) => void;
};

type Item = { call: Call; index: number; text: string };

/**
 * Universal Sentence Encoder lite in a thread of its own: English, 512 components, no network.
 *
 * Calls made at once share batches, taking turns text by text, so that a short question does not wait for a long document.
 * A text longer than the encoder reads is embedded window by window (at most 80 words each, 32 windows) and stands for
 * their mean at unit length. The thread starts at the first call, ends when idle, and is replaced when it crashes.
 */
export function createEmbeddedEmbedder(options: EmbeddedOptions = {}): Embedder & { isLoaded(): boolean } {
  const { idleMs = 120_000, timeoutMs = 60_000, entry } = options;
  const thread = createEncoderThread({ timeoutMs, ...(entry ? { entry } : {}) });
  let calls: Call[] = [];
  let working = false;
  let closed = false;
  let idleTimer: NodeJS.Timeout | null = null;

  function scheduleUnload(): void {
    idleTimer = setTimeout(() => void thread.stop(), idleMs);
    idleTimer.unref();
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    if (idleTimer) clearTimeout(idleTimer);
    // Calls of the same tick come into the same batch.
    await new Promise(setImmediate);
    for (let batch = takeBatch(calls); batch.length > 0; batch = takeBatch(calls)) await runBatch(batch);
    working = false;
    if (!closed) scheduleUnload();
  }

  async function runBatch(batch: readonly Item[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const components = await thread.encode(batch.map(({ text }) => text));
        batch.forEach((item, position) => deliver(item, components, position));
        break;
      } catch (error) {
        if (attempt < ATTEMPTS && !closed) continue;
        for (const { call } of batch) call.reject(error);
        calls = calls.filter((call) => !batch.some((item) => item.call === call));
        return;
      }
    }
    calls = calls.filter((call) => call.unanswered > 0);
  }

  return {
    id: EMBEDDED_EMBEDDER_ID,
    dimensions: EMBEDDING_DIMENSIONS,
    maxTokens: 128,
    thresholds: { answer: 0.5, closest: 0.4, duplicate: 0.75 },
    isLoaded: () => thread.isRunning(),
    async embed(texts, { signal } = {}) {
      if (closed) throw new EmbedderError('The embedder is closed.');
      signal?.throwIfAborted();
      const prepared = texts.map(prepareForEncoder);
      const unanswered = prepared.filter((text) => text !== null).length;
      if (unanswered === 0) return prepared.map(() => null);

      return new Promise((resolve, reject) => {
        const abort = () => {
          calls = calls.filter((other) => other !== call);
          reject(signal?.reason);
        };
        const call: Call = {
          texts: prepared,
          vectors: prepared.map(() => null),
          next: 0,
          unanswered,
          resolve: (vectors) => {
            signal?.removeEventListener('abort', abort);
            resolve(vectors);
          },
          reject: (error) => {
            signal?.removeEventListener('abort', abort);
            reject(error);
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        calls.push(call);
        void work();
      });
    },
    async close() {
      closed = true;
      if (idleTimer) clearTimeout(idleTimer);
      const open = calls;
      calls = [];
      for (const call of open) call.reject(new EmbedderError('The embedder is closed.'));
      await thread.stop();
    },
  };
}

/** Takes texts from all open calls in turn, until the batch is full. */
function takeBatch(calls: readonly Call[]): Item[] {
  const batch: Item[] = [];
  let characters = 0;
  let open = calls;
  while (open.length > 0) {
    for (const call of open) {
      const item = takeNext(call);
      if (!item) continue;
      batch.push(item);
      characters += item.text.length;
      if (batch.length >= TEXTS_A_BATCH || characters >= CHARACTERS_A_BATCH) return batch;
    }
    open = open.filter((call) => call.next < call.texts.length);
  }
  return batch;
}

function takeNext(call: Call): Item | null {
  while (call.next < call.texts.length) {
    const index = call.next++;
    const text = call.texts[index];
    if (typeof text === 'string') return { call, index, text };
  }
  return null;
}

function deliver({ call, index }: Item, components: Float32Array, position: number): void {
  const start = position * EMBEDDING_DIMENSIONS;
  call.vectors[index] = toUnitLength(Array.from(components.subarray(start, start + EMBEDDING_DIMENSIONS)));
  call.unanswered--;
  if (call.unanswered === 0) call.resolve(call.vectors);
}
