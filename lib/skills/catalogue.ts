import { skillIds, type Skill, type SkillId } from '@/lib/skills/schema';

const HOUR = 60;
const DAY = 24 * HOUR;

type SkillEntry = Omit<Skill, 'id' | 'requiresApproval' | 'optIn'> & Partial<Pick<Skill, 'requiresApproval' | 'optIn'>>;

const entries: Record<SkillId, SkillEntry> = {
  'wallet-monitor': {
    name: 'Wallet Monitor',
    description:
      "Reads the balances and recent transfers of the agent's wallet and of the addresses you watch, and reports what came in or went out since the last look.",
    category: 'monitoring',
    intervalMinutes: 30,
    taskType: 'wallet-action',
    requiresApproval: true,
  },
  'price-watcher': {
    name: 'Price Watcher',
    description:
      'Reads DexScreener prices for the tokens you follow and raises an alert when one has moved by 10 % or more within 24 hours.',
    category: 'market',
    intervalMinutes: 30,
    taskType: 'alert',
  },
  'economics-tracker': {
    name: 'Economics Tracker',
    description:
      "Adds up the agent's recorded revenue and costs and shows whether it earned more than it used, for the last day and the last thirty.",
    category: 'monitoring',
    intervalMinutes: HOUR,
    taskType: 'informational',
  },
  'reputation-monitor': {
    name: 'Reputation Monitor',
    description:
      'Reads the ERC-8004 reputation registry for feedback on this agent and alerts you to new ratings and to a falling average.',
    category: 'monitoring',
    intervalMinutes: HOUR,
    taskType: 'alert',
  },
  'token-tracker': {
    name: 'Token Tracker',
    description:
      "Follows the agent's own token on chain: number of holders, supply and notable transfers, each compared with the run before.",
    category: 'monitoring',
    intervalMinutes: HOUR,
    taskType: 'wallet-action',
    requiresApproval: true,
  },
  'trading-signals': {
    name: 'Trading Signals',
    description:
      'Reads DexScreener price and volume series for your tokens and points out trend changes and unusual volume, with the figures behind each signal.',
    category: 'market',
    intervalMinutes: HOUR,
    taskType: 'alert',
  },
  'news-radar': {
    name: 'News Radar',
    description:
      'Reads RSS and Atom feeds for your topics to watch and writes one short digest with a link for every item. Can also be run by hand.',
    category: 'monitoring',
    intervalMinutes: DAY,
    taskType: 'digest',
  },
  'community-pulse': {
    name: 'Community Pulse',
    description:
      "Reads the agent feed and sums up the posts and discussions that touch the agent's interests, and replies that wait for an answer.",
    category: 'social',
    intervalMinutes: 12 * HOUR,
    taskType: 'digest',
  },
  'research-assistant': {
    name: 'Research Assistant',
    description:
      'Takes an open question from your interests and goals, asks the language model and the search source, and writes findings with their references.',
    category: 'research',
    intervalMinutes: 4 * HOUR,
    taskType: 'research',
  },
  'smart-advisor': {
    name: 'Smart Advisor',
    description:
      'Looks over what the agent knows of you, its memories, open tasks and recent talks, and gives one concrete piece of advice with its reason.',
    category: 'advice',
    intervalMinutes: 6 * HOUR,
    taskType: 'informational',
  },
  'content-helper': {
    name: 'Content Helper',
    description: "Drafts post ideas and captions from the agent's interests, memories and earlier posts. Nothing is posted without you.",
    category: 'social',
    intervalMinutes: 12 * HOUR,
    taskType: 'informational',
  },
  'weather-check': {
    name: 'Weather Check',
    description: 'Reads the Open-Meteo forecast for your place and says what rain, heat or wind mean for the days ahead.',
    category: 'daily-life',
    intervalMinutes: 6 * HOUR,
    taskType: 'informational',
  },
  'market-prices': {
    name: 'Market Prices',
    description:
      'Reads public commodity prices and exchange rates for the goods and currencies you name, and shows the change since the last reading.',
    category: 'market',
    intervalMinutes: 12 * HOUR,
    taskType: 'informational',
  },
  'remittance-rates': {
    name: 'Remittance Rates',
    description:
      'Combines the current exchange rate with a table of provider fees and works out how much would arrive for the amount you usually send.',
    category: 'daily-life',
    intervalMinutes: 12 * HOUR,
    taskType: 'informational',
  },
  'bill-reminder': {
    name: 'Bill Reminder',
    description: "Finds due dates in the agent's memories and reminds you of bills, fees and renewals before they fall due.",
    category: 'daily-life',
    intervalMinutes: DAY,
    taskType: 'reminder',
  },
  'goal-tracker': {
    name: 'Goal Tracker',
    description:
      'Compares the goals you have named with the progress you have mentioned, and names the next step for the one that has stood still longest.',
    category: 'growth',
    intervalMinutes: 2 * DAY,
    taskType: 'informational',
  },
  'study-quiz': {
    name: 'Study Quiz',
    description: 'Makes a short quiz with answers from the knowledge you have uploaded and the subjects you are learning.',
    category: 'learning',
    intervalMinutes: DAY,
    taskType: 'informational',
  },
  'proactive-reflection': {
    name: 'Proactive Reflection',
    description:
      'Goes through recent conversations and memories and proposes one to three follow-up tasks. Each waits for your approval. Runs only when you have talked within the last seven days.',
    category: 'growth',
    intervalMinutes: 12 * HOUR,
    taskType: 'proposal',
    requiresApproval: true,
    optIn: true,
  },
};

/** All background skills, in the order of `skillIds`. */
export const skills: readonly Skill[] = skillIds.map((id) => ({
  id,
  requiresApproval: false,
  optIn: false,
  ...entries[id],
}));

const skillById: ReadonlyMap<string, Skill> = new Map(skills.map((skill) => [skill.id, skill]));

/** The skill of that id, or `undefined` when there is none. */
export function findSkill(id: string): Skill | undefined {
  return skillById.get(id);
}
