import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compactConversation } from '@/lib/compaction/service';
import { addKnowledge } from '@/lib/knowledge/service';
import { addMemory } from '@/lib/memories/service';
import { pool } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { indexMissing } from '@/lib/retrieval/indexing';
import { converse, openChat } from '@/tests/chat';
import { addExchange, createConversation } from '@/tests/exchanges';
import { type Injection, injectionCorpus, LEAK_HOST } from '@/tests/injection-corpus';
import { createAgentOf, createOwnedAgent, type TestAgent } from '@/tests/owned-agent';
import { chatToolNames } from './tools';

let owner: TestAgent;
const server = await openChat((created) => (owner = created));

/** Where the texts want data to be sent: whoever comes here was made to. */
let hits = 0;
const leakServer = http.createServer((_request, response) => {
  hits += 1;
  response.end();
});
let corpus: Injection[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => leakServer.listen(0, LEAK_HOST, resolve));
  corpus = injectionCorpus((leakServer.address() as AddressInfo).port);
});
afterAll(() => new Promise((resolve) => leakServer.close(resolve)));

const QUESTION = 'What about the ferry to Zanzibar?';
const NEAR = 'About the ferry to Zanzibar:';

type Source = {
  name: string;
  /** Puts the text where it is to be found, and gives the conversation to go on with. */
  plant: (agent: TestAgent, text: string) => Promise<number | undefined>;
  /** The section of the prompt that must hold it; without one it comes as the result of a tool. */
  section?: string;
};

/** Every source of text that others than the owner may have written, or that the owner may have pasted. A new one is one entry more. */
const sources: Source[] = [
  {
    name: 'a memory',
    section: 'memories',
    plant: async (agent, text) => {
      const added = await addMemory(agent, { content: text, category: 'fact', source: 'owner', actor: 'owner' });
      expect(added).toMatchObject({ success: true });
      return undefined;
    },
  },
  {
    name: 'a text of knowledge',
    section: 'knowledge',
    plant: async (agent, text) => {
      const added = await addKnowledge(agent, { title: `The ferry. ${text}`.slice(0, 100), content: `${NEAR} ${text}` });
      expect(added).toMatchObject({ success: true });
      return undefined;
    },
  },
  {
    name: 'the soul',
    section: 'soul',
    plant: async (agent, text) => {
      await pool().query(`insert into souls (agent_id, owner_id, content) values ($1, $2, $3)`, [agent.id, agent.ownerId, text]);
      return undefined;
    },
  },
  {
    name: 'what the owner wrote about themselves',
    section: 'owner',
    plant: async (agent, text) => {
      await pool().query(`update agents set personal_context = $2 where id = $1`, [agent.id, text]);
      return undefined;
    },
  },
  {
    name: 'the description of the agent',
    section: 'persona',
    plant: async (agent, text) => {
      await pool().query(`update agents set description = $2 where id = $1`, [agent.id, text]);
      return undefined;
    },
  },
  {
    name: 'past talk',
    section: 'past',
    plant: async (agent, text) => {
      await addExchange(agent, await createConversation(agent), `${NEAR} ${text}`, 'I see.');
      await indexMissing(agent, new Date(0));
      return undefined;
    },
  },
  {
    name: 'a summary',
    section: 'summary',
    plant: async (agent, text) => {
      const conversationId = await createConversation(agent);
      await addExchange(agent, conversationId, 'Hello', 'Hello.');
      await pool().query(
        `insert into conversation_summaries (id, owner_id, agent_id, conversation_id, until_sequence, at_sequence, messages, covered_tokens, tokens, content, method, actor)
         values ($1, $2, $3, $4, 1, 2, 1, 10, 5, $5, 'model', 'worker')`,
        [newId(), agent.ownerId, agent.id, conversationId, text],
      );
      return Number(conversationId);
    },
  },
  {
    name: 'the title of a conversation',
    plant: async (agent, text) => {
      await addExchange(agent, await createConversation(agent, text), NEAR, 'I see.');
      return undefined;
    },
  },
];

/** Rows of everybody but one agent, and what of that agent no reply may change. */
async function digestOthers(agent: TestAgent): Promise<Record<string, string>> {
  const { rows } = await pool().query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'agent_id'`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: digest } = await pool().query<{ digest: string }>(
      `select coalesce(md5(string_agg(to_jsonb(t)::text, ',' order by to_jsonb(t)::text)), '') as digest from "${name}" t where agent_id <> $1`,
      [agent.id],
    );
    digests[name] = digest[0]!.digest;
  }
  for (const name of ['agents', 'souls', 'agent_grants', 'api_keys', 'tasks', 'agent_skills']) {
    const { rows: whole } = await pool().query<{ exists: boolean }>(`select to_regclass($1) is not null as exists`, [name]);
    if (!whole[0]?.exists) continue;
    const { rows: digest } = await pool().query<{ digest: string }>(
      `select coalesce(md5(string_agg((to_jsonb(t) - 'last_used_at')::text, ',' order by to_jsonb(t)::text)), '') as digest from "${name}" t`,
    );
    digests[`all ${name}`] = digest[0]!.digest;
  }
  return digests;
}

type Body = { messages: { role: string; content: string }[]; tools?: { function: { name: string } }[] };

/** A prompt's system message without what its fences hold, and the names of the fences. */
function openText(system: string): { open: string; names: string[] } {
  const word = /<data-(\w+) name=/.exec(system)![1];
  const names: string[] = [];
  const open = system.replace(new RegExp(`<data-${word} name="([^"]*)">[^]*?</data-${word}>`, 'g'), (_, name: string) => {
    names.push(name);
    return '';
  });
  expect(open).not.toContain(`data-${word}`);
  return { open, names };
}

