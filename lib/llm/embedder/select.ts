import { createApiEmbedder, type ApiEmbedderConfig } from '@/lib/llm/embedder/api';
import { createEmbeddedEmbedder, type EmbeddedOptions } from '@/lib/llm/embedder/embedded';
import type { Embedder } from '@/lib/llm/embedder/embedder';

export type EmbedderConfig = ({ kind: 'embedded' } & EmbeddedOptions) | ({ kind: 'api' } & ApiEmbedderConfig);

/** The embedder that the configuration names. Neither loads nor connects before its first text. */
export function createEmbedder(config: EmbedderConfig): Embedder {
  const { kind, ...options } = config;
  return kind === 'api' ? createApiEmbedder(options as ApiEmbedderConfig) : createEmbeddedEmbedder(options);
}
