import type { z } from 'zod';

/** Something that a model may call while it writes a reply. What it returns must be JSON. */
export type ChatTool = {
  name: string;
  description: string;
  inputSchema: z.ZodObject;
  /** `input` has been parsed by `inputSchema`. A thrown error's message is shown to the model, so it must hold no secret. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tools of different inputs stand in one list
  execute: (input: any, options: { signal: AbortSignal }) => Promise<unknown>;
};

/** Stable, machine-readable names of what can end a reply. */
export type ReplyErrorCode =
  | 'PROVIDER_AUTH'
  | 'PROVIDER_CREDIT'
  | 'PROVIDER_RATE_LIMITED'
  | 'PROVIDER_UNAVAILABLE'
  | 'PROVIDER_UNREACHABLE'
  | 'PROVIDER_DISCONNECTED'
  | 'PROVIDER_TIMEOUT'
  | 'PROVIDER_STALLED'
  | 'PROVIDER_REJECTED'
  | 'PROVIDER_BAD_ANSWER'
  | 'MODEL_NOT_FOUND'
  | 'PROMPT_TOO_LONG'
  | 'CONTENT_FILTERED'
  | 'REPLY_TIMEOUT'
  | 'EMPTY_ANSWER';

export type ReplyError = {
  code: ReplyErrorCode;
  /** For the agent's owner: plain words and the way out, never text of the provider. */
  message: string;
  /** Whether the same message may succeed when it is sent again. */
  retryable: boolean;
  statusCode?: number;
  /** When the provider said how long to wait. */
  retryAfterMs?: number;
};

export type ReplyToolCall = {
  id: string;
  name: string;
  /** As parsed, or the raw text where it was no valid JSON. */
  input: unknown;
  output?: unknown;
  /** Why there is no output. The model was told the same. */
  error?: string;
  durationMs: number;
};

/** One request to the provider, for the usage record. */
export type ModelCallRecord = {
  model: string;
  provider: string;
  inputTokens: number;
  outputTokens: number;
  usageEstimated: boolean;
  latencyMs: number;
  firstTokenMs: number | null;
  finishReason: string;
  errorCode?: ReplyErrorCode;
};

export type ReplyTimeouts = {
  /** Until the first piece of an answer, for each request. */
  firstTokenMs: number;
  /** Between two pieces. */
  idleMs: number;
  /** For the whole reply with all its tool calls. */
  totalMs: number;
  /** For one tool. */
  toolMs: number;
};

export type ReplyOutcome = {
  status: 'completed' | 'stopped' | 'error';
  /** What was handed to `onDelta`, in one piece. Kept whole or partial in every status. */
  text: string;
  toolCalls: ReplyToolCall[];
  /** Sums over all requests of the reply. */
  usage: { inputTokens: number; outputTokens: number };
  /** Whether any figure in `usage` is an estimate, because the provider sent none. */
  usageEstimated: boolean;
  /** The provider's last one (`stop`, `length`, …), or `stopped`, `step-limit`, `error`. */
  finishReason: string;
  /** Requests that were answered. */
  steps: number;
  calls: ModelCallRecord[];
  error?: ReplyError;
};
