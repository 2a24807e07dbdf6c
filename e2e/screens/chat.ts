import type { Page } from '@playwright/test';
import type { AgentHealthWire } from '@/lib/health/schema';
import {
  button,
  changing,
  dialog,
  failure,
  FAILED,
  goTo,
  heading,
  offline,
  press,
  type Screen,
  takeNetworkAway,
  whenItFails,
  whileLoading,
} from './screen';

const conversations = /\/conversations(\?|$)/;

const conversationList = (page: Page) => page.getByRole('navigation', { name: 'Conversations' });

const openDetails = (page: Page) =>
  page
    .getByRole('button', { name: /details/i })
    .last()
    .click();

const openPrompt = async (page: Page) => {
  await openDetails(page);
  await press('What the agent saw')(page);
};

/** The talk with an agent. */
export const chatScreens: Screen[] = [
  { name: 'chat, beginning', path: ({ agent }) => `${agent}/chat`, ready: heading('Talk with Safari') },
  { name: 'chat', path: ({ conversation }) => conversation('What stays from 2,500 a day'), ready: button('Write this reply anew') },
  { name: 'chat, table', path: ({ conversation }) => conversation('A sheet for my takings'), ready: button('Write this reply anew') },
  {
    name: 'chat, reply details',
    path: ({ conversation }) => conversation('What stays from 2,500 a day'),
    open: openDetails,
    ready: dialog,
  },
  {
    name: 'chat, what the agent saw',
    path: ({ conversation }) => conversation('What stays from 2,500 a day'),
    open: async (page) => {
      await openPrompt(page);
      await dialog(page).getByText('Soul', { exact: true }).click();
    },
    ready: (page) => page.getByRole('region', { name: 'Soul' }),
  },
  {
    name: 'chat, what the agent saw, loading',
    path: ({ conversation }) => conversation('What stays from 2,500 a day'),
    before: whileLoading(/\/prompt$/),
    open: openPrompt,
    ready: dialog,
  },
  {
    name: 'chat, what the agent saw, failed',
    path: ({ conversation }) => conversation('What stays from 2,500 a day'),
    before: whenItFails(/\/prompt$/),
    open: openPrompt,
    ready: heading(FAILED),
    allow: failure,
  },
  {
    name: 'chat, compacted',
    path: ({ conversation }) => conversation('A month of school runs, day by day'),
    open: (page) => page.getByText(/earlier messages summed up/).click(),
    ready: (page) => page.getByText('A language model wrote this summary.'),
  },
  {
    name: 'chat, compact',
    path: ({ conversation }) => conversation('A month of school runs, day by day'),
    open: async (page) => {
      const list = page.getByRole('button', { name: 'Show conversations' });
      if (await list.isVisible()) await list.click();
      await page
        .getByRole('button', { name: /^Actions for “A month of school runs/ })
        .last()
        .click();
      await page.getByRole('menuitem', { name: 'Compact' }).click();
    },
    ready: heading(/^Compact “A month/),
  },
  {
    name: 'chat, list loading',
    path: ({ agent }) => `${agent}/memory`,
    before: whileLoading(conversations),
    open: goTo('Chat'),
    ready: (page) => conversationList(page).getByRole('status', { name: 'Loading' }),
  },
  {
    name: 'chat, list failed',
    path: ({ agent }) => `${agent}/memory`,
    before: whenItFails(conversations),
    open: goTo('Chat'),
    ready: (page) => conversationList(page).getByRole('alert'),
    allow: failure,
  },
  {
    name: 'chat, offline',
    path: ({ agent }) => `${agent}/chat`,
    open: async (page) => {
      const message = page.getByRole('textbox', { name: 'Message Safari' });
      await message.fill('Kept while the network is away');
      await takeNetworkAway(page);
    },
    ready: heading('Talk with Safari'),
    allow: offline,
  },
  {
    name: 'chat, quota used up',
    path: ({ conversation }) => conversation('Papers that run out'),
    before: changing<AgentHealthWire>(/\/health$/, (health) => ({
      answers: false,
      quota: { ...health.quota, metered: true, usedTokens: health.quota.limitTokens, remainingTokens: 0 },
      problems: [{ reason: 'quota', message: 'The tokens of today are used up.', code: null, since: null, until: health.quota.resetsAt }],
    })),
    ready: (page) => page.getByText(/used up/).first(),
  },
  {
    name: 'chat, sources',
    path: ({ conversation }) => conversation('Papers that run out'),
    ready: (page) => page.getByRole('list', { name: 'Sources' }).first(),
  },
];
