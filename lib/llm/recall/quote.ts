import type { RecalledMemory, RecalledMessage, RecalledPassage } from '@/lib/llm/recall/context';

const LONGEST_PASSAGE = 700;

/** A memory word for word, as a quotation with the day it was noted. */
export function quoteMemory(memory: Pick<RecalledMemory, 'content' | 'createdAt'>): string {
  return `${quote(memory.content)}\n> — noted on ${formatDay(memory.createdAt)}`;
}

/** A passage of the knowledge base word for word, with the title of its source. */
export function quotePassage({ passage, title }: Pick<RecalledPassage, 'passage' | 'title'>): string {
  const shown = passage.length > LONGEST_PASSAGE ? `${passage.slice(0, LONGEST_PASSAGE).replace(/\s+\S*$/, '')} …` : passage;
  return `${quote(shown)}\n> — from “${neutralise(title.replace(/\s+/g, ' '))}”`;
}

/** What was said before, word for word, with who said it, when, and in which conversation. */
export function quoteMessage({
  passage,
  speaker,
  saidAt,
  title,
}: Pick<RecalledMessage, 'passage' | 'speaker' | 'saidAt' | 'title'>): string {
  const place = title ? `, in “${neutralise(title.replace(/\s+/g, ' '))}”` : '';
  return `${quote(passage)}\n> — ${neutralise(speaker.replace(/\s+/g, ' '))} on ${formatDay(saidAt)}${place}`;
}

/** Stored text in a block quotation, line by line, so that nothing in it can pass for the reply itself. */
export function quote(text: string): string {
  return neutralise(text.trim())
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}

/** The day in words, in UTC. */
export function formatDay(moment: Date): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(moment);
}

/** Images and links of stored text must not be loaded or followed by a page that renders the reply. */
function neutralise(text: string): string {
  return text.replace(/!\[/g, '!\\[').replace(/\]\(/g, ']\\(').replace(/</g, '\\<');
}
