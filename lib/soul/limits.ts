/** Characters of a soul; apart from the schema, so that an editor can count without loading it. */
export const SOUL_MINIMUM_LENGTH = 10;
export const SOUL_MAXIMUM_LENGTH = 5_000;
/** Characters of why it was changed. */
export const SOUL_REASON_MAXIMUM_LENGTH = 200;
