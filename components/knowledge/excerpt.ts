const EXCERPT_CHARACTERS = 300;

/** The beginning of a text in running words: without the marks of Markdown, and without a heading that repeats its title. */
export function excerptOf(content: string, title?: string): string {
  const lines = content
    .slice(0, 2 * EXCERPT_CHARACTERS)
    .split('\n')
    .map((line) => line.replace(/^\s*(?:#{1,6}|[-*+>]|\d+\.)\s+/, '').trim())
    .filter((line, index) => line !== '' && !(index === 0 && line === title));
  return lines.join(' ').slice(0, EXCERPT_CHARACTERS);
}
