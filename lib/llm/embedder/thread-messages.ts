/** Asks the thread for the vectors of texts that `prepareForEncoder` has passed. */
export type EncodeRequest = { id: number; texts: string[] };

/** `vectors` holds `count × 512` components, one text after another. */
export type EncodeAnswer = { id: number; ok: true; vectors: Float32Array } | { id: number; ok: false; message: string };
