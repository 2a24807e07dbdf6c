import { z } from 'zod';
import { isDatabaseUnavailable } from '@/lib/platform/database';
import { AppError, type ErrorCode } from '@/lib/platform/errors';
import { toResponse, type WireAnswer } from './wire-answer';

/** The one table from codes to HTTP. */
export const httpStatusOf: Record<ErrorCode, number> = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  KNOWLEDGE_LIMIT_REACHED: 400,
  CONFLICT: 409,
  AGENT_LIMIT_REACHED: 409,
  MEMORY_LIMIT_REACHED: 409,
  API_KEY_LIMIT_REACHED: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  QUOTA_EXCEEDED: 429,
  INTERNAL: 500,
  SERVICE_UNAVAILABLE: 503,
};

/** The body of every refusal. `error` is always a sentence. */
export const errorBody = z.object({
  error: z.string().meta({ description: 'A sentence for people', examples: ['Message is required'] }),
  code: z.string().meta({ description: 'A stable word for programs', examples: ['BAD_REQUEST'] }),
  details: z
    .unknown()
    .optional()
    .meta({
      description: 'For a request that is not valid: each field and what is wrong with it',
      examples: [[{ field: 'message', message: 'is required' }]],
    }),
  retryAfterMs: z
    .number()
    .int()
    .optional()
    .meta({ description: 'Milliseconds to wait before the next attempt', examples: [5_000] }),
  requestId: z.string().optional().meta({ description: 'Names the request in the log; only with INTERNAL' }),
});

export type ErrorBody = z.infer<typeof errorBody>;

/** Turns anything thrown into the error that the caller may see. Unknown errors become a plain 500 that tells nothing. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isDatabaseUnavailable(thrown)) {
    return new AppError('SERVICE_UNAVAILABLE', 'The database cannot be reached right now. Please try again shortly.', {
      retryAfterMs: 5_000,
      cause: thrown,
    });
  }
  return new AppError('INTERNAL', 'Internal server error', { cause: thrown });
}

/** The answer to a refused request, in the contract's shape. */
export function errorAnswer(error: AppError, requestId: string): WireAnswer {
  const headers = new Headers(error.headers);
  headers.set('content-type', 'application/json; charset=utf-8');
  headers.set('cache-control', 'no-store');
  headers.set('x-request-id', requestId);
  if (error.retryAfterMs !== undefined) headers.set('retry-after', String(Math.max(1, Math.ceil(error.retryAfterMs / 1_000))));
  const body: ErrorBody = { error: error.message, code: error.code };
  if (error.details !== undefined) body.details = error.details;
  if (error.retryAfterMs !== undefined) body.retryAfterMs = error.retryAfterMs;
  if (error.code === 'INTERNAL') body.requestId = requestId;
  return { status: httpStatusOf[error.code], headers, body: JSON.stringify(body) };
}

/** {@link errorAnswer} as a Web response. */
export function errorResponse(error: AppError, requestId: string): Response {
  return toResponse(errorAnswer(error, requestId));
}

/** A sentence for a failed validation that names the field and what it must be. */
export function describeIssues(issues: readonly z.core.$ZodIssue[]): { message: string; details: { field: string; message: string }[] } {
  const details = issues.slice(0, 20).map((issue) => ({ field: issue.path.map(String).join('.') || 'body', message: issue.message }));
  const first = details[0];
  if (!first) return { message: 'The request is not valid', details };
  if (first.message.toLowerCase().startsWith(first.field.toLowerCase())) return { message: first.message, details };
  // The one sentence that the contract's own example spells out: "Message is required".
  if (first.message === 'is required')
    return { message: `${first.field.charAt(0).toUpperCase()}${first.field.slice(1)} is required`, details };
  return { message: `${first.field}: ${first.message}`, details };
}
