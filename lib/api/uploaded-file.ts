import { z } from 'zod';

/** A file of a form. As JSON, which tells requests with the same Idempotency-Key apart, it is its digest. */
export type UploadedFile = { name: string; mediaType: string; bytes: Uint8Array; toJSON: () => string };

/** The schema of a file in a form. */
export const uploadedFile = z
  .custom<UploadedFile>((value) => typeof value === 'object' && value !== null && 'bytes' in value, {
    error: ({ input }) => (input === undefined ? 'is required' : 'must be a file'),
  })
  .meta({ type: 'string', format: 'binary', override: { type: 'string', format: 'binary' } });
