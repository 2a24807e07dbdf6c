import type { ModelConfig } from '@/lib/llm/catalogue';
import type { Embedder } from '@/lib/llm/embedder/embedder';
import { createEmbedder } from '@/lib/llm/embedder/select';
import { createProviders, type Providers } from '@/lib/llm/providers';
import { env, type Environment } from '@/lib/platform/env';

type Runtime = { providers?: Providers; embedder?: Embedder };

// One set a process, also when a development server loads this module anew: the encoder's thread exists once.
const holder = globalThis as typeof globalThis & { selfclawModels?: Runtime };

const DEFAULT_OPENAI_URL = 'https://api.openai.com/v1';
const DEFAULT_OLLAMA_URL = 'http://127.0.0.1:11434';

/** The chat models that the configuration names. */
export function providers(): Providers {
  const runtime = (holder.selfclawModels ??= {});
  return (runtime.providers ??= createProviders(modelConfig(env())));
}

/** The embedder that the configuration names. */
export function embedder(): Embedder {
  const runtime = (holder.selfclawModels ??= {});
  return (runtime.embedder ??= createConfiguredEmbedder(env()));
}

/** For tests: puts models in the place of the configured ones. */
export function replaceModels(models: Runtime): void {
  holder.selfclawModels = { ...holder.selfclawModels, ...models };
}

/** Gives back the embedder's thread or connections. The next use makes everything anew. */
export async function closeModels(): Promise<void> {
  const open = holder.selfclawModels;
  holder.selfclawModels = undefined;
  await open?.embedder?.close();
}

function modelConfig(environment: Environment): ModelConfig {
  const { XAI_API_KEY, XAI_BASE_URL, OPENAI_API_KEY, OPENAI_BASE_URL, OLLAMA_BASE_URL, OLLAMA_MODEL, MODEL_PROBE } = environment;
  // A server of the operator's own may ask for no key, so its address alone configures it.
  const hasOpenAI = OPENAI_API_KEY !== undefined || OPENAI_BASE_URL !== DEFAULT_OPENAI_URL;
  return {
    xai: XAI_API_KEY ? { apiKey: XAI_API_KEY, baseUrl: XAI_BASE_URL } : undefined,
    openai: hasOpenAI ? { apiKey: OPENAI_API_KEY, baseUrl: OPENAI_BASE_URL } : undefined,
    ollama: OLLAMA_BASE_URL || OLLAMA_MODEL ? { baseUrl: OLLAMA_BASE_URL ?? DEFAULT_OLLAMA_URL, model: OLLAMA_MODEL } : undefined,
    probeLoopback: MODEL_PROBE,
  };
}

function createConfiguredEmbedder(environment: Environment): Embedder {
  if (environment.EMBEDDER === 'embedded') return createEmbedder({ kind: 'embedded' });
  return createEmbedder({
    kind: 'api',
    baseUrl: environment.EMBEDDER_BASE_URL ?? environment.OPENAI_BASE_URL,
    apiKey: environment.EMBEDDER_API_KEY ?? environment.OPENAI_API_KEY ?? '',
    model: environment.EMBEDDER_MODEL,
  });
}
