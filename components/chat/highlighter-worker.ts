import { highlight } from './highlighter';
import type { HighlightAnswer, HighlightRequest } from './highlighting';

// A grammar takes up to a second to prepare, so it is done where nobody waits for the page.
self.addEventListener('message', async ({ data }: MessageEvent<HighlightRequest>) => {
  const lines = await highlight(data.code, data.language).catch(() => undefined);
  self.postMessage({ id: data.id, lines } satisfies HighlightAnswer);
});
