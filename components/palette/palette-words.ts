const MARKS = /\p{M}/gu;

/** A text for comparing: lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}

/** Whether every word that was typed begins a word of the text or stands in it. */
export function fits(typed: string, ...texts: readonly string[]): boolean {
  const text = fold(texts.join(' '));
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word));
}

/** The first words of a text, to look it up by: at most `maximum` characters, never half a word unless it is the first. */
export function beginning(text: string, maximum = 80): string {
  const line = text.split('\n')[0]?.trim() ?? '';
  if (line.length <= maximum) return line;
  const cut = line.slice(0, maximum);
  const end = cut.lastIndexOf(' ');
  return end > 0 ? cut.slice(0, end) : cut;
}
