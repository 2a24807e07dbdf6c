import type { ErrorBody } from './errors';

/** `NETWORK`: no answer came · `BAD_ANSWER`: one that is no JSON · else the code that the server gave. */
export type ApiErrorFields = {
  status: number;
  code: string;
  message: string;
  details?: unknown;
  retryAfterMs?: number;
  requestId?: string;
};

/** A refused or failed call, as the client throws it. `status` is 0 when no answer came. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;
  readonly retryAfterMs: number | undefined;
  readonly requestId: string | undefined;

  constructor(fields: ApiErrorFields, options?: ErrorOptions) {
    super(fields.message, options);
    this.name = 'ApiError';
    this.status = fields.status;
    this.code = fields.code;
    this.details = fields.details;
    this.retryAfterMs = fields.retryAfterMs;
    this.requestId = fields.requestId;
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string';
}

/** The error that a refusal's answer tells of. */
export function errorOf(status: number, body: unknown, headers: Headers): ApiError {
  const requestId = headers.get('x-request-id') ?? undefined;
  if (!isErrorBody(body))
    return new ApiError({ status, code: 'BAD_ANSWER', message: `The server answered with status ${status}.`, requestId });
  const seconds = Number(headers.get('retry-after'));
  return new ApiError({
    status,
    code: body.code,
    message: body.error,
    details: body.details,
    retryAfterMs: body.retryAfterMs ?? (seconds > 0 ? seconds * 1_000 : undefined),
    requestId: body.requestId ?? requestId,
  });
}
