import { z } from 'zod';
import { riskLevels } from '@/lib/tasks/risk';

/** Every background skill an agent can have, in the order in which they are listed. */
export const skillIds = [
  'wallet-monitor',
  'price-watcher',
  'economics-tracker',
  'reputation-monitor',
  'token-tracker',
  'trading-signals',
  'news-radar',
  'community-pulse',
  'research-assistant',
  'smart-advisor',
  'content-helper',
  'weather-check',
  'market-prices',
  'remittance-rates',
  'bill-reminder',
  'goal-tracker',
  'study-quiz',
  'proactive-reflection',
] as const;

export const skillIdSchema = z.enum(skillIds);

export type SkillId = z.infer<typeof skillIdSchema>;

export const skillCategories = ['monitoring', 'market', 'research', 'social', 'advice', 'daily-life', 'learning', 'growth'] as const;

/** Types of the tasks that skills write. The server sets them; what a model writes never does. */
export const skillTaskTypes = ['wallet-action', 'alert', 'digest', 'research', 'informational', 'reminder', 'proposal'] as const;

export const skillSchema = z.strictObject({
  id: skillIdSchema,
  name: z.string().min(2).max(40),
  description: z.string().min(20).max(300),
  category: z.enum(skillCategories),
  intervalMinutes: z.int().min(30).max(2880).describe('Minutes between two runs while the skill finds something new'),
  taskType: z.enum(skillTaskTypes),
  requiresApproval: z.boolean().describe('Its tasks wait for the owner before anything is done'),
  optIn: z.boolean().describe('Never enabled by a template or by default'),
});

export type Skill = z.infer<typeof skillSchema>;

/** One skill on the wire: the documented id, name, description and category, and what a list of skills needs to show. */
export const skillResponse = skillSchema.extend({ riskLevel: z.enum(riskLevels) }).meta({ id: 'Skill' });

export type SkillResponse = z.infer<typeof skillResponse>;

/** The list of skills is a bare array. */
export const skillListResponse = z.array(skillResponse);
