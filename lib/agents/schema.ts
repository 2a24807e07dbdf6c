import { z } from 'zod';
import { boundedText, textList, timestamp, uuidWire } from '@/lib/api/schema';
import { skillIdSchema, skillResponse } from '@/lib/skills/schema';
import { agentIcons } from '@/lib/templates/schema';
import { AGENT_LIMIT } from './limits';

export const humorStyles = ['straight', 'dry-wit', 'playful', 'sarcastic', 'absurdist'] as const;

/** Models an owner may choose; `none` and null both mean the free default. */
export const premiumModels = ['grok-4.20', 'gpt-5.4', 'gpt-5-mini', 'none'] as const;

export { AGENT_LIMIT };

export const phases = ['nascent', 'curious', 'exploring', 'forming', 'developing', 'opinionated', 'confident', 'sovereign'] as const;

const socialHandles = z
  .record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,29}$/, 'has a name that is no network'), boundedText(1, 100))
  .refine((handles) => Object.keys(handles).length <= 20, 'may have at most 20 entries')
  .meta({ description: 'Names of networks with the name there', examples: [{ x: 'ada' }] });

const webhookUrl = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'must be an https address with a public host name' })
  .max(2_000)
  .meta({ description: 'An https address that is told of events', examples: ['https://example.com/hook'] });

const webUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(2_000);

const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language code such as "en", "pt-BR" or "sw"')
  .meta({ description: 'The language in which the agent answers', examples: ['en'] });

const profile = {
  name: boundedText(2, 50).meta({ description: 'What the agent is called' }),
  icon: z.enum(agentIcons, 'is not one of the allowed icons').meta({ description: 'A Lucide icon' }),
  description: boundedText(0, 500).meta({ description: 'What the agent is for' }),
  interests: textList(20, 100).meta({ description: 'What the agent and its owner care about' }),
  topicsToWatch: textList(20, 100).meta({ description: 'What its background skills look for' }),
  personalContext: boundedText(0, 1_000).meta({ description: 'What the agent should know about its owner' }),
  socialHandles,
  enabledSkills: z
    .array(skillIdSchema)
    .max(50)
    .transform((ids) => [...new Set(ids)])
    .meta({ description: 'Background skills' }),
  humorStyle: z.enum(humorStyles, `must be one of ${humorStyles.join(', ')}`).meta({ description: 'How it jokes' }),
};

/** What an owner may tell about themselves when they create an agent. */
export const onboarding = {
  ownerName: boundedText(1, 100)
    .optional()
    .meta({ description: 'The name of the owner; with it the agent looks its owner up and prepares itself' }),
  xHandle: boundedText(1, 100).optional(),
  linkedinUrl: webUrl.optional(),
  urls: z.array(webUrl).max(10, 'may have at most 10 items').optional(),
  location: boundedText(1, 200).optional(),
  domain: boundedText(1, 200).optional(),
  goals: textList(3, 300).optional(),
  challenges: textList(3, 300).optional(),
  targetAudience: boundedText(1, 300).optional(),
  experienceLevel: z.enum(['beginner', 'intermediate', 'advanced']).optional(),
  budget: boundedText(1, 200).optional(),
  languages: textList(10, 50).optional(),
};

/** Names of the onboarding fields, which are kept together. */
export const onboardingFields = Object.keys(onboarding) as (keyof typeof onboarding)[];

export type OnboardingField = (typeof onboardingFields)[number];

const personaTemplate = boundedText(1, 60).meta({ description: 'The id of a template to begin from', examples: ['research'] });

