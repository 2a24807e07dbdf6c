import { createOpenAI } from '@ai-sdk/openai';
import { embedMany } from 'ai';
import { EMBEDDING_DIMENSIONS, EmbedderError, toUnitLength, type Embedder, type SimilarityThresholds } from '@/lib/llm/embedder/embedder';

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

/**
 * An embedding service in OpenAI's form, asked for 512 components. Longer texts than 8,000 characters are cut.
 * A service that gives another number of components is refused, because its vectors do not fit the column.
 */
export function createApiEmbedder(config: ApiEmbedderConfig): Embedder {
  const { timeoutMs = 20_000, maxRetries = 2, thresholds = API_THRESHOLDS } = config;
  const provider = createOpenAI({ baseURL: config.baseUrl, apiKey: config.apiKey });
  const model = provider.embedding(config.model);
  let closed = false;

  async function request(values: string[], signal?: AbortSignal): Promise<number[][]> {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const { embeddings, usage } = await embedMany({
        model,
        values,
        maxRetries,
        abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        providerOptions: { openai: { dimensions: EMBEDDING_DIMENSIONS } },
      });
      if (Number.isFinite(usage.tokens)) config.onUsage?.(usage.tokens);
      return embeddings;
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (timeout.aborted) throw new EmbedderError(`The embedding service gave no answer within ${timeoutMs} ms.`);
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
  const last = error instanceof Error && 'lastError' in error ? error.lastError : error;
  if (!(last instanceof Error)) return 'unknown cause.';
  if ('statusCode' in last && typeof last.statusCode === 'number') return `it answered with status ${last.statusCode}.`;
  const code = last.cause instanceof Error && 'code' in last.cause ? ` (${String(last.cause.code)})` : '';
  return `${last.name}${code}.`;
}
