/** Whether every one of the words stands somewhere in the entry: its title, verb, path or group. */
export function matchesWords(words: string, entry: { title: string; method?: string; path?: string }, group: string): boolean {
  const text = [entry.title, entry.method, entry.path, group].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