export const createAgentBody = z
  .object({
    name: profile.name,
    icon: profile.icon.optional(),
    emoji: boundedText(1, 16).nullish(),
    description: profile.description.optional(),
    interests: profile.interests.optional(),
    topicsToWatch: profile.topicsToWatch.optional(),
    personalContext: profile.personalContext.nullish(),
    socialHandles: profile.socialHandles.optional(),
    enabledSkills: profile.enabledSkills.optional(),
    personaTemplate: personaTemplate.nullish(),
    humorStyle: profile.humorStyle.nullish(),
    preferredLanguage: language.nullish(),
    webhookUrl: webhookUrl.nullish(),
    ...onboarding,
  })
  .meta({ examples: [{ name: 'Ada', personaTemplate: 'research', interests: ['maps', 'open data'], preferredLanguage: 'en' }] });

export type CreateAgentInput = z.output<typeof createAgentBody>;

export const patchAgentBody = z.object({
  name: profile.name.optional(),
  icon: profile.icon.optional(),
  emoji: boundedText(1, 16).nullish(),
  description: profile.description.optional(),
  status: z.enum(['active', 'paused'], 'must be active or paused').optional().meta({ description: 'A paused agent does not answer' }),
  interests: profile.interests.optional(),
  topicsToWatch: profile.topicsToWatch.optional(),
  personalContext: profile.personalContext.nullish(),
  socialHandles: profile.socialHandles.optional(),
  enabledSkills: profile.enabledSkills.optional(),
  personaTemplate: personaTemplate.nullish(),
  humorStyle: profile.humorStyle.nullish(),
  premiumModel: z
    .enum(premiumModels, `must be one of ${premiumModels.join(', ')}`)
    .nullish()
    .meta({ description: 'The model to use; `none` and null mean the free default' }),
  preferredLanguage: language.nullish(),
  webhookUrl: webhookUrl.nullish(),
});

export type PatchAgentInput = z.output<typeof patchAgentBody>;

/** The subset of fields that PUT settings takes. */
export const putSettingsBody = patchAgentBody
  .omit({ status: true, personaTemplate: true, webhookUrl: true })
  .meta({ examples: [{ humorStyle: 'dry-wit', premiumModel: 'none' }] });

export const modelInfo = z
  .object({
    chat: z.string().meta({ description: 'The model that answers', examples: ['llama3.2'] }),
    tier: z.enum(['free', 'premium', 'premium (fallback)']),
    provider: z.string().meta({ examples: ['ollama'] }),
    availableModels: z.array(z.object({ id: z.string(), label: z.string(), tier: z.enum(['free', 'premium']), provider: z.string() })),
  })
  .meta({ id: 'ModelInfo' });

export const agentWallet = z.object({ address: z.string(), chain: z.string(), gasReceived: z.boolean(), createdAt: timestamp });

const taskStatus = z.enum(['pending', 'approved', 'running', 'completed', 'failed', 'rejected']);

/** A task in both key styles: clients of the original service read either. */
export const taskWire = z
  .object({
    id: uuidWire,
    hostedAgentId: z.string().meta({ examples: ['1001'] }),
    skillId: z.string(),
    skill_id: z.string(),
    taskType: z.string(),
    task_type: z.string(),
    status: taskStatus,
    riskLevel: z.enum(['high', 'medium', 'low']),
    priority: z.number().int(),
    title: z.string(),
    description: z.string(),
    payload: z.unknown(),
    result: z.unknown(),
    error: z.string().nullable(),
    requiresApproval: z.boolean(),
    requires_approval: z.boolean(),
    createdAt: timestamp,
    created_at: timestamp,
    approvedAt: timestamp.nullable(),
    approved_at: timestamp.nullable(),
    completedAt: timestamp.nullable(),
    completed_at: timestamp.nullable(),
  })
  .meta({ id: 'Task' });

export const pocScore = z.object({
  totalScore: z.number().int().min(0).max(100),
  grade: z.string(),
  rank: z.number().int(),
  percentile: z.number().int(),
});

