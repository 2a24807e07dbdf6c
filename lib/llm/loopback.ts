import { ollamaApiUrl, type LocalModel } from '@/lib/llm/catalogue';
import { readBody, sendToProvider } from '@/lib/llm/openai-transport';

const PROBE_TIMEOUT_MS = 500;
const CACHE_MS = 30_000;
const LIST_LIMIT_BYTES = 1024 * 1024;

/** Names of models that embed, rerank or transcribe and cannot chat. */
const NO_CHAT_MODEL = /embed|minilm|rerank|whisper|\bbge|\bgte-|\be5-|clip/i;

export type LoopbackServers = { ollama: string; lmStudio: string; llamaServer: string };

/** Where these servers listen unless they are told otherwise. */
export const DEFAULT_LOOPBACK: LoopbackServers = {
  ollama: 'http://127.0.0.1:11434',
  lmStudio: 'http://127.0.0.1:1234',
  llamaServer: 'http://127.0.0.1:8080',
};

export type LocalModelFinder = {
  /** The model that was found last, or undefined. A probe is at most 500 ms, and its result is kept for 30 s. */
  find: () => Promise<LocalModel | undefined>;
  /** What is known already, without waiting. Starts a probe in the background when that is old. */
  peek: () => LocalModel | undefined;
  /** Forgets the result, after its server did not answer. */
  forget: () => void;
};

/** Looks for a chat model on the given servers, all at once; the first one in their order that has a model is taken. */
export function createLocalModelFinder(servers: Partial<LoopbackServers>, now: () => number = Date.now): LocalModelFinder {
  let known: { model: LocalModel | undefined; atMs: number } | undefined;
  let running: Promise<LocalModel | undefined> | undefined;

  const isFresh = () => known !== undefined && now() - known.atMs < CACHE_MS;
  const probe = () => {
    running ??= probeServers(servers).then((model) => {
      known = { model, atMs: now() };
      running = undefined;
      return model;
    });
    return running;
  };
  return {
    find: () => (isFresh() ? Promise.resolve(known?.model) : probe()),
    peek: () => {
      if (!isFresh()) void probe();
      return known?.model;
    },
    forget: () => {
      known = undefined;
    },
  };
}

async function probeServers(servers: Partial<LoopbackServers>): Promise<LocalModel | undefined> {
  const found = await Promise.all([
    servers.ollama === undefined ? undefined : probeOllama(servers.ollama),
    servers.lmStudio === undefined ? undefined : probeModelList(servers.lmStudio, 'lm-studio'),
    servers.llamaServer === undefined ? undefined : probeModelList(servers.llamaServer, 'llama-server'),
  ]);
  return found.find((model) => model !== undefined);
}

async function probeOllama(baseUrl: string): Promise<LocalModel | undefined> {
  const apiUrl = ollamaApiUrl(baseUrl);
  const body = await fetchJson(`${apiUrl.replace(/\/v1$/, '')}/api/tags`);
  const names = namesIn(body, 'models', 'name');
  return names[0] === undefined ? undefined : { baseUrl: apiUrl, modelId: names[0], server: 'ollama' };
}

async function probeModelList(origin: string, server: LocalModel['server']): Promise<LocalModel | undefined> {
  const names = namesIn(await fetchJson(`${origin}/v1/models`), 'data', 'id');
  return names[0] === undefined ? undefined : { baseUrl: `${origin}/v1`, modelId: names[0], server };
}

function namesIn(body: unknown, listKey: string, nameKey: string): string[] {
  const list = (body as Record<string, unknown> | null | undefined)?.[listKey];
  if (!Array.isArray(list)) return [];
  return list
    .map((entry: unknown) => (entry as Record<string, unknown> | null)?.[nameKey])
    .filter((name): name is string => typeof name === 'string' && name !== '' && name.length <= 200 && !NO_CHAT_MODEL.test(name));
}

async function fetchJson(url: string): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    const response = await sendToProvider({ url, headers: { accept: 'application/json' }, signal });
    return JSON.parse(await readBody(response, LIST_LIMIT_BYTES, PROBE_TIMEOUT_MS));
  } catch {
    return undefined;
  }
}
