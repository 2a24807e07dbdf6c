/** Why a document cannot be read; the words for it stand in `reading.ts`. */
export type DocumentFailure = 'unsupported' | 'no-text' | 'encrypted' | 'damaged' | 'too-slow';

/** A document that cannot be read. */
export class DocumentError extends Error {
  override name = 'DocumentError';
  constructor(
    readonly failure: DocumentFailure,
    options?: ErrorOptions,
  ) {
    super(`A document could not be read: ${failure}`, options);
  }
}

/** What is read in the thread. Of an HTML page the text was decoded before. */
export type DocumentRequest = { kind: 'pdf'; bytes: Uint8Array } | { kind: 'html'; html: string };

export type DocumentText = { title: string | null; text: string };

export type DocumentAnswer = ({ ok: true } & DocumentText) | { ok: false; failure: DocumentFailure; reason: string };
