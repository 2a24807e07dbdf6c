import { expect, type Page } from '@playwright/test';
import type { MemoryImportWire } from '@/lib/memory-imports/schema';
import type { ReflectionsWire } from '@/lib/reflections/schema';
import {
  answering,
  button,
  changing,
  dialog,
  failure,
  FAILED,
  field,
  heading,
  offline,
  press,
  type Screen,
  takeNetworkAway,
  whenItFails,
  whileLoading,
} from './screen';

const memories = /\/memories(\?|$)/;

const chart = (name: string, page: Page) => page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });
/** Opens the figures behind a chart, and the table that they stand in. */
const openTable = (name: string) => async (page: Page) => chart(name, page).getByText('As a table').click();
const tableOf = (name: string) => (page: Page) => chart(name, page).getByRole('table');

/** What an agent knows and who it is. */
export const mindScreens: Screen[] = [
  { name: 'memory', path: ({ agent }) => `${agent}/memory`, ready: button('Edit') },
  { name: 'memory, form', path: ({ agent }) => `${agent}/memory`, open: press('Edit'), ready: dialog },
  {
    name: 'memory, no match',
    path: ({ agent }) => `${agent}/memory`,
    open: (page) => page.getByRole('searchbox', { name: 'Search memories' }).fill('zzzzqqqq'),
    ready: (page) => page.getByText('No memory matches').first(),
  },
  {
    name: 'memory, timeline',
    path: ({ agent }) => `${agent}/memory?view=timeline`,
    ready: (page) => page.getByText(/^Known instead: /).first(),
  },
  {
    name: 'memory, none yet',
    path: ({ agent }) => `${agent}/memory`,
    before: answering(memories, { memories: [], total: 0, limit: 50, offset: 0 }),
    ready: heading('Nothing is remembered yet'),
  },
  {
    name: 'memory, loading',
    path: ({ agent }) => `${agent}/memory`,
    before: whileLoading(memories),
    ready: (page) => page.getByRole('main').getByRole('status', { name: 'Loading' }).first(),
  },
  {
    name: 'memory, offline',
    path: ({ agent }) => `${agent}/memory`,
    open: async (page) => {
      await expect(button('Edit')(page)).toBeVisible();
      await takeNetworkAway(page);
    },
    ready: (page) => page.getByText(/offline/i).first(),
    allow: offline,
  },
  {
    name: 'memory, failed',
    path: ({ agent }) => `${agent}/memory`,
    before: whenItFails(memories),
    ready: heading(FAILED),
    allow: failure,
  },

  {
    name: 'memory import',
    path: ({ agent }) => `${agent}/memory/import`,
    ready: button(/^Review chatgpt-export/),
  },
  {
    name: 'memory import, review',
    path: ({ agent }) => `${agent}/memory/import`,
    open: press(/^Review chatgpt-export/),
    ready: button(/^Remember/),
  },
  {
    name: 'memory import, remembered',
    path: ({ agent }) => `${agent}/memory/import`,
    before: changing<{ import: MemoryImportWire }>(/\/memories\/imports\/[^/]+$/, (answer) => ({
      ...answer,
      candidates: [],
      import: {
        ...answer.import,
        status: 'accepted',
        leftOut: { unread: 3, older: 0, surplus: 12 },
        outcome: { added: 9, confirmed: 2, replaced: 1, outdated: 2 },
      },
    })),
    open: press(/^Review chatgpt-export/),
    ready: (page) => page.getByText('The texts of the import were removed.'),
  },
  {
    name: 'memory import, gone',
    path: ({ agent }) => `${agent}/memory/import?import=01a19b9f-cfb1-79da-bc46-1695607dd761`,
    ready: heading('This import is gone'),
    allow: /404/,
  },

  { name: 'knowledge', path: ({ agent }) => `${agent}/knowledge`, ready: button(/^Edit/) },
  { name: 'knowledge, form', path: ({ agent }) => `${agent}/knowledge?add=1`, ready: dialog },
  {
    name: 'knowledge, one text',
    path: ({ agent }) => `${agent}/knowledge`,
    open: (page) => page.getByRole('link', { name: 'Papers of the bike and the rider' }).click(),
    ready: heading('Where it was used'),
  },
  {
    name: 'knowledge, none yet',
    path: ({ agent }) => `${agent}/knowledge`,
    before: async (page) => {
      await page.route(/\/api\/.*\/knowledge(\?|$)/, (route) => route.fulfill({ json: { knowledge: [] } }));
    },
    ready: heading('There is nothing to look things up in yet'),
  },
  {
    name: 'knowledge, loading',
    path: ({ agent }) => `${agent}/knowledge`,
    before: whileLoading(/\/api\/.*\/knowledge(\?|$)/),
    ready: heading('Knowledge'),
  },
  {
    name: 'knowledge, failed',
    path: ({ agent }) => `${agent}/knowledge`,
    before: whenItFails(/\/api\/.*\/knowledge(\?|$)/),
    ready: heading(FAILED),
    allow: failure,
  },

  { name: 'soul', path: ({ agent }) => `${agent}/soul`, ready: field('Soul document') },
  {
    name: 'soul, failed',
    path: ({ agent }) => `${agent}/soul`,
    before: whenItFails(/\/api\/.*\/soul$/),
    ready: heading(FAILED),
    allow: failure,
  },
  { name: 'soul history', path: ({ agent }) => `${agent}/soul/history`, ready: button(/Version 3/) },
  {
    name: 'soul history, compared',
    path: ({ agent }) => `${agent}/soul/history?version=3`,
    ready: (page) => page.locator('ins').first(),
  },
  {
    name: 'soul history, failed',
    path: ({ agent }) => `${agent}/soul/history`,
    before: whenItFails(/\/soul\/versions(\?|$)/),
    ready: heading(FAILED),
    allow: failure,
  },
  {
    name: 'onboarding form',
    as: 'newcomer',
    path: () => '/agents/new?template=tutor',
    open: (page) => page.getByText('Let it learn about you').click(),
    ready: field('Your name'),
  },
  { name: 'onboarding', path: ({ agent }) => `${agent}/onboarding`, ready: heading('What it would like to know') },
  {
    name: 'onboarding, failed',
    path: ({ agent }) => `${agent}/onboarding`,
    before: whenItFails(/\/spawning-status$/),
    ready: heading(FAILED),
    allow: failure,
  },
  { name: 'growth', path: ({ agent }) => `${agent}/growth`, ready: heading('Days') },
  { name: 'growth, as a table', path: ({ agent }) => `${agent}/growth`, open: openTable('Days'), ready: tableOf('Days') },
  {
    name: 'growth, failed',
    path: ({ agent }) => `${agent}/growth`,
    before: whenItFails(/\/(awareness|growth-summary)$/),
    ready: heading(FAILED),
    allow: failure,
  },
  { name: 'reflection', path: ({ agent }) => `${agent}/reflection`, ready: button('Take it back') },
  {
    name: 'reflection, none yet',
    path: ({ agent }) => `${agent}/reflection`,
    before: changing<ReflectionsWire>(/\/deep-reflections$/, (list) => ({
      ...list,
      reflections: [],
      clarityTrend: [],
      lastReflectionAt: null,
    })),
    ready: button('Reflect now'),
  },
  {
    name: 'reflection, undo',
    path: ({ agent }) => `${agent}/reflection`,
    open: press('Take it back'),
    ready: dialog,
  },
  {
    name: 'reflection, failed',
    path: ({ agent }) => `${agent}/reflection`,
    before: whenItFails(/\/deep-reflections$/),
    ready: heading(FAILED),
    allow: failure,
  },
  { name: 'usage', path: ({ agent }) => `${agent}/usage`, ready: heading('By day') },
  {
    name: 'usage, cost as a table',
    path: ({ agent }) => `${agent}/usage?measure=cost`,
    open: openTable('By day'),
    ready: tableOf('By day'),
  },
  { name: 'usage, loading', path: ({ agent }) => `${agent}/usage`, before: whileLoading(/\/usage-stats$/), ready: heading('Usage') },
  {
    name: 'usage, failed',
    path: ({ agent }) => `${agent}/usage`,
    before: whenItFails(/\/usage-stats$/),
    ready: heading(FAILED),
    allow: failure,
  },
];