export const agentWire = z
  .object({
    id: z
      .number()
      .int()
      .meta({ examples: [1001] }),
    name: z.string().meta({ examples: ['Ada'] }),
    icon: z.string().meta({ examples: ['bot'] }),
    emoji: z.string().nullable(),
    description: z.string(),
    status: z.enum(['active', 'paused']),
    publicKey: z.string(),
    personaTemplate: z.string().nullable(),
    enabledSkills: z.array(z.string()),
    interests: z.array(z.string()),
    topicsToWatch: z.array(z.string()),
    personalContext: z.string().nullable(),
    socialHandles: z.record(z.string(), z.string()),
    humorStyle: z.string().nullable(),
    premiumModel: z.string().nullable(),
    preferredLanguage: z.string().nullable(),
    webhookUrl: z.string().nullable(),
    telegramBotUsername: z.string().nullable(),
    telegramNotificationLevel: z.string(),
    spawningStatus: z.string().nullable(),
    suggestedChips: z.array(z.string()),
    runtimeStatus: z.enum(['thinking', 'running', 'idle']),
    currentActivity: z.string().nullable(),
    recentActivity: z.string().nullable(),
    pocScore: pocScore.nullable(),
    clarityScore: z.number().int().nullable(),
    lastReflectionAt: timestamp.nullable(),
    phase: z.enum(phases),
    phaseProgress: z.number().int().min(0).max(100),
    memoriesCount: z.number().int(),
    pendingTaskCount: z.number().int(),
    pendingTasksCount: z.number().int(),
    totalActionsCount: z.number().int(),
    tokensToday: z.number().int(),
    costUsdToday: z.number(),
    totalTokens: z.number().int(),
    totalCostUsd: z.number(),
    createdAt: timestamp,
    updatedAt: timestamp,
    lastActiveAt: timestamp.nullable(),
    createdByPartner: z.string().nullable().meta({ description: 'The partner whose key made it, until its owner adopts it' }),
    recentTasks: z.array(taskWire),
    wallets: z.array(agentWallet),
    availableSkills: z.array(skillResponse),
  })
  .meta({ id: 'Agent' });

export type AgentWire = z.infer<typeof agentWire>;

export const agentDetail = agentWire.extend({ modelInfo }).meta({ id: 'AgentDetail' });

export type AgentDetailWire = z.infer<typeof agentDetail>;

export const agentListAnswer = z.object({
  agents: z.array(agentWire),
  summary: z.object({
    activeCount: z.number().int(),
    totalCount: z.number().int(),
    combinedTokensToday: z.number().int(),
    combinedCostUsd: z.number(),
    totalTokens: z.number().int(),
    totalCostUsd: z.number(),
  }),
});

export type AgentListWire = z.infer<typeof agentListAnswer>;

export const agentSummary = z.object({
  id: z
    .number()
    .int()
    .meta({ examples: [1001] }),
  name: z.string().meta({ examples: ['Ada'] }),
  icon: z.string().meta({ examples: ['bot'] }),
  emoji: z.string().nullable(),
  status: z.enum(['active', 'paused']),
  enabledSkills: z.array(z.string()),
});

export const agentAnswer = z.object({
  agent: agentDetail,
  recentTasks: z.array(taskWire),
  stats: z.object({
    totalActionsCount: z.number().int(),
    pendingTasksCount: z.number().int(),
    memoriesCount: z.number().int(),
    currentActivity: z.string().nullable(),
  }),
});

export const agentWriteAnswer = z.object({ success: z.literal(true), agent: agentDetail });

/** The settings of an agent: a part of what its own page shows. */
export const settingsWire = agentDetail.pick({
  name: true,
  icon: true,
  emoji: true,
  description: true,
  interests: true,
  topicsToWatch: true,
  socialHandles: true,
  enabledSkills: true,
  personaTemplate: true,
  personalContext: true,
  telegramBotUsername: true,
  telegramNotificationLevel: true,
  humorStyle: true,
  premiumModel: true,
  preferredLanguage: true,
  webhookUrl: true,
  modelInfo: true,
});
