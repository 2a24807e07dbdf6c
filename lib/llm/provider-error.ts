import { APICallError, JSONParseError, InvalidResponseDataError } from '@ai-sdk/provider';
import type { ReplyError, ReplyErrorCode } from '@/lib/llm/reply-types';

/** The longest wait that a provider may ask for before a retry within the same reply. */
export const LONGEST_RETRY_WAIT_MS = 5_000;

const MESSAGES: Record<ReplyErrorCode, string> = {
  PROVIDER_AUTH: 'The model provider refused the API key of this install. Check the key in the settings of the server.',
  PROVIDER_CREDIT: 'The account at the model provider has no credit left. Top it up, or choose another model.',
  PROVIDER_RATE_LIMITED: 'The model provider is limiting requests. Wait a moment and try again.',
  PROVIDER_UNAVAILABLE: 'The model provider had a fault. Try again in a moment.',
  PROVIDER_UNREACHABLE: 'The model provider could not be reached. Check the connection and the address, then try again.',
  PROVIDER_DISCONNECTED: 'The connection to the model provider broke in the middle of the answer. Try again.',
  PROVIDER_TIMEOUT: 'The model did not begin to answer in time. Try again.',
  PROVIDER_STALLED: 'The model stopped in the middle of its answer. Try again.',
  PROVIDER_REJECTED: 'The model provider refused the request. Choose another model, or shorten the message.',
  PROVIDER_BAD_ANSWER: 'The model provider sent an answer that cannot be read. Try again.',
  MODEL_NOT_FOUND: 'The model provider does not know the chosen model. Choose another one in the settings.',
  PROMPT_TOO_LONG: 'The conversation is too long for the chosen model. Start a new conversation or compact this one.',
  CONTENT_FILTERED: 'The model provider held the answer back by its content filter. Ask in another way.',
  REPLY_TIMEOUT: 'The answer took longer than is allowed and was ended. Try again, or ask for less at once.',
  EMPTY_ANSWER: 'The model gave an empty answer. Try again.',
};

const NOT_RETRYABLE: ReadonlySet<ReplyErrorCode> = new Set([
  'PROVIDER_AUTH',
  'PROVIDER_CREDIT',
  'PROVIDER_REJECTED',
  'MODEL_NOT_FOUND',
  'PROMPT_TOO_LONG',
  'CONTENT_FILTERED',
]);

/** The owner-facing form of an error code. */
export function replyError(code: ReplyErrorCode, details: Pick<ReplyError, 'statusCode' | 'retryAfterMs'> = {}): ReplyError {
  return { code, message: MESSAGES[code], retryable: !NOT_RETRYABLE.has(code), ...details };
}

/** What a thrown or streamed provider error means for the owner. The provider's own words are never passed on. */
export function describeProviderError(error: unknown, hasAnswerBegun: boolean): ReplyError {
  if (JSONParseError.isInstance(error) || InvalidResponseDataError.isInstance(error)) {
    return replyError('PROVIDER_BAD_ANSWER');
  }
  if (!APICallError.isInstance(error)) return replyError(hasAnswerBegun ? 'PROVIDER_DISCONNECTED' : 'PROVIDER_UNAVAILABLE');
  const { statusCode } = error;
  if (statusCode === undefined) {
    if (error.responseBody) return replyError(codeOfBody(error.responseBody) ?? 'PROVIDER_UNAVAILABLE');
    return replyError(hasAnswerBegun ? 'PROVIDER_DISCONNECTED' : 'PROVIDER_UNREACHABLE');
  }
  const retryAfterMs = readRetryAfterMs(error.responseHeaders);
  return replyError(codeOfStatus(statusCode, error.responseBody ?? ''), {
    statusCode,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/**
 * How long to wait before the request is sent again within the same reply, in milliseconds, or undefined when it should
 * not be: limits, faults and unreachable servers are retried; a wait beyond five seconds is left to the owner.
 */
export function retryDelayMs(error: ReplyError, attempt: number): number | undefined {
  const worthIt =
    error.code === 'PROVIDER_RATE_LIMITED' ||
    error.code === 'PROVIDER_UNAVAILABLE' ||
    error.code === 'PROVIDER_UNREACHABLE' ||
    error.code === 'PROVIDER_DISCONNECTED';
  if (!worthIt) return undefined;
  if (error.retryAfterMs !== undefined) return error.retryAfterMs <= LONGEST_RETRY_WAIT_MS ? error.retryAfterMs : undefined;
  return 200 * 3 ** attempt;
}

function codeOfStatus(statusCode: number, body: string): ReplyErrorCode {
  if (statusCode === 401 || statusCode === 403) return 'PROVIDER_AUTH';
  if (statusCode === 402) return 'PROVIDER_CREDIT';
  if (statusCode === 429) return codeOfBody(body) ?? 'PROVIDER_RATE_LIMITED';
  if (statusCode === 413) return 'PROMPT_TOO_LONG';
  if (statusCode === 408 || statusCode === 409 || statusCode >= 500) return 'PROVIDER_UNAVAILABLE';
  return codeOfBody(body) ?? (statusCode === 404 ? 'MODEL_NOT_FOUND' : 'PROVIDER_REJECTED');
}

function codeOfBody(body: string): ReplyErrorCode | undefined {
  if (/insufficient_quota|billing|out of credits/i.test(body)) return 'PROVIDER_CREDIT';
  if (/context_length|context length|maximum context|prompt is too long|exceeds? the (available )?context/i.test(body)) {
    return 'PROMPT_TOO_LONG';
  }
  if (/model_not_found|model .{0,80}(not found|does not exist)/i.test(body)) return 'MODEL_NOT_FOUND';
  if (/content_filter|content_policy/i.test(body)) return 'CONTENT_FILTERED';
  if (/rate_limit/i.test(body)) return 'PROVIDER_RATE_LIMITED';
  return undefined;
}

function readRetryAfterMs(headers: Record<string, string> | undefined): number | undefined {
  const value = headers?.['retry-after'];
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const atMs = Date.parse(value);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - Date.now());
}
