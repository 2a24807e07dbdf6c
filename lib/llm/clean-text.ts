const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Removes what PostgreSQL cannot store as text: NUL characters and halves of surrogate pairs. */
export function cleanText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.replace(LONE_SURROGATES, '');
  return wellFormed.includes('\u0000') ? wellFormed.replaceAll('\u0000', '') : wellFormed;
}

/** A value read from JSON with every text and key in it as {@link cleanText} gives it: escapes bring back what the raw text did not hold. */
export function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), cleanJson(item)]));
}

/**
 * Cleans a text that arrives in pieces. A high surrogate at the end of a piece is held back until the next piece brings
 * its other half, so that no reader ever sees half a character; one whose other half never comes is dropped.
 */
export function createDeltaCleaner(): (delta: string) => string {
  let held = '';
  return (delta) => {
    let text = held + delta;
    held = '';
    const last = text.charCodeAt(text.length - 1);
    if (last >= 0xd800 && last <= 0xdbff) {
      held = text.slice(-1);
      text = text.slice(0, -1);
    }
    return cleanText(text);
  };
}
