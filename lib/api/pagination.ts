import { z } from 'zod';

/** A whole number in the query string, with bounds and a default. */
export function queryInteger(options: { minimum: number; maximum: number; fallback: number }) {
  const sentence = `must be a whole number from ${options.minimum} to ${options.maximum}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, sentence)
    .transform(Number)
    .pipe(z.number().int().min(options.minimum, sentence).max(options.maximum, sentence))
    .default(options.fallback);
}

/** `limit` and `offset` of the contract's lists. */
export function pageQuery(options: { maximum: number; fallback: number }) {
  return {
    limit: queryInteger({ minimum: 1, maximum: options.maximum, fallback: options.fallback }).meta({
      description: `How many at most, from 1 to ${options.maximum}`,
      example: '20',
    }),
    offset: queryInteger({ minimum: 0, maximum: 1_000_000, fallback: 0 }).meta({
      description: 'How many to leave out at the beginning',
      example: '0',
    }),
  };
}
