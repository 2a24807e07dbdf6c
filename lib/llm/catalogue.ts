/** Prices in micro-dollars per million tokens, so that a cost is a whole number of micro-dollars. */
export type ModelPrice = { inputMicroUsdPerMillion: number; outputMicroUsdPerMillion: number };

export type HostedProvider = 'xai' | 'openai';

export type CatalogueModel = {
  /** What an agent's `premiumModel` holds. `none` is the free default. */
  id: 'none' | 'gpt-5-mini' | 'grok-4.20' | 'gpt-5.4';
  label: string;
  tier: 'free' | 'premium';
  provider: HostedProvider;
  /** The name that the provider knows. */
  modelId: string;
  price: ModelPrice;
  /** What the model takes at most, prompt and answer together. */
  contextTokens: number;
};

export type ModelTier = 'free' | 'premium' | 'premium (fallback)';

export type ModelInfo = {
  /** Id of the model that answers now. */
  chat: string;
  tier: ModelTier;
  /** `xai` and `openai`, or `local` for a server of the operator's own and `embedded` for the recall responder. */
  provider: HostedProvider | 'local' | 'embedded';
  availableModels: { id: string; label: string; tier: 'free' | 'premium'; provider: HostedProvider }[];
};

export const RECALL_MODEL_ID = 'recall';

export const FREE_OF_CHARGE: ModelPrice = { inputMicroUsdPerMillion: 0, outputMicroUsdPerMillion: 0 };

/** The models that an owner may choose, in the order of the contract. Prices: the providers' lists, as kept in the docs. */
export const CATALOGUE: readonly CatalogueModel[] = [
  {
    id: 'none',
    label: 'Grok 4.1 Fast',
    tier: 'free',
    provider: 'xai',
    modelId: 'grok-4-1-fast-non-reasoning',
    price: { inputMicroUsdPerMillion: 200_000, outputMicroUsdPerMillion: 500_000 },
    contextTokens: 2_000_000,
  },
  {
    id: 'gpt-5-mini',
    label: 'GPT-5 Mini',
    tier: 'free',
    provider: 'openai',
    modelId: 'gpt-5-mini',
    price: { inputMicroUsdPerMillion: 250_000, outputMicroUsdPerMillion: 2_000_000 },
    contextTokens: 400_000,
  },
  {
    id: 'grok-4.20',
    label: 'Grok 4.20',
    tier: 'premium',
    provider: 'xai',
    modelId: 'grok-4.20',
    price: { inputMicroUsdPerMillion: 2_000_000, outputMicroUsdPerMillion: 6_000_000 },
    contextTokens: 256_000,
  },
  {
    id: 'gpt-5.4',
    label: 'GPT-5.4',
    tier: 'premium',
    provider: 'openai',
    modelId: 'gpt-5.4',
    price: { inputMicroUsdPerMillion: 2_500_000, outputMicroUsdPerMillion: 15_000_000 },
    contextTokens: 400_000,
  },
];

/** A chat model on a server of the operator's own. */
export type LocalModel = { baseUrl: string; modelId: string; server: 'ollama' | 'lm-studio' | 'llama-server' };

/** What the operator configured. Nothing here is read from the environment. */
export type ModelConfig = {
  xai?: { apiKey?: string; baseUrl: string };
  openai?: { apiKey?: string; baseUrl: string };
  /** With a model it is used before the hosted free model; without one it is asked for its models when no key is there. */
  ollama?: { baseUrl: string; model?: string };
  /** Whether to look for a model server on this machine when nothing else is configured. */
  probeLoopback: boolean;
};

export type ModelSelection =
  | { kind: 'hosted'; model: CatalogueModel; tier: ModelTier }
  | { kind: 'local'; model: LocalModel; tier: ModelTier }
  | { kind: 'recall'; tier: ModelTier };

/**
 * Which model answers an agent. The agent's own choice comes first if its provider is configured; else a local model
 * that the configuration names, Grok, GPT-5 Mini, a local model that was found, and last the recall responder. Whoever
 * chose a premium model and gets another one is told by the tier.
 */
export function selectModel(config: ModelConfig, premiumModel: string | null | undefined, found?: LocalModel): ModelSelection {
  const chosen = premiumModel && premiumModel !== 'none' ? CATALOGUE.find((model) => model.id === premiumModel) : undefined;
  if (chosen && config[chosen.provider]) return { kind: 'hosted', model: chosen, tier: chosen.tier };

  const tier: ModelTier = chosen?.tier === 'premium' ? 'premium (fallback)' : 'free';
  const { ollama } = config;
  if (ollama?.model) {
    return { kind: 'local', model: { baseUrl: ollamaApiUrl(ollama.baseUrl), modelId: ollama.model, server: 'ollama' }, tier };
  }
  const free = CATALOGUE.find((model) => model.tier === 'free' && config[model.provider]);
  if (free) return { kind: 'hosted', model: free, tier };
  if (found) return { kind: 'local', model: found, tier };
  return { kind: 'recall', tier };
}

/** Whether a local model could still be found where nothing configured answers. */
export function needsLocalModel(config: ModelConfig): boolean {
  return !config.xai && !config.openai && !config.ollama?.model && (config.probeLoopback || config.ollama !== undefined);
}

/** The contract's `modelInfo` of an agent, true to what would answer now. */
export function describeModels(config: ModelConfig, premiumModel: string | null | undefined, found?: LocalModel): ModelInfo {
  const selection = selectModel(config, premiumModel, found);
  const availableModels = CATALOGUE.map(({ id, label, tier, provider }) => ({ id, label, tier, provider }));
  switch (selection.kind) {
    case 'hosted':
      return { chat: selection.model.modelId, tier: selection.tier, provider: selection.model.provider, availableModels };
    case 'local':
      return { chat: selection.model.modelId, tier: selection.tier, provider: 'local', availableModels };
    case 'recall':
      return { chat: RECALL_MODEL_ID, tier: selection.tier, provider: 'embedded', availableModels };
  }
}

/** The OpenAI-compatible address of an Ollama server, whose own address is usually given without `/v1`. */
export function ollamaApiUrl(baseUrl: string): string {
  const trimmed = baseUrl.replace(/\/+$/, '');
  return trimmed.endsWith('/v1') ? trimmed : `${trimmed}/v1`;
}
