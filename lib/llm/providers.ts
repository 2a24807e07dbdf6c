import type { LanguageModelV3 } from '@ai-sdk/provider';
import {
  CATALOGUE,
  describeModels,
  FREE_OF_CHARGE,
  needsLocalModel,
  RECALL_MODEL_ID,
  selectModel,
  type CatalogueModel,
  type LocalModel,
  type ModelConfig,
  type ModelInfo,
  type ModelPrice,
  type ModelTier,
} from '@/lib/llm/catalogue';
import { createLocalModelFinder, DEFAULT_LOOPBACK, type LoopbackServers } from '@/lib/llm/loopback';
import { type LiveSearchOutcome, type LiveSearchRequest, searchLive } from '@/lib/llm/live-search';
import { createOpenAICompatibleModel } from '@/lib/llm/openai-compatible';

/** A hosted model would take far more, but every token of a prompt is paid for and counts against the agent's day. */
const HOSTED_PROMPT_BUDGET_TOKENS = 12_000;
/** Local servers start with a context of 4,096 tokens and may cut a longer prompt without a word. */
const LOCAL_CONTEXT_TOKENS = 4_096;
const LOCAL_PROMPT_BUDGET_TOKENS = 3_500;

type ResolvedBase = {
  modelId: string;
  tier: ModelTier;
  price: ModelPrice;
  /** What the model takes, prompt and answer together. */
  contextTokens: number;
  /** What a prompt may be long, for `composePrompt`. */
  promptBudgetTokens: number;
};

/** `recall` has no model here: it is made for each turn from what the agent remembers (`lib/llm/recall`). */
export type ResolvedModel =
  | (ResolvedBase & { kind: 'language-model'; provider: 'xai' | 'openai' | 'local'; model: LanguageModelV3 })
  | (ResolvedBase & { kind: 'recall'; provider: 'embedded'; model?: undefined });

/** A model that searches the web by itself. What the provider charges for each search comes on top of the price of tokens. */
export type LiveSearch = { price: ModelPrice; search: (request: LiveSearchRequest) => Promise<LiveSearchOutcome> };

export type Providers = {
  /** The model that research is done with; undefined where no provider has a live search. */
  liveSearch: () => LiveSearch | undefined;
  /** The model that answers an agent with this `premiumModel`. Waits for a probe of this machine at most 500 ms. */
  resolveChatModel: (premiumModel: string | null | undefined) => Promise<ResolvedModel>;
  /** The contract's `modelInfo`, without waiting for anything. */
  describe: (premiumModel: string | null | undefined) => ModelInfo;
  /** To be called when a local model could not be reached, so that the next turn looks again. */
  forgetLocalModel: () => void;
};

/**
 * The chat models of an install. One adapter speaks to all of them; where no key and no server is configured, a model
 * server on this machine is found by itself, and without one the recall responder answers.
 *
 * @param loopback where to look for local servers; tests give addresses of their own.
 */
export function createProviders(config: ModelConfig, loopback: LoopbackServers = DEFAULT_LOOPBACK): Providers {
  const finder = createLocalModelFinder(
    config.ollama ? { ollama: config.ollama.baseUrl, ...(config.probeLoopback ? omitOllama(loopback) : {}) } : loopback,
  );
  const mayFind = needsLocalModel(config);
  const models = new Map<string, LanguageModelV3>();

  const cached = (key: string, make: () => LanguageModelV3): LanguageModelV3 => {
    const known = models.get(key);
    if (known) return known;
    const made = make();
    models.set(key, made);
    return made;
  };

  return {
    liveSearch: () => liveSearchOf(config),
    resolveChatModel: async (premiumModel) => {
      const selection = selectModel(config, premiumModel, mayFind ? await finder.find() : undefined);
      if (selection.kind === 'recall') {
        return {
          kind: 'recall',
          modelId: RECALL_MODEL_ID,
          provider: 'embedded',
          tier: selection.tier,
          price: FREE_OF_CHARGE,
          contextTokens: LOCAL_CONTEXT_TOKENS,
          promptBudgetTokens: LOCAL_PROMPT_BUDGET_TOKENS,
        };
      }
      if (selection.kind === 'local') {
        const { model } = selection;
        return {
          kind: 'language-model',
          model: cached(`${model.baseUrl} ${model.modelId}`, () => createLocalModel(model)),
          modelId: model.modelId,
          provider: 'local',
          tier: selection.tier,
          price: FREE_OF_CHARGE,
          contextTokens: LOCAL_CONTEXT_TOKENS,
          promptBudgetTokens: LOCAL_PROMPT_BUDGET_TOKENS,
        };
      }
      const { model } = selection;
      return {
        kind: 'language-model',
        model: cached(model.id, () => createHostedModel(model, config)),
        modelId: model.modelId,
        provider: model.provider,
        tier: selection.tier,
        price: model.price,
        contextTokens: model.contextTokens,
        promptBudgetTokens: HOSTED_PROMPT_BUDGET_TOKENS,
      };
    },
    describe: (premiumModel) => describeModels(config, premiumModel, mayFind ? finder.peek() : undefined),
    forgetLocalModel: finder.forget,
  };
}

function createHostedModel(model: CatalogueModel, config: ModelConfig): LanguageModelV3 {
  const access = config[model.provider];
  if (!access) throw new Error(`The provider ${model.provider} is not configured.`);
  // Only OpenAI itself wants these: behind `OPENAI_BASE_URL` may stand any server that serves the model's name.
  const isOpenAIItself = model.provider === 'openai' && isHostOf(access.baseUrl, 'openai.com');
  return createOpenAICompatibleModel({
    provider: model.provider,
    baseUrl: access.baseUrl,
    apiKey: access.apiKey,
    modelId: model.modelId,
    maxTokensParameter: isOpenAIItself ? 'max_completion_tokens' : 'max_tokens',
    // GPT-5 Mini thinks before it answers and counts that as output: at the least effort the cap is left to the answer.
    extraBody: isOpenAIItself && model.id === 'gpt-5-mini' ? { reasoning_effort: 'minimal' } : undefined,
  });
}

function liveSearchOf({ xai }: ModelConfig): LiveSearch | undefined {
  const model = CATALOGUE.find(({ id }) => id === 'grok-4.20');
  if (!xai || !model) return undefined;
  return { price: model.price, search: (request) => searchLive({ provider: 'xai', modelId: model.modelId, ...xai }, request) };
}

function isHostOf(url: string, domain: string): boolean {
  const { hostname } = new URL(url);
  return hostname === domain || hostname.endsWith(`.${domain}`);
}

function createLocalModel(model: LocalModel): LanguageModelV3 {
  return createOpenAICompatibleModel({ provider: 'local', baseUrl: model.baseUrl, modelId: model.modelId });
}

function omitOllama({ lmStudio, llamaServer }: LoopbackServers): Partial<LoopbackServers> {
  return { lmStudio, llamaServer };
}
