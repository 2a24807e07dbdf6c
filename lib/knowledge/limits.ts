/** Apart from the schema, so that a page can count without loading it. */
export const KNOWLEDGE_LIMIT = 20;
export const KNOWLEDGE_TITLE_MAXIMUM_LENGTH = 200;
/** Characters of one text. */
export const KNOWLEDGE_MAXIMUM_LENGTH = 50_000;
/** Bytes of one file. */
export const KNOWLEDGE_FILE_BYTES = 5 * 1024 * 1024;
