/** Characters of one message; apart from the schema, so that a field can count without loading it. */
export const MESSAGE_MAXIMUM_LENGTH = 2_000;
