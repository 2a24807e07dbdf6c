import type { OwnedAgent, OwnedAgentId, OwnerId } from '@/lib/auth/principal';
import { pool, type Transaction } from '@/lib/platform/database';

/** Everything of one agent that the API shows, from one statement for any number of agents. */
export type AgentRow = {
  id: bigint;
  ownerId: string;
  createdByPartner: string | null;
  name: string;
  icon: string;
  emoji: string | null;
  description: string;
  status: 'active' | 'paused';
  publicKey: string;
  personaTemplate: string | null;
  interests: string[];
  topicsToWatch: string[];
  personalContext: string | null;
  socialHandles: Record<string, string>;
  enabledSkills: string[];
  humorStyle: string | null;
  premiumModel: string | null;
  preferredLanguage: string | null;
  webhookUrl: string | null;
  telegramBotUsername: string | null;
  telegramNotificationLevel: string;
  spawningStatus: string | null;
  createdAt: Date;
  updatedAt: Date;
  userMessages: number;
  userCharacters: bigint;
  conversations: number;
  totalTokens: bigint;
  totalCostMicroUsd: bigint;
  lastActiveAt: Date | null;
  tokensToday: number;
  costTodayMicroUsd: bigint;
  memoriesCount: number;
  pendingTasks: number;
  finishedTasks: number;
  runningTasks: number;
  lastTaskAt: Date | null;
  lastTaskType: string | null;
  lastTaskStatus: string | null;
  lastEventAt: Date | null;
  lastEventSummary: string | null;
  eventCount: number;
  poc: { totalScore: number; grade: string; rank: number; percentile: number } | null;
  clarityScore: number | null;
  lastReflectionAt: Date | null;
};

const AGENT_ROWS = `
  select a.id, a.owner_id as "ownerId",
         (select p.name from partners p
          where p.id = a.created_by_partner_id and a.adopted_at is null and ($3::uuid is null or p.id = $3::uuid)) as "createdByPartner",
         a.name, a.icon, a.emoji, a.description, a.status, a.public_key as "publicKey", a.persona_template as "personaTemplate",
         a.interests, a.topics_to_watch as "topicsToWatch", a.personal_context as "personalContext", a.social_handles as "socialHandles",
         a.enabled_skills as "enabledSkills", a.humor_style as "humorStyle", a.premium_model as "premiumModel",
         a.preferred_language as "preferredLanguage", a.webhook_url as "webhookUrl", a.telegram_bot_username as "telegramBotUsername",
         a.telegram_notification_level as "telegramNotificationLevel", a.spawning_status as "spawningStatus",
         a.created_at as "createdAt", a.updated_at as "updatedAt",
         coalesce(g.user_messages, 0) as "userMessages", coalesce(g.user_characters, 0) as "userCharacters",
         coalesce(g.conversations, 0) as "conversations", coalesce(g.total_tokens, 0) as "totalTokens",
         coalesce(g.total_cost_micro_usd, 0) as "totalCostMicroUsd", g.last_active_at as "lastActiveAt",
         coalesce(q.used, 0) as "tokensToday", coalesce(q.cost_micro_usd, 0) as "costTodayMicroUsd",
         (select count(*)::int from memories m where m.agent_id = a.id and m.status = 'active') as "memoriesCount",
         t.pending as "pendingTasks", t.finished as "finishedTasks", t.running as "runningTasks",
         lt.completed_at as "lastTaskAt", lt.task_type as "lastTaskType", lt.status as "lastTaskStatus",
         le.created_at as "lastEventAt", le.summary as "lastEventSummary",
         (select count(*)::int from agent_events e where e.agent_id = a.id) as "eventCount",
         case when s.agent_id is null then null else
           jsonb_build_object('totalScore', s.total_score, 'grade', s.grade, 'rank', s.rank, 'percentile', s.percentile) end as poc,
         r.clarity as "clarityScore", r.completed_at as "lastReflectionAt"
  from agents a
  left join agent_growth g on g.agent_id = a.id
  left join token_quotas q on q.agent_id = a.id and q.day = (now() at time zone 'utc')::date
  left join poc_scores s on s.agent_id = a.id
  left join lateral (
    select count(*) filter (where status = 'pending')::int as pending,
           count(*) filter (where status = 'completed')::int as finished,
           count(*) filter (where status = 'running')::int as running
    from tasks where agent_id = a.id) t on true
  left join lateral (
    select completed_at, task_type, status from tasks
    where agent_id = a.id and status in ('completed', 'failed') and completed_at is not null order by completed_at desc limit 1) lt on true
  left join lateral (select created_at, summary from agent_events where agent_id = a.id order by created_at desc limit 1) le on true
  left join lateral (
    select case when undone_at is null then clarity_after else clarity_before end as clarity, completed_at from reflections
    where agent_id = a.id and status = 'completed' order by completed_at desc limit 1) r on true`;

