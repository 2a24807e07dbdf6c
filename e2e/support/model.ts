import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { createGate, startModelServer, type JournalEntry, type ModelServer } from '@/tests/model-server';
import { expect, test as base } from './test';

/** Key of the wallet that runs the install, and so may mint partner keys. */
export const operatorKey = generatePrivateKey();

/** A pause before each word, so that a test can act in the middle of an answer. */
const WORD_DELAY_MS = 40;

/** `test` against an install whose model is a server of the test's own, which answers slowly and keeps a journal. */
export const test = base.extend<{ modelScript: void }, { model: ModelServer }>({
  model: [
    async ({}, use) => {
      const server = await startModelServer({ delayMs: WORD_DELAY_MS });
      await use({
        ...server,
        // What the test before said is learned from a while later, in this one: such calls take only what is meant for them.
        script: (...answers) => server.script(...answers.map((answer) => ({ ...answer, when: { wantsJson: false, ...answer.when } }))),
      });
      await server.close();
    },
    { scope: 'worker' },
  ],
  appOptions: [
    async ({ model }, use) => use({ env: { ...modelSettings(model), ADMIN_WALLETS: privateKeyToAddress(operatorKey) } }),
    { scope: 'worker' },
  ],
  modelScript: [
    async ({ model }, use) => {
      await use();
      model.reset();
    },
    { auto: true },
  ],
});

/** Makes the model server the free model of an install. */
export function modelSettings(model: Pick<ModelServer, 'baseUrl'>): Record<string, string> {
  return { XAI_API_KEY: 'not-a-real-key', XAI_BASE_URL: model.baseUrl };
}

/** The calls for replies that the server got, oldest first; what is asked to learn from an exchange wants JSON and is left out. */
export function replyCalls(model: ModelServer): JournalEntry[] {
  return model.journal.filter((entry) => entry.path === '/v1/chat/completions' && !entry.body.response_format);
}

/** The prompts of those calls. */
export function replyPrompts(model: ModelServer): string[] {
  return replyCalls(model).map((entry) => JSON.stringify(entry.body.messages));
}

export { createGate, expect };
