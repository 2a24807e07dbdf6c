import { describe, expect, test } from 'vitest';
import { GET } from '@/app/api/selfclaw/v1/hosted-agents/[id]/memories/timeline/route';
import { transaction } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { addExchange, createConversation } from '@/tests/exchanges';
import { openMemories, remember } from '@/tests/memories';
import { callAs, createAgentOf, type TestAgent } from '@/tests/owned-agent';
import { deleteMemory, patchMemory, undoMemory } from './service';
import { changeMemory, lockMemory } from './store';

type Change = { id: string; kind: string; memoryId: string; after: { content: string }; undone: boolean };

let agent: TestAgent;
openMemories((made) => (agent = made));

const add = (content: string, more?: Parameters<typeof remember>[2]) => remember(agent, content, more);

async function read(query: Record<string, string> = {}): Promise<{ changes: Change[]; next: string | null }> {
  const { status, body } = await callAs(agent, GET, { query });
  expect(status).toBe(200);
  return body as { changes: Change[]; next: string | null };
}

const told = ({ changes }: { changes: Change[] }) => changes.map(({ kind, after }) => `${kind}: ${after.content}`);

describe('the timeline of an agent’s memories', () => {
  test('tells every change, the newest first, with what took the place of what', async () => {
    const conversation = await createConversation(agent, 'Moving');
    const { userMessageId } = await addExchange(agent, conversation, 'I live in Porto', 'Noted');
    const porto = await add('Lives in Porto', { source: 'conversation', actor: 'agent', sourceMessageId: userMessageId });
    const tea = await add('Likes tea', { category: 'preference' });
    await patchMemory(agent, tea, { content: 'Likes green tea' }, 'owner');
    const lisbon = await add('Lives in Lisbon');
    await transaction(async (tx) => {
      const known = (await lockMemory(tx, agent, porto))!;
      await changeMemory(tx, agent, known, { status: 'superseded', supersededById: lisbon }, { kind: 'superseded', actor: 'agent' });
    });
    await deleteMemory(agent, tea, 'owner');
    await undoMemory(agent, tea, 'owner');
    const timeline = await read();
    expect(timeline.next).toBeNull();
    expect(told(timeline)).toEqual([
      'restored: Likes green tea',
      'deleted: Likes green tea',
      'superseded: Lives in Porto',
      'created: Lives in Lisbon',
      'edited: Likes green tea',
      'created: Likes tea',
      'created: Lives in Porto',
    ]);
    expect(timeline.changes[1]).toMatchObject({ memoryId: tea, undone: true });
    expect(timeline.changes[2]).toMatchObject({ memoryId: porto, replacedBy: 'Lives in Lisbon', actor: 'agent' });
    expect(timeline.changes[4]).toMatchObject({ before: { content: 'Likes tea' }, replacedBy: null, source: 'owner' });
    expect(timeline.changes[6]).toMatchObject({ sourceMessageId: userMessageId, sourceConversationId: Number(conversation) });
  });

  test('is narrowed by kind of change, kind of memory and words, those of before too', async () => {
    const tea = await add('Gosta de café', { category: 'preference' });
    await add('Mora no Porto', { category: 'context' });
    await patchMemory(agent, tea, { content: 'Gosta de chá' }, 'owner');
    expect(told(await read({ kind: 'edited' }))).toEqual(['edited: Gosta de chá']);
    expect(told(await read({ category: 'context' }))).toEqual(['created: Mora no Porto']);
    expect(told(await read({ q: 'CAFE' }))).toEqual(['edited: Gosta de chá', 'created: Gosta de café']);
    expect(told(await read({ q: '%' }))).toEqual([]);
  });

  test('its pages meet without a gap, though changes are added meanwhile', async () => {
    for (let number = 1; number <= 5; number += 1) await add(`Fact ${number}`);
    const first = await read({ limit: '2' });
    await add('Fact 6');
    const second = await read({ limit: '2', before: first.next! });
    const third = await read({ limit: '2', before: second.next! });
    expect([first, second, third].map(told)).toEqual([
      ['created: Fact 5', 'created: Fact 4'],
      ['created: Fact 3', 'created: Fact 2'],
      ['created: Fact 1'],
    ]);
    expect(third.next).toBeNull();
  });

  test('of another agent of the same owner is neither shown nor a cursor', async () => {
    await add('Of the first');
    const [{ id } = { id: '' }] = (await read()).changes;
    const other = await createAgentOf(agent, 'Other');
    expect((await callAs(other, GET)).body).toEqual({ changes: [], next: null });
    expect((await callAs(other, GET, { query: { before: id } })).status).toBe(400);
    expect((await callAs(agent, GET, { query: { before: newId() } })).status).toBe(400);
  });
});
