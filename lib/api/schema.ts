import { z } from 'zod';
import { isUuid, parseNumericId } from '@/lib/platform/identifiers';

/** The sentence for a value of another type: that it is required when there is none. */
function missingOr(sentence: string) {
  return ({ input }: { input?: unknown }) => (input === undefined ? 'is required' : sentence);
}

/** Text without NUL characters or lone surrogates, which PostgreSQL cannot store. */
export const plainText = z
  .string({ error: missingOr('must be text') })
  .refine((text) => !text.includes('\u0000'), 'may not hold NUL characters')
  .refine((text) => text.isWellFormed(), 'is not well-formed Unicode');

/** Trimmed text of `minimum` to `maximum` characters. */
export function boundedText(minimum: number, maximum: number) {
  return plainText
    .trim()
    .min(minimum, minimum === 1 ? 'is required' : `must have at least ${minimum} characters`)
    .max(maximum, `may have at most ${maximum} characters`);
}

/** A list of at most `maximum` short texts; duplicates are dropped. */
export function textList(maximum: number, maximumLength: number) {
  return z
    .array(boundedText(1, maximumLength))
    .max(maximum, `may have at most ${maximum} items`)
    .transform((items) => [...new Set(items)]);
}

const INVALID_ID = 'is not a valid id';
const EXAMPLE_ID = '0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21';

/**
 * A numeric id in a path: an agent or a conversation. What is transformed loses its `examples` in the document, so that its
 * one example goes by OpenAPI's own name.
 */
export const numericIdParam = z
  .string({ error: missingOr(INVALID_ID) })
  .refine((text) => parseNumericId(text) !== undefined, INVALID_ID)
  .transform((text) => BigInt(text))
  .meta({ description: 'A whole number', example: '1001' });

/** A numeric id in a body or answer. */
export const numericId = z
  .number()
  .int('must be a whole number')
  .positive('must be positive')
  .max(Number.MAX_SAFE_INTEGER)
  .meta({ examples: [2001] });

/** A numeric id in a query string. */
export const numericIdQuery = numericIdParam;

/** A UUID in a path. */
export const uuidParam = z
  .string()
  .refine(isUuid, INVALID_ID)
  .transform((text) => text.toLowerCase())
  .meta({ format: 'uuid', example: EXAMPLE_ID });

/** A UUID in an answer. */
export const uuidWire = z.string().meta({ format: 'uuid', examples: [EXAMPLE_ID] });

/** A point in time on the wire: ISO 8601 in UTC. */
export const timestamp = z.iso.datetime().meta({ examples: ['2026-01-15T09:30:00.000Z'] });

/** The agent that a path names. */
export const agentIdParam = numericIdParam.meta({ description: 'The agent', example: '1001' });

/** Path parameters of everything below one agent. */
export const agentParams = z.object({ id: agentIdParam });

/** The answer of a write that has nothing to tell. */
export const success = z.object({ success: z.literal(true) });
