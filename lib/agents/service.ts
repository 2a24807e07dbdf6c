import type { MarkDone } from '@/lib/api/idempotency';
import { type OwnedAgent, type Principal, actorOf } from '@/lib/auth/principal';
import { askingPartner, trustedAgent, visibleAgents } from '@/lib/auth/ownership';
import { writeAudit } from '@/lib/platform/audit';
import { encryptSecret, randomToken } from '@/lib/platform/crypto';
import { transaction } from '@/lib/platform/database';
import { refuse } from '@/lib/platform/errors';
import { newId, newNumericId } from '@/lib/platform/ids';
import { warmJobs } from '@/lib/platform/jobs';
import { beginSpawning } from '@/lib/spawning/service';
import { findTemplate } from '@/lib/templates/catalogue';
import { createAgentKeys } from './agent-keys';
import { writeEvent } from './events';
import { presentAgent, presentAgentDetail, presentSettings, presentTask } from './present';
import {
  countAgentsForCap,
  eraseAgent,
  insertAgent,
  keepWebhookSecret,
  readAgents,
  readRecentTasks,
  readWallets,
  updateAgent,
} from './queries';
import { AGENT_LIMIT, type CreateAgentInput, onboardingFields, type PatchAgentInput } from './schema';

const LIST_TASKS = 5;
const DETAIL_TASKS = 20;
const WEBHOOK_SECRET = 'agents.webhook_secret';

const newWebhookSecret = () => encryptSecret(WEBHOOK_SECRET, `whsec_${randomToken()}`);

/** All agents that the caller may use. Four statements, whatever their number. */
export async function listAgents(principal: Principal) {
  const visible = await visibleAgents(principal);
  const ids = visible.map((agent) => agent.id);
  const [rows, tasks, wallets] = await Promise.all([
    readAgents(principal.ownerId, ids, askingPartner(principal)),
    readRecentTasks(principal.ownerId, ids, LIST_TASKS),
    readWallets(principal.ownerId, ids),
  ]);
  const agents = rows.map((row) => presentAgent(row, tasks, wallets));
  const total = (value: (agent: (typeof agents)[number]) => number) => agents.reduce((sum, agent) => sum + value(agent), 0);
  return {
    agents,
    summary: {
      activeCount: agents.filter((agent) => agent.status === 'active').length,
      totalCount: agents.length,
      combinedTokensToday: total((agent) => agent.tokensToday),
      combinedCostUsd: total((agent) => agent.costUsdToday),
      totalTokens: total((agent) => agent.totalTokens),
      totalCostUsd: total((agent) => agent.totalCostUsd),
    },
  };
}

/** The light list. */
export async function summarizeAgents(principal: Principal) {
  const ids = (await visibleAgents(principal)).map((agent) => agent.id);
  const rows = await readAgents(principal.ownerId, ids, askingPartner(principal));
  const agents = rows.map(({ id, name, icon, emoji, status, enabledSkills }) => ({
    id: Number(id),
    name,
    icon,
    emoji,
    status,
    enabledSkills,
  }));
  return { agents };
}

async function readDetail(agent: OwnedAgent) {
  const [[row], tasks, wallets] = await Promise.all([
    readAgents(agent.ownerId, [agent.id], agent.askingPartnerId ?? null),
    readRecentTasks(agent.ownerId, [agent.id], DETAIL_TASKS),
    readWallets(agent.ownerId, [agent.id]),
  ]);
  return row ? { detail: presentAgentDetail(row, tasks, wallets), tasks } : undefined;
}

const agentGone = () => refuse('NOT_FOUND', 'Agent not found');

/** One agent with its recent tasks and figures. */
export async function getAgent(agent: OwnedAgent) {
  const found = await readDetail(agent);
  if (!found) return agentGone();
  const { detail, tasks } = found;
  const { totalActionsCount, pendingTasksCount, memoriesCount, currentActivity } = detail;
  return {
    agent: detail,
    recentTasks: tasks.map(presentTask),
    stats: { totalActionsCount, pendingTasksCount, memoriesCount, currentActivity },
  };
}

