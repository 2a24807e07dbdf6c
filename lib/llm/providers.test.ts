import { afterEach, describe, expect, it } from 'vitest';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import type { ModelConfig } from '@/lib/llm/catalogue';
import { generateReply } from '@/lib/llm/generate';
import { createProviders } from '@/lib/llm/providers';
import { startModelServer, type ModelServer } from '@/tests/model-server';

const XAI = { apiKey: 'xai-key', baseUrl: 'https://api.x.ai/v1' };
const OPENAI = { apiKey: 'openai-key', baseUrl: 'https://api.openai.com/v1' };
const NOWHERE = { ollama: 'http://127.0.0.1:9', lmStudio: 'http://127.0.0.1:9', llamaServer: 'http://127.0.0.1:9' };

const servers: ModelServer[] = [];
const start = async (...options: Parameters<typeof startModelServer>) => {
  const server = await startModelServer(...options);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function resolve(config: Partial<ModelConfig>, premiumModel: string | null = null) {
  const providers = createProviders({ probeLoopback: false, ...config }, NOWHERE);
  const { modelId, provider, tier, kind } = await providers.resolveChatModel(premiumModel);
  const info = providers.describe(premiumModel);
  expect(info).toMatchObject({ chat: modelId, tier, provider });
  return { modelId, provider, tier, kind };
}

describe('which model answers', () => {
  it('is the free Grok with an xAI key, for both spellings of no choice', async () => {
    const expected = { kind: 'language-model', modelId: 'grok-4-1-fast-non-reasoning', provider: 'xai', tier: 'free' };
    expect(await resolve({ xai: XAI, openai: OPENAI }, null)).toEqual(expected);
    expect(await resolve({ xai: XAI, openai: OPENAI }, 'none')).toEqual(expected);
  });

  it('is GPT-5 Mini when OpenAI alone is configured', async () => {
    expect(await resolve({ openai: OPENAI })).toMatchObject({ modelId: 'gpt-5-mini', provider: 'openai', tier: 'free' });
  });

  it('is the chosen premium model when its key is there', async () => {
    expect(await resolve({ xai: XAI }, 'grok-4.20')).toMatchObject({ modelId: 'grok-4.20', tier: 'premium' });
    expect(await resolve({ openai: OPENAI }, 'gpt-5.4')).toMatchObject({ modelId: 'gpt-5.4', tier: 'premium' });
  });

  it('falls back to the free one when the key of the premium model is missing, and says so', async () => {
    expect(await resolve({ xai: XAI }, 'gpt-5.4')).toMatchObject({ modelId: 'grok-4-1-fast-non-reasoning', tier: 'premium (fallback)' });
    expect(await resolve({}, 'gpt-5.4')).toMatchObject({ kind: 'recall', tier: 'premium (fallback)' });
    expect(await resolve({ xai: XAI }, 'gpt-5-mini')).toMatchObject({ modelId: 'grok-4-1-fast-non-reasoning', tier: 'free' });
  });

  it('is the embedded recall responder when nothing is configured or found', async () => {
    expect(await resolve({ probeLoopback: true })).toEqual({ kind: 'recall', modelId: 'recall', provider: 'embedded', tier: 'free' });
  });

  it('is a local model that the configuration names before any key, unless the agent chose another', async () => {
    const ollama = { baseUrl: 'http://127.0.0.1:11434', model: 'llama3.2' };
    expect(await resolve({ ollama, xai: XAI })).toMatchObject({ modelId: 'llama3.2', provider: 'local', tier: 'free' });
    expect(await resolve({ ollama, xai: XAI }, 'grok-4.20')).toMatchObject({ modelId: 'grok-4.20', tier: 'premium' });
  });

  it('always offers the four models of the contract', () => {
    const { availableModels } = createProviders({ probeLoopback: false }).describe(null);
    expect(availableModels).toEqual([
      { id: 'none', label: 'Grok 4.1 Fast', tier: 'free', provider: 'xai' },
      { id: 'gpt-5-mini', label: 'GPT-5 Mini', tier: 'free', provider: 'openai' },
      { id: 'grok-4.20', label: 'Grok 4.20', tier: 'premium', provider: 'xai' },
      { id: 'gpt-5.4', label: 'GPT-5.4', tier: 'premium', provider: 'openai' },
    ]);
  });
});

describe('a model server on this machine', () => {
  it('is found by itself, without its embedding models, and answers', async () => {
    const ollama = await start({ ollamaModels: ['nomic-embed-text:latest', 'llama3.2:3b'] });
    const providers = createProviders({ probeLoopback: true }, { ...NOWHERE, ollama: ollama.origin });
    const resolved = await providers.resolveChatModel(null);
    expect(resolved).toMatchObject({ modelId: 'llama3.2:3b', provider: 'local', promptBudgetTokens: 3_500 });
    ollama.script({ text: 'I run at home.' });
    const messages = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] }];
    expect(await generateReply({ model: resolved.model!, messages })).toMatchObject({ status: 'completed', text: 'I run at home.' });
    expect(ollama.journal[0]?.authorization).toBeUndefined();
    expect(providers.describe(null)).toMatchObject({ chat: 'llama3.2:3b', provider: 'local', tier: 'free' });
  });

  it('is found as LM Studio or llama-server too', async () => {
    const studio = await start({ models: ['qwen3-4b'] });
    const providers = createProviders({ probeLoopback: true }, { ...NOWHERE, lmStudio: studio.origin });
    expect(await providers.resolveChatModel(null)).toMatchObject({ modelId: 'qwen3-4b', provider: 'local' });
  });

  it('is not looked for when a key is there or probing is off', async () => {
    const ollama = await start({ ollamaModels: ['llama3.2'] });
    const loopback = { ...NOWHERE, ollama: ollama.origin };
    expect(await createProviders({ xai: XAI, probeLoopback: true }, loopback).resolveChatModel(null)).toMatchObject({ provider: 'xai' });
    expect(await createProviders({ probeLoopback: false }, loopback).resolveChatModel(null)).toMatchObject({ kind: 'recall' });
  });

  it('that hangs does not hold a turn back for ever, and is asked only once in 30 s', async () => {
    let asked = 0;
    const mute = net.createServer(() => (asked += 1)).listen(0, '127.0.0.1');
    await new Promise((done) => mute.once('listening', done));
    const origin = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const providers = createProviders({ probeLoopback: true }, { ...NOWHERE, ollama: origin });
    expect(await providers.resolveChatModel(null)).toMatchObject({ kind: 'recall' });
    expect(asked).toBeGreaterThan(0);
    const askedOnce = asked;
    expect(await providers.resolveChatModel(null)).toMatchObject({ kind: 'recall' });
    expect(asked).toBe(askedOnce);
    mute.close();
  });
});

describe('the addresses of providers', () => {
  it('may be those of a local server: the names of the catalogue are passed as they are', async () => {
    const server = await start();
    const providers = createProviders({ openai: { apiKey: 'k', baseUrl: server.baseUrl }, probeLoopback: false });
    const { model } = await providers.resolveChatModel('gpt-5.4');
    await generateReply({ model: model!, messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] });
    expect(server.journal[0]).toMatchObject({ authorization: 'Bearer k', body: { model: 'gpt-5.4', max_tokens: 1024 } });
  });
});
