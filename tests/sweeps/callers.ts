import type { Endpoint } from '@/lib/api/endpoint';
import { fullPath } from '@/lib/api/endpoint';
import { contract } from '@/lib/contract';
import { packFindings } from '@/lib/inspection/kept-prompt';
import { pool } from '@/lib/platform/database';
import { newId } from '@/lib/platform/ids';
import { callApi, callJson, createAgent, createKey, newWallet, signIn, type SignedIn } from '@/tests/api';
import { chatGptConversation, jsonBytes } from '@/tests/exports';

export type Furnished = {
  owner: SignedIn;
  key: { id: string; headers: { authorization: string } };
  /** A value for every path parameter of the contract. */
  parameters: Record<string, string>;
};

const AGENTS = '/api/selfclaw/v1/hosted-agents';

/** An owner with one of everything that paths of the contract name. */
export async function furnishOwner(): Promise<Furnished> {
  const owner = await signIn(newWallet());
  const key = await createKey(owner);
  const agentId = await createAgent(owner.headers, { personaTemplate: 'general' });
  const { memory } = await callJson<{ memory: { id: string } }>('POST', `${AGENTS}/${agentId}/memories`, {
    headers: owner.headers,
    body: { content: 'I am allergic to peanuts', category: 'identity' },
  });
  const { knowledge } = await callJson<{ knowledge: { id: string } }>('POST', `${AGENTS}/${agentId}/knowledge`, {
    headers: owner.headers,
    body: { title: 'Tea', content: 'Green tea is steeped for two minutes. Beware of peanuts.' },
  });
  const conversationId = Math.floor(Math.random() * 2 ** 50) + 1;
  const [questionId, replyId] = [newId(), newId()];
  await pool().query(
    `insert into conversations (id, owner_id, agent_id, title, message_count, last_sequence) values ($1, $2, $3, 'Tea', 2, 2)`,
    [conversationId, owner.ownerId, agentId],
  );
  await pool().query(
    `insert into messages (id, owner_id, agent_id, conversation_id, sequence, role, status, content, reply_to_id, completed_at)
     values ($1, $3, $4, $5, 1, 'user', 'completed', 'Which tea?', null, now()), ($2, $3, $4, $5, 2, 'assistant', 'completed', 'Green tea.', $1, now())`,
    [questionId, replyId, owner.ownerId, agentId, conversationId],
  );
  const kept = packFindings([{ name: 'memories', text: 'I am allergic to peanuts', tokens: 8 }], []);
  await pool().query(`update messages set prompt = $2::jsonb, prompt_texts = $3 where id = $1`, [
    replyId,
    JSON.stringify(kept.prompt),
    kept.texts,
  ]);
  const reflectionId = newId();
  await pool().query(
    `insert into reflections (id, owner_id, agent_id, status, clarity_before, clarity_after, completed_at) values ($1, $2, $3, 'completed', 40, 60, now())`,
    [reflectionId, owner.ownerId, agentId],
  );
  const importId = newId();
  await pool().query(
    `insert into memory_imports (id, owner_id, agent_id, format, file_name, file_hash, status, conversations, messages, messages_read)
     values ($1, $2, $3, 'claude', 'conversations.json', sha256('tea'), 'ready', 1, 1, 1)`,
    [importId, owner.ownerId, agentId],
  );
  await pool().query(
    `insert into memory_candidates (id, import_id, owner_id, agent_id, words_hash, content, category, confidence, importance, title, excerpt, standing)
     values ($1, $2, $3, $4, sha256('peanuts'), 'I never eat peanuts', 'preference', 0.9, 0.5, 'Green tea', 'I never eat peanuts', 'new')`,
    [newId(), importId, owner.ownerId, agentId],
  );
  return {
    owner,
    key,
    parameters: {
      id: String(agentId),
      memoryId: memory.id,
      knowledgeId: knowledge.id,
      conversationId: String(conversationId),
      messageId: replyId,
      questionId,
      reflectionId,
      importId,
      skillId: 'news-radar',
      keyId: key.id,
    },
  };
}

/** The path of an endpoint with its parameters filled in. */
export function pathOf(endpoint: Endpoint, parameters: Record<string, string>): string {
  return fullPath(endpoint).replace(/:(\w+)/g, (_, name: string) => parameters[name] ?? 'missing');
}

