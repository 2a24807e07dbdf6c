import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { randomToken, sha256 } from '@/lib/platform/crypto';
import { newId, newNumericId } from '@/lib/platform/ids';
import { PLACES_A_MESSAGE } from '@/lib/retrieval/passages';
import { embedDeterministically } from '@/tests/model-server-answers';

/** One owner with a key, and one agent with one conversation. */
export type SeededOwner = { ownerId: string; apiKey: string; agentId: number; conversationId: number; replyId: string };

export type SeedPlan = {
  owners: number;
  /** Messages of each conversation, half of them replies; at least two. */
  messages: number;
  /** Memories of each agent. */
  memories: number;
  /** Whose vectors the memories carry. */
  embedderId: string;
};

const EMBEDDING_DIMENSIONS = 512;

const SUBJECTS = [
  'running',
  'bread',
  'the garden',
  'my sister Amina',
  'the harbour',
  'guitar',
  'chess',
  'the coffee shop',
  'Portuguese',
  'my bicycle',
];
const THOUGHTS = [
  'I would like to spend more time on it this month, mostly in the mornings before work.',
  'Last week it did not go as planned, and I am still thinking about what to change.',
  'A friend asked me about it yesterday and I noticed how much I enjoy it.',
  'It costs about forty euros a month, which is more than I had thought.',
];

function sentence(position: number): string {
  const subject = SUBJECTS[position % SUBJECTS.length] ?? '';
  const thought = THOUGHTS[Math.floor(position / SUBJECTS.length) % THOUGHTS.length] ?? '';
  return `About ${subject}, number ${position + 1}: ${thought}`;
}

const numbers = (count: number) => Array.from({ length: count }, (_, position) => position);

/** Fills an empty, migrated database by SQL. Every owner has the same texts; nothing is shared between them. */
export async function seedOwners(databaseUrl: string, plan: SeedPlan): Promise<SeededOwner[]> {
  const owners = numbers(plan.owners).map(() => ({
    ownerId: newId(),
    wallet: `0x${randomBytes(20).toString('hex')}`,
    apiKey: `mck_${randomToken()}`,
    keyId: newId(),
    agentId: newNumericId(),
    conversationId: newNumericId(),
    publicKey: randomBytes(32).toString('hex'),
  }));
  const column = <Key extends keyof (typeof owners)[number]>(key: Key) => owners.map((owner) => String(owner[key]));
  const memories = numbers(plan.memories).map(sentence);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `create temporary table bench_owners as
       select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::text[])
         as given(owner_id, wallet, key_id, agent_id, conversation_id, public_key)`,
      [column('ownerId'), column('wallet'), column('keyId'), column('agentId'), column('conversationId'), column('publicKey')],
    );
    await client.query(`insert into users (id, wallet_address) select owner_id, wallet from bench_owners`);
    await client.query(
      `insert into api_keys (id, owner_id, kind, name, prefix, secret_hash, scopes, last_used_at)
       select key_id, owner_id, 'personal', 'bench', left(secret, 12), hash, '{read,chat,write}', now() + interval '1 day'
       from bench_owners join unnest($1::uuid[], $2::text[], $3::bytea[]) as given(id, secret, hash) on given.id = key_id`,
      [column('keyId'), column('apiKey'), owners.map(({ apiKey }) => sha256(apiKey))],
    );
    await client.query(
      `insert into agents (id, owner_id, name, description, public_key, persona_template, interests, topics_to_watch, enabled_skills, updated_at)
       select agent_id, owner_id, 'Juniper', 'A calm companion for everyday plans', public_key, 'general', '{reading,gardening}', '{}', '{chat}', now()
       from bench_owners`,
    );
    await client.query(
      `insert into agent_growth (agent_id, owner_id, user_messages, conversations) select agent_id, owner_id, $1::int, 1 from bench_owners`,
      [plan.messages / 2],
    );
    const soul = `I am Juniper. ${THOUGHTS.join(' ')} I answer plainly and remember what matters.`;
    await client.query(`insert into souls (agent_id, owner_id, content) select agent_id, owner_id, $1 from bench_owners`, [soul]);
    await client.query(
      `insert into conversations (id, owner_id, agent_id, title, message_count, last_sequence)
       select conversation_id, owner_id, agent_id, 'Plans', $1::int, $1::int from bench_owners`,
      [plan.messages],
    );
    await insertMessages(client, plan.messages);
    await insertPassages(client, plan.messages, plan.embedderId);
    await insertMemories(client, memories, plan.embedderId);
    const { rows } = await client.query<{ conversation: string; reply: string }>(
      `select conversation_id::text as conversation, id as reply from messages where role = 'assistant' and sequence = $1::int`,
      [plan.messages],
    );
    await client.query('analyze');
    const replies = new Map(rows.map(({ conversation, reply }) => [conversation, reply]));
    return owners.map(({ ownerId, apiKey, agentId, conversationId }) => ({
      ownerId,
      apiKey,
      agentId: Number(agentId),
      conversationId: Number(conversationId),
      replyId: replies.get(String(conversationId)) ?? '',
    }));
  } finally {
    await client.end();
  }
}