function fieldsOfNewAgent(input: CreateAgentInput): Record<string, unknown> {
  const template = findTemplate(input.personaTemplate ?? 'general');
  const chosen = input.personaTemplate != null;
  return {
    name: input.name,
    icon: input.icon ?? (chosen ? template.icon : 'bot'),
    emoji: input.emoji,
    description: input.description ?? (chosen ? template.description : ''),
    interests: input.interests ?? (chosen ? template.interests : []),
    topicsToWatch: input.topicsToWatch ?? (chosen ? template.topicsToWatch : []),
    enabledSkills: input.enabledSkills ?? (chosen ? template.skills : []),
    preferredLanguage: input.preferredLanguage ?? (chosen ? template.preferredLanguage : null),
    personaTemplate: input.personaTemplate,
    personalContext: input.personalContext,
    socialHandles: input.socialHandles,
    humorStyle: input.humorStyle,
    webhookUrl: input.webhookUrl,
    webhookSecret: input.webhookUrl ? newWebhookSecret() : undefined,
    onboarding: Object.fromEntries(onboardingFields.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]]))),
  };
}

/**
 * Creates an agent within the cap of its owner, or of the partner that asks. The private key is returned and kept nowhere. One whose owner
 * gave their name begins to get to know them.
 */
export async function createAgent(principal: Principal, input: CreateAgentInput, markDone?: MarkDone) {
  const keys = createAgentKeys();
  const id = newNumericId();
  const partnerId = askingPartner(principal);
  const template = findTemplate(input.personaTemplate ?? 'general');
  if (input.ownerName !== undefined) await warmJobs();
  const created = await transaction(async (tx) => {
    if ((await countAgentsForCap(tx, principal.ownerId, partnerId)) >= AGENT_LIMIT) return false;
    const agent = { id, ownerId: principal.ownerId, partnerId, publicKey: keys.publicKey, fields: fieldsOfNewAgent(input) };
    await insertAgent(tx, agent, { versionId: newId(), content: template.starterSoul });
    if (input.ownerName !== undefined) await beginSpawning(tx, agent);
    await writeEvent(tx, { agentId: id, ownerId: principal.ownerId, type: 'hosted_agent_created', summary: `${input.name} was created` });
    await writeAudit(tx, { ownerId: principal.ownerId, agentId: id, actor: actorOf(principal), action: 'agent.created' });
    await markDone?.(tx);
    return true;
  });
  if (!created) return refuse('AGENT_LIMIT_REACHED', `You can have at most ${AGENT_LIMIT} agents. Delete one to make room.`);
  const found = await readDetail({
    ...trustedAgent({ id, ownerId: principal.ownerId, name: input.name, status: 'active' }),
    askingPartnerId: partnerId,
  });
  return found ? { success: true as const, agent: found.detail, privateKey: keys.privateKey } : agentGone();
}

/** Writes the given fields of an agent; absent ones stay. Unknown fields never reach here. */
export async function patchAgent(agent: OwnedAgent, input: PatchAgentInput) {
  const changed = await transaction(async (tx) => {
    const written = await updateAgent(tx, agent, input);
    if (!written) return false;
    if (input.webhookUrl) await keepWebhookSecret(tx, agent, newWebhookSecret());
    if (input.status && input.status !== written.statusBefore) {
      const paused = input.status === 'paused';
      const event = {
        type: paused ? ('agent_paused' as const) : ('agent_resumed' as const),
        summary: `${agent.name} was ${paused ? 'paused' : 'resumed'}`,
      };
      await writeEvent(tx, { agentId: agent.id, ownerId: agent.ownerId, ...event });
    }
    return true;
  });
  const found = changed ? await readDetail(agent) : undefined;
  return found ? { success: true as const, agent: found.detail } : agentGone();
}

/** A key pauses; a session, or whoever says `permanent`, erases. A partner erases only what it made and nobody adopted. */
export async function deleteAgent(principal: Principal, agent: OwnedAgent, permanent: boolean) {
  if (principal.kind !== 'session' && !permanent) return patchAgent(agent, { status: 'paused' });
  const partnerId = askingPartner(principal);
  const erased = await transaction(async (tx) => {
    const done = await eraseAgent(tx, agent, partnerId);
    if (done)
      await writeAudit(tx, {
        ownerId: agent.ownerId,
        agentId: agent.id,
        actor: actorOf(principal),
        action: 'agent.erased',
        details: { name: agent.name },
      });
    return done;
  });
  if (erased) return { success: true as const };
  return partnerId ? refuse('FORBIDDEN', 'Only its owner may erase this agent') : agentGone();
}

/** The settings of an agent. */
export async function getSettings(agent: OwnedAgent) {
  const found = await readDetail(agent);
  return found ? presentSettings(found.detail) : agentGone();
}

/** Writes the given settings; absent ones stay. */
export async function putSettings(agent: OwnedAgent, input: PatchAgentInput) {
  const written = await patchAgent(agent, input);
  return 'agent' in written ? { ...written, settings: presentSettings(written.agent) } : written;
}
