import { describe, expect, it } from 'vitest';
import { findSkill } from '@/lib/skills/catalogue';
import { findTemplate, templates } from '@/lib/templates/catalogue';
import { presentTemplate } from '@/lib/templates/present';
import { agentIcons, templateResponse, templateSchema, type Template } from '@/lib/templates/schema';

const documentedTable = [
  ['general', 'Personal Assistant', 'general'],
  ['research', 'Research Pro', 'productivity'],
  ['trading', 'Crypto Analyst', 'finance'],
  ['community', 'Content Creator', 'social'],
  ['support', 'Support Guru', 'productivity'],
  ['coach', 'Personal Coach', 'personal'],
  ['farmer', 'Farm Assistant', 'daily-life'],
  ['family-budget', 'Family Budget Helper', 'daily-life'],
  ['hustle', 'Hustle Manager', 'business'],
  ['health', 'Health & First Aid', 'daily-life'],
  ['tutor', 'Learning Tutor', 'education'],
  ['jobs', 'Job Finder', 'business'],
  ['civic', 'Civic Navigator', 'daily-life'],
  ['ai-hustle', 'AI Hustle Coach', 'entrepreneur'],
  ['vibecoder', 'Vibe Coder', 'entrepreneur'],
  ['biz-launcher', 'Business Launcher', 'entrepreneur'],
  ['gig-maximizer', 'Gig Maximizer', 'entrepreneur'],
  ['creator-coach', 'Digital Creator Coach', 'entrepreneur'],
  ['distribution-strategist', 'Distribution Strategist', 'entrepreneur'],
  ['family-treasurer', 'Family Treasurer', 'daily-life'],
  ['language-bridge', 'Language Bridge', 'daily-life'],
  ['market-prices', 'Market Price Tracker', 'daily-life'],
  ['remittance-advisor', 'Remittance Advisor', 'daily-life'],
  ['legal-rights', 'Legal Rights Guide', 'daily-life'],
  ['chama-manager', 'Group Savings Manager', 'daily-life'],
  ['artisan', 'Artisan Assistant', 'business'],
  ['transport-operator', 'Transport Operator', 'business'],
];