const messageText = (position: number) => `${sentence(position)} ${sentence(position + 7)}`;

async function insertMessages(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, content, suggested_chips, model, provider, tier,
                           finish_reason, input_tokens, output_tokens, search, completed_at)
     select gen_random_uuid(), owner_id, agent_id, conversation_id, position, case when position % 2 = 1 then 'user' else 'assistant' end,
            'completed', texts[position], case when position % 2 = 0 then array['Tell me more', 'What next?', 'Thank you'] end, 'test-model', 'local',
            'free', 'stop', 900, 60, to_tsvector('simple', texts[position]), now()
     from bench_owners, (select $1::text[] as texts) given, generate_series(1, $2::int) as position`,
    [numbers(count).map(messageText), count],
  );
}

/** One passage a message, as the worker leaves them behind. */
async function insertPassages(client: pg.Client, count: number, embedderId: string): Promise<void> {
  const vectors = numbers(count).map((position) => `[${embedDeterministically(messageText(position), EMBEDDING_DIMENSIONS).join(',')}]`);
  await client.query(
    `insert into message_passages (message_id, part, owner_id, agent_id, conversation_id, place, speaker, said_at, words, embedder_id, embedding)
     select m.id, 0, m.owner_id, m.agent_id, m.conversation_id, m.sequence * ${PLACES_A_MESSAGE}, case m.role when 'user' then 'owner' else 'juniper' end,
            m.created_at,
            (select array_to_tsvector(array_agg(distinct to_hex(m.agent_id) || ':' || stem))
             from unnest(tsvector_to_array(to_tsvector('english', m.content))) as stem),
            $2, (($1::text[])[m.sequence])::vector
     from messages m`,
    [vectors, embedderId],
  );
}

async function insertMemories(client: pg.Client, contents: readonly string[], embedderId: string): Promise<void> {
  await client.query(
    `create temporary table bench_memories as
     select content, vector::vector as embedding, position from unnest($1::text[], $2::text[]) with ordinality as given(content, vector, position)`,
    [contents, contents.map((content) => `[${embedDeterministically(content, EMBEDDING_DIMENSIONS).join(',')}]`)],
  );
  await client.query(
    `insert into memories (id, owner_id, agent_id, content, category, source, embedder_id, embedding, search, created_at)
     select gen_random_uuid(), owner_id, agent_id, content, (array['fact', 'preference', 'goal', 'interest'])[1 + position % 4], 'conversation',
            $1, embedding, to_tsvector('simple', content), now() - position * interval '1 hour'
     from bench_owners, bench_memories`,
    [embedderId],
  );
}

/** Gives every agent of `owner` some more agents beside it, so that it has `count` in all. */
export async function addAgents(databaseUrl: string, owner: SeededOwner, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (let more = 1; more < count; more += 1) {
      const id = newNumericId();
      await client.query(
        `insert into agents (id, owner_id, name, public_key, interests, topics_to_watch, enabled_skills, updated_at)
         values ($1, $2, $3, $4, '{}', '{}', '{chat}', now())`,
        [id, owner.ownerId, `Agent ${more + 1}`, randomBytes(32).toString('hex')],
      );
      await client.query(`insert into souls (agent_id, owner_id, content) values ($1, $2, 'I am new here.')`, [id, owner.ownerId]);
    }
  } finally {
    await client.end();
  }
}

/** Takes back what turns have added, so that every conversation has `messages` messages again. */
export async function resetConversations(databaseUrl: string, messages: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`delete from messages where sequence > $1`, [messages]);
    await client.query(`update conversations set last_sequence = $1, message_count = $1`, [messages]);
    await client.query(`delete from model_calls`);
    await client.query(`vacuum analyze messages, conversations, model_calls, token_quotas, agent_growth`);
  } finally {
    await client.end();
  }
}

/** How many replies are still open. */
export async function countOpenReplies(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ open: number }>(
      `select count(*)::int as open from messages where status in ('queued', 'processing')`,
    );
    return rows[0]?.open ?? 0;
  } finally {
    await client.end();
  }
}
