/** Whose export it is. */
export const exportFormats = ['chatgpt', 'claude'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** What a person wrote to another assistant. */
export type OwnMessage = { title: string; content: string; saidAt: string | null };

/** What an export holds of its person. */
export type ReadExport = {
  format: ExportFormat;
  conversations: number;
  /** The newest first, within the limits, without secrets. */
  messages: OwnMessage[];
  /** Conversations and messages in a shape that is not known. */
  unread: number;
  /** Messages that were left out because there are too many. */
  older: number;
};

/** Why an export cannot be read; the words for it stand in `reading.ts`. */
export type ExportFailure = 'unknown' | 'no-messages' | 'encrypted' | 'damaged' | 'too-large' | 'too-slow';

/** An export that cannot be read. */
export class ExportError extends Error {
  override name = 'ExportError';
  constructor(
    readonly failure: ExportFailure,
    options?: ErrorOptions,
  ) {
    super(`An export could not be read: ${failure}`, options);
  }
}

export type ExportAnswer = { ok: true; read: ReadExport } | { ok: false; failure: ExportFailure; reason: string };