const documentedIcons =
  'bot, microscope, trending-up, target, message-circle, trophy, sprout, coins, store, heart-pulse, book-open, landmark, rocket, sparkles, shopping-bag, briefcase, clapperboard, radio-tower, home, shield, zap, globe, cpu, lock, eye'.split(
    ', ',
  );

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const proseOf = (template: Template): string[] => [
  template.tagline,
  template.description,
  template.voiceDirective,
  template.expertiseFocus,
  template.hustleModeInstruction?.replace(/^## .*\n/, '') ?? '',
  template.starterSoul,
  template.sampleExchange.user,
  template.sampleExchange.agent,
];

const normalise = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

const longSentencesOf = (template: Template): string[] =>
  proseOf(template)
    .flatMap((text) => text.split(/[.!?;:\n]+/))
    .map(normalise)
    .filter((sentence) => countWords(sentence) > 6);

const wordRunsOf = (template: Template, length: number): Set<string> =>
  new Set(
    proseOf(template).flatMap((text) => {
      const words = normalise(text).split(' ');
      return words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '));
    }),
  );

/** Entries of `textsOf(template)` that more than one template carries. */
const sharedBetweenTemplates = (textsOf: (template: Template) => Iterable<string>): string[] => {
  const owner = new Map<string, string>();
  const shared: string[] = [];
  for (const template of templates) {
    for (const text of new Set(textsOf(template))) {
      const first = owner.get(text);
      if (first === undefined) owner.set(text, template.id);
      else shared.push(`${first} and ${template.id}: ${text}`);
    }
  }
  return shared;
};

describe('the template catalogue', () => {
  it('holds the 27 documented templates in the documented order', () => {
    expect(templates.map(({ id, name, category }) => [id, name, category])).toEqual(documentedTable);
  });

  it('allows exactly the documented icons', () => {
    expect([...agentIcons]).toEqual(documentedIcons);
  });

  it('shares no sentence of more than six words between templates', () => {
    expect(sharedBetweenTemplates(longSentencesOf)).toEqual([]);
  });

  it('shares no run of seven words between templates', () => {
    expect(sharedBetweenTemplates((template) => wordRunsOf(template, 7))).toEqual([]);
  });

  it('shares no quick-reply chip, tagline, emoji or set of skills between templates', () => {
    expect(sharedBetweenTemplates((template) => template.suggestedChips.map(normalise))).toEqual([]);
    expect(sharedBetweenTemplates((template) => [normalise(template.tagline)])).toEqual([]);
    expect(sharedBetweenTemplates((template) => [template.emoji])).toEqual([]);
    expect(sharedBetweenTemplates((template) => [template.skills.join()])).toEqual([]);
    expect(sharedBetweenTemplates((template) => [[...template.interests].sort().join()])).toEqual([]);
    expect(sharedBetweenTemplates((template) => [[...template.topicsToWatch].sort().join()])).toEqual([]);
  });

  it('speaks Swahili by default in the group savings manager alone', () => {
    expect(templates.filter((template) => template.preferredLanguage !== null).map(({ id }) => id)).toEqual(['chama-manager']);
    expect(findTemplate('chama-manager').preferredLanguage).toBe('sw');
  });

  it('carries the safety limits of the fields in which a wrong answer does harm', () => {
    expect(findTemplate('health').expertiseFocus).toMatch(/never diagnose/);
    expect(findTemplate('health').expertiseFocus).toMatch(/emergency number/);
    expect(findTemplate('legal-rights').expertiseFocus).toMatch(/not a lawyer/);
    expect(findTemplate('trading').expertiseFocus).toMatch(/never promised/);
    expect(findTemplate('civic').expertiseFocus).toMatch(/official portal/);
    expect(findTemplate('coach').expertiseFocus).toMatch(/crisis line/);
  });
});

describe.each(templates.map((template) => [template.id, template] as const))('template %s', (_id, template) => {
  it('satisfies the schema', () => {
    expect(templateSchema.parse(template)).toEqual(template);
  });

  it('keeps each text within its length in words', () => {
    expect.soft(countWords(template.voiceDirective), 'voiceDirective').toBeGreaterThanOrEqual(60);
    expect.soft(countWords(template.voiceDirective), 'voiceDirective').toBeLessThanOrEqual(120);
    expect.soft(countWords(template.expertiseFocus), 'expertiseFocus').toBeGreaterThanOrEqual(80);
    expect.soft(countWords(template.expertiseFocus), 'expertiseFocus').toBeLessThanOrEqual(160);
    expect.soft(countWords(template.starterSoul), 'starterSoul').toBeGreaterThanOrEqual(80);
    expect.soft(countWords(template.starterSoul), 'starterSoul').toBeLessThanOrEqual(180);
    expect.soft(template.description.split(/[.!?](?:\s|$)/).filter(Boolean).length).toBeLessThanOrEqual(2);
  });

  it('has a weekly growth plan exactly when it is about earning', () => {
    const plan = template.hustleModeInstruction;
    if (template.category !== 'business' && template.category !== 'entrepreneur') {
      expect(plan).toBeNull();
      return;
    }
    expect(plan).toMatch(/^## Weekly Growth Plan \(Hustle Mode\)\n\S/);
    expect(countWords(plan ?? '')).toBeGreaterThanOrEqual(80);
    expect(countWords(plan ?? '')).toBeLessThanOrEqual(150);
  });

  it('names only skills that exist and need no opting in, each once', () => {
    for (const id of template.skills) expect(findSkill(id)?.optIn, id).toBe(false);
    for (const list of [template.skills, template.interests, template.topicsToWatch]) {
      expect(new Set(list).size).toBe(list.length);
    }
  });

  it('writes the soul in the first person and uses no long dashes', () => {
    expect(template.starterSoul).toMatch(/\bI\b/);
    expect(JSON.stringify(template)).not.toMatch(/[\u2013\u2014]/);
  });

  it('is presented with equal aliases and without what stays on our own pages', () => {
    const presented = presentTemplate(template);
    expect(templateResponse.parse(presented)).toEqual(presented);
    expect(presented).toMatchObject({
      defaultDescription: template.description,
      defaultInterests: template.interests,
      defaultTopicsToWatch: template.topicsToWatch,
      defaultSkills: template.skills,
      defaultPreferredLanguage: template.preferredLanguage,
    });
    expect(presented).not.toHaveProperty('starterSoul');
    expect(presented).not.toHaveProperty('sampleExchange');
  });

  it('is found by its id', () => {
    expect(findTemplate(template.id)).toBe(template);
  });
});

describe('findTemplate', () => {
  it.each(['analyst', 'health-advisor', '', 'GENERAL', 'constructor', '__proto__'])('lets the unknown id %j behave as general', (id) => {
    expect(findTemplate(id).id).toBe('general');
  });
});
