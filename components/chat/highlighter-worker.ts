import { highlight } from './highlighter';
import type { HighlightAnswer, HighlightRequest } from './highlighting';

// A grammar takes up to a second to prepare, so it is done where nobody waits for the page.
async function answer({ id, code, language }: HighlightRequest): Promise<void> {
  const lines = await highlight(code, language).catch(() => undefined);
  self.postMessage({ id, lines } satisfies HighlightAnswer);
}

self.addEventListener('message', ({ data }: MessageEvent<HighlightRequest>) => void answer(data));