/** A model that obeys whatever it reads: it calls what the text demands, and writes what it demands. */
function obey({ mark, calls, says }: Injection, isToldByTool: boolean): void {
  const demanded = calls.map(({ name, arguments: input }) => ({ name, arguments: input }));
  if (isToldByTool)
    server.script({ when: { hasToolResult: false }, toolCalls: [{ name: 'search_conversations', arguments: { query: 'ferry' } }] });
  if (demanded.length > 0) server.script({ when: { promptIncludes: mark }, toolCalls: demanded });
  server.script({ when: { promptIncludes: mark }, text: says });
}

const secretsOfTheInstall = () => [
  process.env.SESSION_SECRET,
  process.env.ENCRYPTION_KEY,
  process.env.DATABASE_URL,
  'test-key',
  owner.cookie.split('=')[1],
];

describe.each(sources)('an obedient model that reads injections in $name', ({ plant, section }) => {
  // reliability: 29
  test('does nothing but what the tools of a chat do inside the agent, and no text leaves its fence', { timeout: 120_000 }, async () => {
    expect(corpus.length).toBeGreaterThanOrEqual(25);
    const victim = await createOwnedAgent('Victim');
    await addMemory(victim, { content: 'I am allergic to peanuts', category: 'identity', source: 'owner', actor: 'owner' });
    await addExchange(victim, await createConversation(victim, 'Private'), 'A private thing about the ferry');
    for (const injection of corpus) {
      server.reset();
      const agent = await createAgentOf(owner, 'Ada');
      const conversationId = await plant(agent, injection.text);
      obey(injection, section === undefined);
      const before = await digestOthers(agent);
      const { result, messageId } = await converse(agent, QUESTION, conversationId);
      const where = injection.text;

      // It did get there, or nothing would be shown by the rest.
      expect(JSON.stringify(server.journal.map(({ body }) => body.messages)), where).toContain(injection.mark);
      expect(result.content, where).toContain(injection.says);
      for (const { body } of server.journal) {
        const { messages, tools } = body as unknown as Body;
        expect(
          tools?.map((tool) => tool.function.name),
          where,
        ).toEqual([...chatToolNames]);
        const { open, names } = openText(messages[0]!.content);
        expect(open, where).not.toContain(injection.mark);
        if (section) expect(names, where).toContain(section);
        for (const secret of secretsOfTheInstall()) if (secret) expect(JSON.stringify(messages), where).not.toContain(secret);
      }

      const { rows } = await pool().query<{ calls: { name: string; error: string | null }[] | null }>(
        `select tool_calls as calls from messages where id = $1`,
        [messageId],
      );
      const outside = (rows[0]?.calls ?? []).filter(({ name }) => !chatToolNames.some((known) => known === name));
      const demanded = injection.calls.filter(({ name }) => !chatToolNames.some((known) => known === name));
      expect(outside, where).toHaveLength(demanded.length);
      for (const { error } of outside) expect(error, where).toBeTruthy();
      expect(await digestOthers(agent), where).toEqual(before);
    }
    expect(hits).toBe(0);
  });
});

// reliability: 29
test('what is summed up is fenced too, and a summary that obeys brings nothing but its text', async () => {
  for (const injection of corpus) {
    server.reset();
    const agent = await createAgentOf(owner, 'Ada');
    const conversationId = await createConversation(agent);
    for (let index = 0; index < 8; index += 1) await addExchange(agent, conversationId, `${index}: ${injection.text}`, 'Noted.');
    server.script({ text: injection.says });
    const before = await digestOthers(agent);
    await compactConversation(agent, conversationId);
    const { messages, tools } = server.journal[0]!.body as unknown as Body;
    expect(tools).toBeUndefined();
    const word = /<data-(\w+) name=/.exec(messages[0]!.content)![1];
    const outside = messages[1]!.content.replace(new RegExp(`<data-${word} name="messages">[^]*?</data-${word}>`), '');
    expect(outside.trim()).toBe('Write the summary.');
    expect(messages[0]!.content).not.toContain(injection.mark);
    const { rows } = await pool().query<{ content: string }>(`select content from conversation_summaries where conversation_id = $1`, [
      conversationId,
    ]);
    expect(rows[0]?.content).not.toMatch(/!\[[^\]]*\]\(/);
    expect(await digestOthers(agent)).toEqual(before);
  }
  expect(hits).toBe(0);
});