/**
 * The agents of `ids`, oldest first. One statement, whatever their number.
 *
 * @param askingPartnerId a partner is told which agents it made, and of no other partner; null for the owner, who is told of all
 */
export async function readAgents(ownerId: OwnerId, ids: readonly OwnedAgentId[], askingPartnerId: string | null): Promise<AgentRow[]> {
  const { rows } = await pool().query<AgentRow>({
    name: 'agents-read',
    text: `${AGENT_ROWS} where a.owner_id = $1 and a.id = any($2::bigint[]) order by a.created_at, a.id`,
    values: [ownerId, ids.map(String), askingPartnerId],
  });
  return rows;
}

export type TaskRow = {
  id: string;
  agentId: bigint;
  skillId: string;
  taskType: string;
  status: 'pending' | 'approved' | 'running' | 'completed' | 'failed' | 'rejected';
  riskLevel: 'high' | 'medium' | 'low';
  priority: number;
  title: string;
  description: string;
  payload: unknown;
  result: unknown;
  error: string | null;
  requiresApproval: boolean;
  createdAt: Date;
  approvedAt: Date | null;
  completedAt: Date | null;
};

/** The newest `each` tasks of every agent. One statement, whatever their number. */
export async function readRecentTasks(ownerId: OwnerId, ids: readonly OwnedAgentId[], each: number): Promise<TaskRow[]> {
  const { rows } = await pool().query<TaskRow>({
    name: 'agents-recent-tasks',
    text: `select t.id, t.agent_id as "agentId", t.skill_id as "skillId", t.task_type as "taskType", t.status, t.risk_level as "riskLevel", t.priority,
                  t.title, t.description, t.payload, t.result, t.error, t.requires_approval as "requiresApproval",
                  t.created_at as "createdAt", t.approved_at as "approvedAt", t.completed_at as "completedAt"
           from unnest($2::bigint[]) as agent(id)
           cross join lateral (select * from tasks where agent_id = agent.id and owner_id = $1 order by created_at desc limit $3) t`,
    values: [ownerId, ids.map(String), each],
  });
  return rows;
}

export type WalletRow = { agentId: bigint; address: string; chain: string; gasReceived: boolean; createdAt: Date };

/** The wallets of every agent. One statement, whatever their number. */
export async function readWallets(ownerId: OwnerId, ids: readonly OwnedAgentId[]): Promise<WalletRow[]> {
  const { rows } = await pool().query<WalletRow>({
    name: 'agents-wallets',
    text: `select agent_id as "agentId", address, chain, gas_received as "gasReceived", created_at as "createdAt"
           from agent_wallets where owner_id = $1 and agent_id = any($2::bigint[]) order by created_at`,
    values: [ownerId, ids.map(String)],
  });
  return rows;
}

