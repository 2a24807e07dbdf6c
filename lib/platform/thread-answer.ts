import { startThread, type ThreadEntry } from './thread-entry';

/** The answer of a thread, or why there is none: it took too long, or it ended without one, as when its memory did not suffice. */
export type ThreadOutcome<Answer> = { kind: 'answer'; answer: Answer } | { kind: 'too-slow' } | { kind: 'ended'; cause?: unknown };

/**
 * Gives input to a thread of its own, which posts one answer, and ends the thread. For what may be made to be hard to read: it has so much
 * time and memory, and not more.
 */
export async function askThread<Answer>(
  entry: ThreadEntry,
  { name, input, limitMs, megabytes }: { name: string; input: unknown; limitMs: number; megabytes: number },
): Promise<ThreadOutcome<Answer>> {
  const worker = startThread(entry, {
    name,
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ThreadOutcome<Answer>>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'too-slow' }), limitMs);
      worker.once('message', (answer: Answer) => resolve({ kind: 'answer', answer }));
      worker.once('error', (cause) => resolve({ kind: 'ended', cause }));
      worker.once('exit', () => resolve({ kind: 'ended' }));
    });
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}
