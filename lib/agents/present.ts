import type { z } from 'zod';
import { effectiveInteractions, phaseOf } from '@/lib/awareness/phases';
import { providers } from '@/lib/llm/runtime';
import { now } from '@/lib/platform/clock';
import { skills } from '@/lib/skills/catalogue';
import { presentSkill } from '@/lib/skills/present';
import { findTemplate } from '@/lib/templates/catalogue';
import { activityLines, runtimeStatus } from './activity';
import type { AgentRow, TaskRow, WalletRow } from './queries';
import { type AgentWire, type agentDetail, settingsWire, type taskWire } from './schema';

const MICRO_USD = 1_000_000;
const toUsd = (microUsd: bigint) => Number(microUsd) / MICRO_USD;
const iso = (at: Date | null) => at?.toISOString() ?? null;

const availableSkills = skills.map(presentSkill);

/** A task in both key styles of the contract. */
export function presentTask(row: TaskRow): z.infer<typeof taskWire> {
  const createdAt = row.createdAt.toISOString();
  const approvedAt = iso(row.approvedAt);
  const completedAt = iso(row.completedAt);
  return {
    id: row.id,
    hostedAgentId: String(row.agentId),
    skillId: row.skillId,
    skill_id: row.skillId,
    taskType: row.taskType,
    task_type: row.taskType,
    status: row.status,
    riskLevel: row.riskLevel,
    priority: row.priority,
    title: row.title,
    description: row.description,
    payload: row.payload,
    result: row.result ?? null,
    error: row.error,
    requiresApproval: row.requiresApproval,
    requires_approval: row.requiresApproval,
    createdAt,
    created_at: createdAt,
    approvedAt,
    approved_at: approvedAt,
    completedAt,
    completed_at: completedAt,
  };
}

/** An agent as lists show it: the union of both documented shapes. */
export function presentAgent(row: AgentRow, tasks: readonly TaskRow[], wallets: readonly WalletRow[]): AgentWire {
  const at = now();
  const { phase, phaseProgress } = phaseOf(
    effectiveInteractions({
      userMessages: row.userMessages,
      userCharacters: Number(row.userCharacters),
      conversations: row.conversations,
      memories: row.memoriesCount,
    }),
  );
  return {
    id: Number(row.id),
    name: row.name,
    icon: row.icon,
    emoji: row.emoji,
    description: row.description,
    status: row.status,
    publicKey: row.publicKey,
    personaTemplate: row.personaTemplate,
    enabledSkills: row.enabledSkills,
    interests: row.interests,
    topicsToWatch: row.topicsToWatch,
    personalContext: row.personalContext,
    socialHandles: row.socialHandles,
    humorStyle: row.humorStyle,
    premiumModel: row.premiumModel,
    preferredLanguage: row.preferredLanguage,
    webhookUrl: row.webhookUrl,
    telegramBotUsername: row.telegramBotUsername,
    telegramNotificationLevel: row.telegramNotificationLevel,
    spawningStatus: row.spawningStatus,
    suggestedChips: [...findTemplate(row.personaTemplate ?? 'general').suggestedChips],
    runtimeStatus: runtimeStatus(row, at),
    ...activityLines(row, at),
    pocScore: row.poc,
    clarityScore: row.clarityScore,
    lastReflectionAt: iso(row.lastReflectionAt),
    phase,
    phaseProgress,
    memoriesCount: row.memoriesCount,
    pendingTaskCount: row.pendingTasks,
    pendingTasksCount: row.pendingTasks,
    totalActionsCount: row.finishedTasks + row.eventCount,
    tokensToday: row.tokensToday,
    costUsdToday: toUsd(row.costTodayMicroUsd),
    totalTokens: Number(row.totalTokens),
    totalCostUsd: toUsd(row.totalCostMicroUsd),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    lastActiveAt: iso(row.lastActiveAt),
    createdByPartner: row.createdByPartner,
    recentTasks: tasks.filter((task) => task.agentId === row.id).map(presentTask),
    wallets: wallets
      .filter((wallet) => wallet.agentId === row.id)
      .map(({ address, chain, gasReceived, createdAt }) => ({ address, chain, gasReceived, createdAt: createdAt.toISOString() })),
    availableSkills,
  };
}

/** An agent as its own page shows it: with the model that would answer now. */
export function presentAgentDetail(row: AgentRow, tasks: readonly TaskRow[], wallets: readonly WalletRow[]): z.infer<typeof agentDetail> {
  return { ...presentAgent(row, tasks, wallets), modelInfo: providers().describe(row.premiumModel) };
}

type SettingsWire = z.infer<typeof settingsWire>;

const settingsFields = Object.keys(settingsWire.shape) as (keyof SettingsWire)[];

/** The settings of an agent. */
export function presentSettings(agent: z.infer<typeof agentDetail>): SettingsWire {
  return Object.fromEntries(settingsFields.map((field) => [field, agent[field]])) as SettingsWire;
}
