import { afterAll, beforeEach } from 'vitest';
import { generateReply, type GenerateReplyOptions } from '@/lib/llm/generate';
import { createOpenAICompatibleModel } from '@/lib/llm/openai-compatible';
import type { ReplyOutcome } from '@/lib/llm/reply-types';
import { startModelServer, type ModelServer } from '@/tests/model-server';

/** A model server for the test file that calls this: emptied before each test, closed after the last. */
export async function openModelServer(): Promise<ModelServer> {
  const server = await startModelServer();
  beforeEach(() => server.reset());
  afterAll(() => server.close());
  return server;
}

/** Asks a model server one question, as an agent's turn does. */
export function askModel(server: ModelServer, text: string, options: Partial<GenerateReplyOptions> = {}): Promise<ReplyOutcome> {
  return generateReply({
    model: createOpenAICompatibleModel({ provider: 'test', baseUrl: server.baseUrl, modelId: 'test-model', apiKey: 'key-1' }),
    messages: [
      { role: 'system', content: 'You are a test.' },
      { role: 'user', content: [{ type: 'text', text }] },
    ],
    ...options,
  });
}
