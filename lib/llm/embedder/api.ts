import { setTimeout as sleep } from 'node:timers/promises';
import { APICallError } from '@ai-sdk/provider';
import { z } from 'zod';
import { withDeadline } from '@/lib/llm/deadline';
import { EMBEDDING_DIMENSIONS, EmbedderError, toUnitLength, type Embedder, type SimilarityThresholds } from '@/lib/llm/embedder/embedder';
import { readBody, sendToProvider } from '@/lib/llm/openai-transport';

export type ApiEmbedderConfig = {
  /** Up to and with `/v1`, without `/embeddings`. */
  baseUrl: string;
  apiKey: string;
  /** A model that can be asked for 512 components, such as `text-embedding-3-small`. */
  model: string;
  thresholds?: SimilarityThresholds;
  /** Time for one call of `embed`, retries included. Default 20 s. */
  timeoutMs?: number;
  /** Retries after a 429, a 5xx or a broken connection. Default 2. */
  maxRetries?: number;
  /** Told after each call how many tokens it was billed for. */
  onUsage?: (tokens: number) => void;
};

/** Starting values for text-embedding-3-small, whose cosines run lower than the embedded encoder's; not measured here. */
const API_THRESHOLDS: SimilarityThresholds = { answer: 0.45, closest: 0.3, duplicate: 0.8 };

/** Text sent to the service at most, which stays under the 8,191 tokens of the model in nearly every language. */
const MAX_CHARACTERS = 8_000;

/** Texts of one request; services take 2,048 at most. */
const BATCH_SIZE = 256;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/** Judged as a whole: a schema for each of 512 numbers costs as much as reading their text. */
const vectorSchema = z.custom<number[]>((value) => Array.isArray(value) && value.every(Number.isFinite));

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int().default(0), embedding: vectorSchema })),
  usage: z.object({ total_tokens: z.number() }).optional(),
});

/** How long to wait before another try: what the service asks for, within reason, or longer each time. */
function pauseMs(error: APICallError, retries: number): number {
  const headers = error.responseHeaders ?? {};
  const asked = Number(headers['retry-after-ms'] ?? Number(headers['retry-after']) * 1_000);
  return asked > 0 ? Math.min(asked, LONGEST_PAUSE_MS) : Math.min(FIRST_PAUSE_MS * 2 ** retries, LONGEST_PAUSE_MS);
}

/**
 * An embedding service in OpenAI's form, asked for 512 components. Longer texts than 8,000 characters are cut.
 * A service that gives another number of components is refused, because its vectors do not fit the column.
 */
export function createApiEmbedder(config: ApiEmbedderConfig): Embedder {
  const { timeoutMs = 20_000, maxRetries = 2, thresholds = API_THRESHOLDS } = config;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${config.apiKey}` };
  let closed = false;

  async function requestBatch(input: string[], signal: AbortSignal): Promise<number[][]> {
    const body = JSON.stringify({ model: config.model, input, dimensions: EMBEDDING_DIMENSIONS, encoding_format: 'float' });
    for (let retries = 0; ; retries += 1) {
      try {
        const response = await sendToProvider({ url: `${config.baseUrl}/embeddings`, headers, body, signal });
        const { data, usage } = answerSchema.parse(JSON.parse(await readBody(response)));
        if (usage) config.onUsage?.(usage.total_tokens);
        return data.sort((left, right) => left.index - right.index).map(({ embedding }) => embedding);
      } catch (error) {
        if (retries >= maxRetries || !APICallError.isInstance(error) || !error.isRetryable) throw error;
        await sleep(pauseMs(error, retries), undefined, { signal });
      }
    }
  }

  async function request(values: string[], signal?: AbortSignal): Promise<number[][]> {
    let either: AbortSignal | undefined;
    try {
      return await withDeadline(signal, timeoutMs, async (until) => {
        either = until;
        const vectors: number[][] = [];
        for (let start = 0; start < values.length; start += BATCH_SIZE) {
          vectors.push(...(await requestBatch(values.slice(start, start + BATCH_SIZE), until)));
        }
        return vectors;
      });
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (either?.aborted) throw new EmbedderError(`The embedding service gave no answer within ${timeoutMs} ms.`);
      throw new EmbedderError(`The embedding service failed: ${describeFailure(error)}`);
    }
  }

  return {
    id: `${config.model}-${EMBEDDING_DIMENSIONS}`,
    dimensions: EMBEDDING_DIMENSIONS,
    maxTokens: 8191,
    thresholds,
    async embed(texts, { signal } = {}) {
      if (closed) throw new EmbedderError('The embedder is closed.');
      signal?.throwIfAborted();
      const prepared = texts.map((text) => text.trim().slice(0, MAX_CHARACTERS));
      const values = prepared.filter((text) => text !== '');
      if (values.length === 0) return prepared.map(() => null);
      const embeddings = await request(values, signal);
      if (embeddings.length !== values.length) {
        throw new EmbedderError(`The embedding service gave ${embeddings.length} vectors for ${values.length} texts.`);
      }
      let next = 0;
      return prepared.map((text) => (text === '' ? null : checkVector(embeddings[next++]!, config.model)));
    },
    async close() {
      closed = true;
    },
  };
}

function checkVector(vector: readonly number[], model: string): number[] | null {
  if (vector.length === EMBEDDING_DIMENSIONS) return toUnitLength(vector);
  throw new EmbedderError(
    `The embedding model ${model} gives ${vector.length} components; one that can give ${EMBEDDING_DIMENSIONS} is needed.`,
  );
}

/** The status or the kind of failure, never the request, which holds the user's text; for the same reason no `cause`. */
function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown cause.';
  if (APICallError.isInstance(error) && error.statusCode !== undefined) return `it answered with status ${error.statusCode}.`;
  if (error instanceof z.ZodError || error instanceof SyntaxError) return 'its answer is not in the form of OpenAI.';
  const code = error.cause instanceof Error && 'code' in error.cause ? ` (${String(error.cause.code)})` : '';
  return `${error.name}${code}.`;
}