/** A body that passes for each endpoint that needs one, and the query it needs. */
export const sampleBodies: Record<string, unknown> = {
  'auth.connectNonce': {},
  'auth.quickConnect': { address: `0x${'1'.repeat(40)}`, signature: `0x${'2'.repeat(130)}`, nonce: 'n'.repeat(20) },
  'firstSteps.put': { dismissed: true },
  'apiKeys.create': { name: 'Sweep' },
  'agents.create': { name: 'Sweep' },
  'agents.patch': { description: 'Swept' },
  'settings.put': { description: 'Swept' },
  'grants.put': { adopt: true },
  'chat.send': { message: 'Which tea do I like?' },
  'messages.edit': { message: 'Which tea?' },
  'conversations.compact': { conversationId: 2_001 },
  'conversations.patch': { title: 'Swept' },
  'knowledge.add': { title: 'Coffee', content: 'Black coffee is brewed for four minutes.' },
  'knowledge.patch': { content: 'Green tea is steeped for three minutes.' },
  'knowledge.upload': { title: 'Swept' },
  'knowledge.url': { url: 'http://127.0.0.1:9/nothing' },
  'memories.add': { content: 'I live in Kisumu' },
  'memories.patch': { content: 'I am allergic to walnuts' },
  'memoryImports.upload': {},
  'memoryImports.accept': { ids: [] },
  'reflections.undo': { keepChanges: false },
  'soul.put': { soul: 'I am calm and I like short answers.' },
  'spawning.confirm': { field: 'location', confirmedValue: 'Kisumu' },
  'soul.restore': { versionId: '0197c2f4-6c1e-7d3a-9b52-4f0e8a7c6d21' },
};

export function sampleQuery(endpoint: Endpoint, parameters: Record<string, string>): string {
  if (endpoint.id === 'messages.list') return `?conversationId=${parameters.conversationId}`;
  if (endpoint.id === 'conversations.search') return '?q=tea';
  if (endpoint.id === 'grants.delete') return `?partnerId=${newId()}`;
  return '';
}

const sampleFiles: Record<string, File> = {
  'knowledge.upload': new File(['White tea is steeped for one minute.'], 'tea.txt', { type: 'text/plain' }),
  'memoryImports.upload': new File(
    [jsonBytes([chatGptConversation('Tea', ['I like white tea'])]) as Uint8Array<ArrayBuffer>],
    'conversations.json',
  ),
};

function formOf(endpoint: Endpoint, fields: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set('file', sampleFiles[endpoint.id] ?? new File([], 'empty'));
  return form;
}

/** Calls an endpoint with inputs that are valid: the samples of its body and query unless others are given. */
export function callEndpoint(
  endpoint: Endpoint,
  parameters: Record<string, string>,
  headers: Record<string, string>,
  { body = sampleBodies[endpoint.id], query = sampleQuery(endpoint, parameters) }: { body?: unknown; query?: string } = {},
): Promise<Response> {
  // What an owner said is edited; all else is asked of replies.
  const messageId = endpoint.id === 'messages.edit' ? parameters.questionId : parameters.messageId;
  const path = pathOf(endpoint, { ...parameters, ...(messageId && { messageId }) }) + query;
  if (endpoint.bodyType === 'multipart') return callApi(endpoint.method, path, { headers, rawBody: formOf(endpoint, body as object) });
  return callApi(endpoint.method, path, { headers, body: endpoint.body ? body : undefined });
}

export const endpointsWith = (access: Endpoint['access']) => contract.filter((endpoint) => endpoint.access === access);

const UNWATCHED = new Set(['rate_limit_windows', '_prisma_migrations']);

/** A digest of every row of every table, without what may change by reading: the last use of a key. */
export async function digestDatabase(): Promise<Record<string, string>> {
  const { rows } = await pool().query<{ table: string }>(
    `select table_name as table from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { table } of rows) {
    if (UNWATCHED.has(table)) continue;
    const { rows: digest } = await pool().query<{ digest: string }>(
      `select coalesce(md5(string_agg((to_jsonb(t) - 'last_used_at')::text, ',' order by to_jsonb(t)::text)), '') as digest from "${table}" t`,
    );
    digests[table] = digest[0]?.digest ?? '';
  }
  return digests;
}