/** Locks the owner's row, so that counting and inserting are one step, and counts the agents that share a cap. */
export async function countAgentsForCap(tx: Transaction, ownerId: OwnerId, partnerId: string | null): Promise<number> {
  await tx.query(`select 1 from users where id = $1 for update`, [ownerId]);
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from agents where owner_id = $1 and case
       when $2::uuid is null then created_by_partner_id is null or adopted_at is not null
       else created_by_partner_id = $2 and adopted_at is null end`,
    [ownerId, partnerId],
  );
  return rows[0]?.count ?? 0;
}

export type NewAgent = {
  id: bigint;
  ownerId: OwnerId;
  partnerId: string | null;
  publicKey: string;
  fields: Record<string, unknown>;
};

/** Columns that creation and changes may write, by the field's name on the wire. */
const COLUMN_OF: Record<string, string> = {
  name: 'name',
  icon: 'icon',
  emoji: 'emoji',
  description: 'description',
  status: 'status',
  interests: 'interests',
  topicsToWatch: 'topics_to_watch',
  personalContext: 'personal_context',
  socialHandles: 'social_handles',
  enabledSkills: 'enabled_skills',
  personaTemplate: 'persona_template',
  humorStyle: 'humor_style',
  premiumModel: 'premium_model',
  preferredLanguage: 'preferred_language',
  webhookUrl: 'webhook_url',
  webhookSecret: 'webhook_secret',
  onboarding: 'onboarding',
};

function columnsOf(fields: Record<string, unknown>): { columns: string[]; values: unknown[] } {
  const known = Object.entries(fields).filter(([name, value]) => value !== undefined && name in COLUMN_OF);
  return {
    columns: known.map(([name]) => COLUMN_OF[name] as string),
    values: known.map(([name, value]) => (name === 'socialHandles' || name === 'onboarding' ? JSON.stringify(value) : value)),
  };
}

/** Inserts an agent with its counters and its first soul. */
export async function insertAgent(tx: Transaction, agent: NewAgent, soul: { versionId: string; content: string }): Promise<void> {
  const { columns, values } = columnsOf(agent.fields);
  const names = ['id', 'owner_id', 'created_by_partner_id', 'public_key', 'updated_at', ...columns];
  const all = [agent.id, agent.ownerId, agent.partnerId, agent.publicKey, new Date(), ...values];
  await tx.query(`insert into agents (${names.join(', ')}) values (${all.map((_, index) => `$${index + 1}`).join(', ')})`, all);
  await tx.query(`insert into agent_growth (agent_id, owner_id) values ($1, $2)`, [agent.id, agent.ownerId]);
  await tx.query(`insert into souls (agent_id, owner_id, content) values ($1, $2, $3)`, [agent.id, agent.ownerId, soul.content]);
  await tx.query(
    `insert into soul_versions (id, agent_id, owner_id, version, content, author, reason) values ($1, $2, $3, 1, $4, 'template', 'The first soul')`,
    [soul.versionId, agent.id, agent.ownerId, soul.content],
  );
}

/** Writes the given fields of an agent; absent ones stay. Gives the status before, or `undefined` when the agent is gone. */
export async function updateAgent(
  tx: Transaction,
  agent: OwnedAgent,
  fields: Record<string, unknown>,
): Promise<{ statusBefore: string } | undefined> {
  const { columns, values } = columnsOf(fields);
  const sets = columns.map((column, index) => `${column} = $${index + 3}`);
  const { rows } = await tx.query<{ statusBefore: string }>(
    `with before as (select id, status from agents where id = $1 and owner_id = $2 for update)
     update agents set ${[...sets, 'updated_at = now()'].join(', ')} from before where agents.id = before.id
     returning before.status as "statusBefore"`,
    [agent.id, agent.ownerId, ...values],
  );
  return rows[0];
}

/** Sets a webhook's secret unless there is one; the secret outlives changes of the address. */
export async function keepWebhookSecret(tx: Transaction, agent: OwnedAgent, sealed: Uint8Array): Promise<void> {
  await tx.query(`update agents set webhook_secret = $3 where id = $1 and owner_id = $2 and webhook_secret is null`, [
    agent.id,
    agent.ownerId,
    sealed,
  ]);
}

/**
 * Erases an agent and, by cascade, everything it has. With a partner only what that partner made and nobody adopted, checked by the
 * deletion itself. False when there is no such agent.
 */
export async function eraseAgent(tx: Transaction, agent: OwnedAgent, partnerId: string | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    `delete from agents where id = $1 and owner_id = $2
       and ($3::uuid is null or (created_by_partner_id = $3 and adopted_at is null))`,
    [agent.id, agent.ownerId, partnerId],
  );
  return rowCount === 1;
}
