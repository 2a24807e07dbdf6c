import { z } from 'zod';
import { skillIdSchema } from '@/lib/skills/schema';

/** The persona templates, in the order in which they are listed. */
export const templateIds = [
  'general',
  'research',
  'trading',
  'community',
  'support',
  'coach',
  'farmer',
  'family-budget',
  'hustle',
  'health',
  'tutor',
  'jobs',
  'civic',
  'ai-hustle',
  'vibecoder',
  'biz-launcher',
  'gig-maximizer',
  'creator-coach',
  'distribution-strategist',
  'family-treasurer',
  'language-bridge',
  'market-prices',
  'remittance-advisor',
  'legal-rights',
  'chama-manager',
  'artisan',
  'transport-operator',
] as const;

export type TemplateId = (typeof templateIds)[number];

export const templateCategories = [
  'general',
  'productivity',
  'finance',
  'social',
  'personal',
  'daily-life',
  'business',
  'education',
  'entrepreneur',
] as const;

/** Lucide icon names that an agent, and so a template, may carry. */
export const agentIcons = [
  'bot',
  'microscope',
  'trending-up',
  'target',
  'message-circle',
  'trophy',
  'sprout',
  'coins',
  'store',
  'heart-pulse',
  'book-open',
  'landmark',
  'rocket',
  'sparkles',
  'shopping-bag',
  'briefcase',
  'clapperboard',
  'radio-tower',
  'home',
  'shield',
  'zap',
  'globe',
  'cpu',
  'lock',
  'eye',
] as const;

const description = z.string().min(40).max(500);
const interests = z.array(z.string().min(2).max(60)).min(4).max(8);
const topicsToWatch = z.array(z.string().min(2).max(80)).min(3).max(8);
const skills = z.array(skillIdSchema).min(2).max(6);
const preferredLanguage = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)
  .nullable();

/** One entry of the catalogue: the documented fields and two that stay on our own pages. */
export const templateSchema = z.strictObject({
  id: z.enum(templateIds),
  name: z.string().min(2).max(50),
  tagline: z.string().min(10).max(60),
  emoji: z.string().min(1).max(8),
  icon: z.enum(agentIcons),
  category: z.enum(templateCategories),
  description,
  interests,
  topicsToWatch,
  skills,
  preferredLanguage,
  voiceDirective: z.string().min(200).max(1000),
  expertiseFocus: z.string().min(300).max(1400),
  suggestedChips: z.array(z.string().min(5).max(40)).length(4),
  hustleModeInstruction: z.string().startsWith('## Weekly Growth Plan (Hustle Mode)\n').max(1400).nullable(),
  starterSoul: z.string().min(300).max(1500).describe('First soul document of an agent made from this template'),
  sampleExchange: z
    .strictObject({ user: z.string().min(5).max(200), agent: z.string().min(40).max(700) })
    .describe('A question and an answer for the preview in the gallery'),
});

export type Template = z.infer<typeof templateSchema>;

/** One template on the wire, with the documented aliases of the defaults. */
export const templateResponse = templateSchema
  .omit({ starterSoul: true, sampleExchange: true })
  .extend({
    defaultDescription: description,
    defaultInterests: interests,
    defaultTopicsToWatch: topicsToWatch,
    defaultSkills: skills,
    defaultPreferredLanguage: preferredLanguage,
  })
  .meta({ id: 'Template' });

export type TemplateResponse = z.infer<typeof templateResponse>;
