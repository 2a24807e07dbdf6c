/** Bytes of a file that is uploaded. Apart from the schema, so that a page can compare without loading it. */
export const IMPORT_FILE_BYTES = 25 * 1024 * 1024;
/** Bytes that the conversations of an archive may take once unpacked, and entries of an archive. */
export const UNPACKED_BYTES = 80 * 1024 * 1024;
export const ARCHIVE_ENTRIES = 20_000;
/** The newest messages of the person that are read, and characters of each and of all. */
export const IMPORT_MESSAGES = 5_000;
export const MESSAGE_CHARACTERS = 4_000;
export const IMPORT_CHARACTERS = 4_000_000;
export const TITLE_CHARACTERS = 200;
/** Facts that one import may propose. */
export const CANDIDATE_LIMIT = 300;
/** Imports of one agent that are read or wait for review. */
export const OPEN_IMPORTS = 3;
/** What is not reviewed is discarded after this many days. */
export const REVIEW_DAYS = 30;
