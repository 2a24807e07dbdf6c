/** Stable, machine-readable codes; the HTTP status of each stands in `lib/api/errors.ts`. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHENTICATED'
  | 'PAYMENT_REQUIRED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_ACCEPTABLE'
  | 'CONFLICT'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'RATE_LIMITED'
  | 'QUOTA_EXCEEDED'
  | 'AGENT_LIMIT_REACHED'
  | 'MEMORY_LIMIT_REACHED'
  | 'KNOWLEDGE_LIMIT_REACHED'
  | 'API_KEY_LIMIT_REACHED'
  | 'INTERNAL'
  | 'SERVICE_UNAVAILABLE';

export type ErrorExtras = { details?: unknown; retryAfterMs?: number; headers?: Record<string, string>; cause?: unknown };

/** The one error class of the application: a code that knows no transport and a sentence for the caller. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;
  readonly retryAfterMs: number | undefined;
  readonly headers: Record<string, string>;

  constructor(code: ErrorCode, message: string, extras: ErrorExtras = {}) {
    super(message, { cause: extras.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = extras.details;
    this.retryAfterMs = extras.retryAfterMs;
    this.headers = extras.headers ?? {};
  }
}

const refusalMark = Symbol('refusal');

/** An expected refusal: a return value that the request machine turns into its error answer. */
export type Refusal = { readonly [refusalMark]: true; readonly error: AppError };

/** Makes a {@link Refusal}. */
export function refuse(code: ErrorCode, message: string, extras: ErrorExtras = {}): Refusal {
  return { [refusalMark]: true, error: new AppError(code, message, extras) };
}

/** Whether a service's answer is a {@link Refusal}. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && refusalMark in value;
}

/** The value of an answer that may be a refusal; throws the refusal's error inside a transaction, which rolls it back. */
export function unwrap<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw answer.error;
  return answer;
}
