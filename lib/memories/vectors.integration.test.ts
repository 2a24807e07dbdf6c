import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDatabase, pool } from '@/lib/platform/database';
import { closeJobs } from '@/lib/platform/jobs';
import { log } from '@/lib/platform/log';
import { createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { createWordEmbedder, replaceModels } from '@/tests/word-embedder';
import { handleEmbedMemories, sweepVectors } from './job-handlers';
import { retrieveMemories } from './retrieval';
import { addMemory, listMemories } from './service';

let agent: TestAgent;
beforeEach(async () => {
  replaceModels({ embedder: createWordEmbedder() });
  agent = await createOwnedAgent();
});
afterAll(async () => {
  await closeJobs();
  await closeDatabase();
});

const memories = async () => (await listMemories(agent, { limit: 100, offset: 0 })).memories;

describe('vectors', () => {
  test('are made anew when the install changes its embedder; until then memories are found by words', async () => {
    await addMemory(agent, { content: 'User keeps three llamas', category: 'fact', source: 'owner', actor: 'owner' });
    await addMemory(agent, { content: '我喜欢喝咖啡', category: 'preference', source: 'owner', actor: 'owner' });
    replaceModels({ embedder: createWordEmbedder('another-512') });
    expect((await memories()).map(({ indexed }) => indexed)).toEqual([false, false]);
    expect((await retrieveMemories(agent, 'llamas?', { limit: 1 }))[0]).toMatchObject({
      content: 'User keeps three llamas',
      similarity: null,
      lexical: 1,
    });
    await handleEmbedMemories({ agentId: String(agent.id) });
    expect((await memories()).map(({ indexed }) => indexed)).toEqual([true, true]);
    const [first, second] = await retrieveMemories(agent, 'llamas?', { limit: 2 });
    expect(first?.similarity).toBeGreaterThan(0.4);
    expect(second?.similarity).toBeNull();
    expect((await retrieveMemories(agent, '咖啡', { limit: 1 }))[0]).toMatchObject({ content: '我喜欢喝咖啡', lexical: 1 });
  });

  test('that no job made are made by the sweep, of every agent, and it then finds nothing to do', async () => {
    const other = await createOwnedAgent('Eve');
    for (const owner of [agent, other])
      await addMemory(owner, { content: 'User keeps bees', category: 'fact', source: 'owner', actor: 'owner' });
    replaceModels({ embedder: createWordEmbedder('third-512') });
    await pool().query(`update memories set updated_at = now() - interval '5 minutes' where agent_id = any($1)`, [
      [agent.id, other.id].map(String),
    ]);
    expect(await sweepVectors()).toBeGreaterThanOrEqual(2);
    for (const owner of [agent, other]) expect((await listMemories(owner, { limit: 9, offset: 0 })).memories[0]?.indexed).toBe(true);
    expect(await sweepVectors()).toBe(0);
  });

  test('that cannot be made for one agent are made for the others, and the log names that one', async () => {
    const other = await createOwnedAgent('Eve');
    await addMemory(agent, { content: 'User keeps a cursed text', category: 'fact', source: 'owner', actor: 'owner' });
    await addMemory(other, { content: 'User keeps bees', category: 'fact', source: 'owner', actor: 'owner' });
    const embedder = createWordEmbedder('fourth-512');
    const embed = (texts: readonly string[]) =>
      texts.some((text) => text.includes('cursed')) ? Promise.reject(new Error('cannot read this')) : embedder.embed(texts);
    replaceModels({ embedder: { ...embedder, embed } });
    await pool().query(`update memories set updated_at = now() - interval '5 minutes' where agent_id = any($1)`, [
      [agent.id, other.id].map(String),
    ]);
    const warn = vi.spyOn(log(), 'warn').mockImplementation(() => undefined);
    await sweepVectors();
    expect((await listMemories(other, { limit: 9, offset: 0 })).memories[0]?.indexed).toBe(true);
    expect((await memories())[0]?.indexed).toBe(false);
    expect(warn).toHaveBeenCalledWith(expect.objectContaining({ agentId: String(agent.id) }), expect.any(String));
    await pool().query(`delete from memories where agent_id = $1`, [agent.id]);
  });

  test('an embedder that fails costs no fact and no answer', async () => {
    const broken = { ...createWordEmbedder(), embed: () => Promise.reject(new Error('down')) };
    replaceModels({ embedder: broken });
    const added = await addMemory(agent, { content: 'Gosto de pão de queijo', category: 'preference', source: 'owner', actor: 'owner' });
    expect(added).toMatchObject({ memory: { indexed: false } });
    expect((await retrieveMemories(agent, 'pao', { limit: 3 }))[0]).toMatchObject({ content: 'Gosto de pão de queijo', similarity: null });
    await expect(handleEmbedMemories({ agentId: String(agent.id) })).rejects.toThrow();
    replaceModels({ embedder: createWordEmbedder() });
    await handleEmbedMemories({ agentId: String(agent.id) });
    expect((await memories())[0]?.indexed).toBe(true);
  });

  test('of a text that was edited meanwhile are not stored', async () => {
    const added = await addMemory(agent, { content: 'First text', category: 'fact', source: 'owner', actor: 'owner' });
    if (!('memory' in added)) throw new Error('not added');
    const embedder = createWordEmbedder('slow-512');
    let editing: Promise<unknown> | undefined;
    const slow = {
      ...embedder,
      embed: async (texts: readonly string[]) => {
        editing ??= pool().query(`update memories set content = 'Second text', embedder_id = null, version = version + 1 where id = $1`, [
          added.memory.id,
        ]);
        await editing;
        return embedder.embed(texts);
      },
    };
    replaceModels({ embedder: slow });
    await handleEmbedMemories({ agentId: String(agent.id) });
    const { rows } = await pool().query(`select content, embedder_id from memories where id = $1`, [added.memory.id]);
    expect(rows).toEqual([{ content: 'Second text', embedder_id: null }]);
    await handleEmbedMemories({ agentId: String(agent.id) });
    expect((await memories())[0]).toMatchObject({ content: 'Second text', indexed: true });
  });
});
