// Apart from the schema, so that a page need not load it.

/** Below these there is nothing to put in order. */
export const LEAST_MEMORIES = 10;
export const LEAST_CONVERSATIONS = 5;

/** What one pass with a language model costs. */
export const REFLECTION_COST_MICRO_USD = 1_000_000;

/** From the beginning of one pass to the next, unless it failed. */
export const PAUSE_HOURS = 24;

/** The steps of a pass, in their order. */
export const reflectionSteps = ['reading', 'measuring', 'judging', 'soul', 'tasks', 'finishing'] as const;

export type ReflectionStep = (typeof reflectionSteps)[number];
