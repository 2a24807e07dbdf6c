/** Characters of one memory, and memories of one agent; apart from the schema, so that a page can count without loading it. */
export const MEMORY_MAXIMUM_LENGTH = 2_000;
export const MEMORY_LIMIT = 1_000;
