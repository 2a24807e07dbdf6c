import { threadEntry, type ThreadEntry } from '@/lib/platform/thread-entry';

const SOURCES = ['lib/llm/embedder/embedder-thread.ts', 'lib/llm/embedder/windows.ts'] as const;

/** What the encoder's thread runs; see {@link threadEntry}. */
export function embedderThreadUrl(directory = process.cwd(), program = process.argv[1] ?? ''): ThreadEntry {
  return threadEntry('embedder-thread', SOURCES, directory, program);
}
