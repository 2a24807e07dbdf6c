import { onboarding, type OnboardingField } from '@/lib/agents/schema';
import type { MemoryCategory } from '@/lib/memories/schema';
import { type GapField, gapFields, type KnowledgeGapWire } from './schema';

/** What an owner told about themselves, as it is stored with the agent. */
export type Profile = Partial<Record<OnboardingField, string | string[]>>;

export type ProfileFact = { content: string; category: MemoryCategory; importance: number };

type Wording = { category: MemoryCategory; importance: number; say: (value: string) => string; isList?: true };

/** How each field reads as a memory; a list makes one memory of each item where they stand for themselves. */
const WORDINGS: Record<OnboardingField, Wording> = {
  ownerName: { category: 'identity', importance: 0.9, say: (value) => `User's name is ${value}` },
  location: { category: 'identity', importance: 0.7, say: (value) => `User is based in ${value}` },
  domain: { category: 'identity', importance: 0.7, say: (value) => `User works in the field of ${value}` },
  goals: { category: 'goal', importance: 0.8, say: (value) => `User wants to reach this goal: ${value}`, isList: true },
  challenges: { category: 'context', importance: 0.7, say: (value) => `User faces this challenge: ${value}`, isList: true },
  targetAudience: { category: 'context', importance: 0.6, say: (value) => `User's audience is ${value}` },
  experienceLevel: { category: 'context', importance: 0.5, say: (value) => `User's level of experience is ${value}` },
  budget: { category: 'context', importance: 0.5, say: (value) => `User's budget is ${value}` },
  languages: { category: 'identity', importance: 0.6, say: (value) => `User speaks ${value}` },
  xHandle: { category: 'identity', importance: 0.5, say: (value) => `User is ${value.startsWith('@') ? value : `@${value}`} on X` },
  linkedinUrl: { category: 'identity', importance: 0.4, say: (value) => `User's LinkedIn page is ${value}` },
  urls: { category: 'identity', importance: 0.4, say: (value) => `User has a page at ${value}`, isList: true },
};

export const socialFields = ['xHandle', 'linkedinUrl', 'urls'] as const satisfies readonly OnboardingField[];

/** A field's value as facts about the owner. */
export function factsOf(field: OnboardingField, value: string | string[] | undefined): ProfileFact[] {
  const values = (Array.isArray(value) ? value : [value ?? '']).map((item) => item.replace(/\s+/g, ' ').trim()).filter(Boolean);
  if (values.length === 0) return [];
  const { say, isList, category, importance } = WORDINGS[field];
  return (isList ? values : [values.join(', ')]).map((item) => ({ content: say(item), category, importance }));
}

/** Whether an owner told a field. */
export function isTold(profile: Profile, field: OnboardingField): boolean {
  return (profile[field]?.length ?? 0) > 0;
}

const LISTS: ReadonlySet<OnboardingField> = new Set(['goals', 'challenges', 'languages']);

/**
 * A confirmed value in the form in which its field is kept, checked as at the creation of an agent.
 *
 * @returns a sentence where it does not fit
 */
export function readConfirmed(field: GapField, value: string): { ok: true; value: string | string[] } | { ok: false; problem: string } {
  const separator = field === 'languages' ? /[\n;,]+/ : /[\n;]+/;
  const items = value
    .split(separator)
    .map((item) => item.trim())
    .filter(Boolean);
  const given = LISTS.has(field) ? items : field === 'experienceLevel' ? value.trim().toLowerCase() : value;
  const parsed = onboarding[field].safeParse(given);
  if (!parsed.success) return { ok: false, problem: parsed.error.issues[0]?.message ?? 'does not fit' };
  return { ok: true, value: parsed.data ?? '' };
}

const QUESTIONS: Record<GapField, { missing: string; unconfirmed: (value: string) => string }> = {
  goals: { missing: 'What are your main goals?', unconfirmed: (value) => `Is this what you want to reach: ${value}?` },
  domain: { missing: 'What field do you work in?', unconfirmed: (value) => `Do you work in ${value}?` },
  location: { missing: 'Where are you based?', unconfirmed: (value) => `Are you based in ${value}?` },
  challenges: { missing: 'What stands in your way at the moment?', unconfirmed: (value) => `Does this stand in your way: ${value}?` },
  targetAudience: { missing: 'Whom do you want to reach?', unconfirmed: (value) => `Do you want to reach ${value}?` },
  experienceLevel: {
    missing: 'How experienced are you in your field: beginner, intermediate or advanced?',
    unconfirmed: (value) => `Would you call yourself ${value} in your field?`,
  },
  languages: { missing: 'Which languages do you speak?', unconfirmed: (value) => `Do you speak ${value}?` },
  budget: { missing: 'Is there a budget that I should keep to?', unconfirmed: (value) => `Is your budget ${value}?` },
  xHandle: { missing: 'Are you on X, and under which name?', unconfirmed: (value) => `Are you ${value} on X?` },
};

/** The question that closes a gap. */
export function questionOf(field: GapField, inferredValue: string | null): string {
  const question = QUESTIONS[field];
  return inferredValue === null ? question.missing : question.unconfirmed(`“${inferredValue}”`);
}

/** What is open once the owner's own words and what research took them for are laid side by side: guesses first. */
export function gapsIn(profile: Profile, inferred: readonly { field: GapField; value: string }[]): Omit<KnowledgeGapWire, 'question'>[] {
  const open = gapFields.filter((field) => !isTold(profile, field));
  const guessOf = (field: GapField) => inferred.find((guess) => guess.field === field)?.value;
  const guessed = open.flatMap((field) => {
    const inferredValue = guessOf(field);
    return inferredValue === undefined ? [] : [{ field, type: 'unconfirmed' as const, inferredValue }];
  });
  return [...guessed, ...open.filter((field) => guessOf(field) === undefined).map((field) => ({ field, type: 'missing' as const }))];
}
