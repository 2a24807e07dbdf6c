import type { HighlightedLine } from './code-tokens';

export type HighlightRequest = { id: number; code: string; language: string };
export type HighlightAnswer = { id: number; lines: HighlightedLine[] | undefined };

type Waiting = (lines: HighlightedLine[] | undefined) => void;

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

function startWorker(): Worker {
  const started = new Worker(new URL('./highlighter-worker.ts', import.meta.url), { type: 'module', name: 'highlighter' });
  started.addEventListener('message', ({ data }: MessageEvent<HighlightAnswer>) => {
    waiting.get(data.id)?.(data.lines);
    waiting.delete(data.id);
  });
  started.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(undefined);
    waiting.clear();
    worker = undefined;
  });
  return started;
}

/** Colours code in a thread of its own, which starts with the first call. Undefined when its language is not known or it fails. */
export function highlightAside(code: string, language: string): Promise<HighlightedLine[] | undefined> {
  worker ??= startWorker();
  const id = (lastId += 1);
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker?.postMessage({ id, code, language } satisfies HighlightRequest);
  });
}
