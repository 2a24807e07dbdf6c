import { createEmbedder } from '@/lib/llm/embedder/select';
import type { Embedder } from '@/lib/llm/embedder/embedder';
import { createProviders, type Providers } from '@/lib/llm/providers';
import { env } from '@/lib/platform/env';

const XAI_URL = 'https://api.x.ai/v1';
const OPENAI_URL = 'https://api.openai.com/v1';

type Runtime = { providers?: Providers; embedder?: Embedder };

// One of each a process, also when a development server loads this module anew.
const holder = globalThis as typeof globalThis & { selfclawModels?: Runtime };

function runtime(): Runtime {
  holder.selfclawModels ??= {};
  return holder.selfclawModels;
}

/** The chat models of this install. A base address without a key is a server of the operator's own that asks for none. */
export function providers(): Providers {
  const { XAI_API_KEY, XAI_BASE_URL, OPENAI_API_KEY, OPENAI_BASE_URL, OLLAMA_BASE_URL, OLLAMA_MODEL, MODEL_PROBE } = env();
  runtime().providers ??= createProviders({
    xai: XAI_API_KEY || XAI_BASE_URL ? { apiKey: XAI_API_KEY, baseUrl: XAI_BASE_URL ?? XAI_URL } : undefined,
    openai: OPENAI_API_KEY || OPENAI_BASE_URL ? { apiKey: OPENAI_API_KEY, baseUrl: OPENAI_BASE_URL ?? OPENAI_URL } : undefined,
    ollama: OLLAMA_BASE_URL ? { baseUrl: OLLAMA_BASE_URL, model: OLLAMA_MODEL } : undefined,
    probeLoopback: MODEL_PROBE,
  });
  return runtime().providers as Providers;
}

/** The embedder of this install. It loads when the first text comes. */
export function embedder(): Embedder {
  const { EMBEDDER, EMBEDDER_API_KEY, EMBEDDER_BASE_URL, EMBEDDER_MODEL, OPENAI_API_KEY, OPENAI_BASE_URL } = env();
  runtime().embedder ??=
    EMBEDDER === 'api'
      ? createEmbedder({
          kind: 'api',
          baseUrl: EMBEDDER_BASE_URL ?? OPENAI_BASE_URL ?? OPENAI_URL,
          apiKey: EMBEDDER_API_KEY ?? OPENAI_API_KEY ?? '',
          model: EMBEDDER_MODEL,
        })
      : createEmbedder({ kind: 'embedded' });
  return runtime().embedder as Embedder;
}

/** Ends what the models keep open. */
export async function closeRuntime(): Promise<void> {
  const open = holder.selfclawModels;
  holder.selfclawModels = undefined;
  await open?.embedder?.close();
}
