import type { Worker } from 'node:worker_threads';
import { EmbedderError } from '@/lib/llm/embedder/embedder';
import { embedderThreadUrl } from '@/lib/llm/embedder/embedder-thread-url';
import type { EncodeAnswer, EncodeRequest } from '@/lib/llm/embedder/thread-messages';
import { startThread, type ThreadEntry } from '@/lib/platform/thread-entry';

/** A thread that holds the encoder. It is started by the first request and again by the first one after its end. */
export type EncoderThread = {
  /** Components of all texts, `texts.length × 512`. One request at a time. @throws EmbedderError */
  encode(texts: string[]): Promise<Float32Array>;
  isRunning(): boolean;
  /** Ends the thread and gives its memory back; a request in flight fails. */
  stop(): Promise<void>;
};

export type EncoderThreadOptions = {
  entry?: () => ThreadEntry;
  /** How long one request may take, the encoder's loading included, before the thread counts as hung. */
  timeoutMs: number;
};

type Waiting = { id: number; resolve: (vectors: Float32Array) => void; reject: (error: Error) => void };

/** The thread is not started yet; it does not keep the process alive while it has nothing to do. */
export function createEncoderThread({ entry = embedderThreadUrl, timeoutMs }: EncoderThreadOptions): EncoderThread {
  let worker: Worker | null = null;
  let waiting: Waiting | null = null;
  let lastId = 0;

  function settle(act: (request: Waiting) => void): void {
    const request = waiting;
    waiting = null;
    worker?.unref();
    if (request) act(request);
  }

  function start(): Worker {
    const started = startThread(entry(), { name: 'selfclaw-embedder' });
    const fail = (message: string) => {
      if (worker !== started) return;
      worker = null;
      settle((request) => request.reject(new EmbedderError(message)));
    };
    started.on('message', (answer: EncodeAnswer) => {
      if (worker !== started || waiting?.id !== answer.id) return;
      settle((request) => (answer.ok ? request.resolve(answer.vectors) : request.reject(new EmbedderError(answer.message))));
    });
    started.on('error', (error) => fail(`The encoder's thread failed: ${error.message}`));
    started.on('exit', (code) => fail(`The encoder's thread ended with code ${code}.`));
    return started;
  }

  async function stop(reason = 'The encoder was stopped.'): Promise<void> {
    const stopping = worker;
    worker = null;
    settle((request) => request.reject(new EmbedderError(reason)));
    await stopping?.terminate();
  }

  return {
    isRunning: () => worker !== null,
    stop: () => stop(),
    async encode(texts) {
      if (waiting) throw new EmbedderError('The encoder takes one request at a time.');
      worker ??= start();
      worker.ref();
      const id = ++lastId;
      const timer = setTimeout(() => void stop(`The encoder gave no answer within ${timeoutMs} ms.`), timeoutMs);
      try {
        return await new Promise<Float32Array>((resolve, reject) => {
          waiting = { id, resolve, reject };
          worker!.postMessage({ id, texts } satisfies EncodeRequest);
        });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
