import { describe, expect, it } from 'vitest';
import { findSkill, skills } from '@/lib/skills/catalogue';
import { presentSkill } from '@/lib/skills/present';
import { skillIds, skillListResponse, skillSchema } from '@/lib/skills/schema';
import { riskLevelOf } from '@/lib/tasks/risk';

const documentedMapping = [
  ['wallet-monitor', 'wallet-action', 'high'],
  ['token-tracker', 'wallet-action', 'high'],
  ['trading-signals', 'alert', 'low'],
  ['news-radar', 'digest', 'low'],
  ['community-pulse', 'digest', 'low'],
  ['research-assistant', 'research', 'low'],
  ['smart-advisor', 'informational', 'low'],
  ['content-helper', 'informational', 'low'],
  ['reputation-monitor', 'alert', 'low'],
  ['weather-check', 'informational', 'low'],
  ['market-prices', 'informational', 'low'],
  ['remittance-rates', 'informational', 'low'],
  ['bill-reminder', 'reminder', 'low'],
  ['goal-tracker', 'informational', 'low'],
  ['study-quiz', 'informational', 'low'],
] as const;

const documentedIntervals = {
  'wallet-monitor': 30,
  'price-watcher': 30,
  'economics-tracker': 60,
  'reputation-monitor': 60,
  'token-tracker': 60,
  'trading-signals': 60,
  'news-radar': 1440,
  'community-pulse': 720,
  'research-assistant': 240,
  'smart-advisor': 360,
  'content-helper': 720,
  'weather-check': 360,
  'market-prices': 720,
  'remittance-rates': 720,
  'bill-reminder': 1440,
  'goal-tracker': 2880,
  'study-quiz': 1440,
  'proactive-reflection': 720,
};

describe('the skills catalogue', () => {
  it('holds 18 valid skills with distinct ids, names and descriptions', () => {
    expect(skills.map((skill) => skill.id)).toEqual(skillIds);
    expect(skills).toHaveLength(18);
    for (const skill of skills) expect(skillSchema.parse(skill)).toEqual(skill);
    expect(new Set(skills.map((skill) => skill.name)).size).toBe(18);
    expect(new Set(skills.map((skill) => skill.description)).size).toBe(18);
  });

  it.each(documentedMapping)('gives %s the task type %s and the risk %s', (id, taskType, riskLevel) => {
    expect(findSkill(id)?.taskType).toBe(taskType);
    expect(riskLevelOf(taskType)).toBe(riskLevel);
  });

  it('runs each skill at its documented interval', () => {
    expect(Object.fromEntries(skills.map((skill) => [skill.id, skill.intervalMinutes]))).toEqual(documentedIntervals);
  });

  it('asks for approval of everything that is not plain information', () => {
    for (const skill of skills) expect(skill.requiresApproval).toBe(riskLevelOf(skill.taskType) !== 'low');
  });

  it('leaves only proactive reflection to be opted into', () => {
    expect(skills.filter((skill) => skill.optIn).map((skill) => skill.id)).toEqual(['proactive-reflection']);
  });

  it('knows no skill under an unknown or inherited name', () => {
    for (const id of ['', 'nope', 'constructor', '__proto__']) expect(findSkill(id)).toBeUndefined();
  });

  it("presents a bare list with the risk of each skill's tasks", () => {
    const presented = skills.map(presentSkill);
    expect(skillListResponse.parse(presented)).toEqual(presented);
    expect(presented.find((skill) => skill.id === 'wallet-monitor')?.riskLevel).toBe('high');
    expect(presented.find((skill) => skill.id === 'proactive-reflection')?.riskLevel).toBe('medium');
    expect(presented.find((skill) => skill.id === 'news-radar')).toMatchObject({
      name: 'News Radar',
      category: 'monitoring',
      riskLevel: 'low',
    });
  });
});
