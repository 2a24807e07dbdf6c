// Every screen and state. The screenshots, the accessibility check and the budgets walk this list: a new screen or state is one
// entry here. `ready` is what shows that it is there; `open` gets into the state; `before` holds or breaks requests.
import type { Locator, Page, Route } from '@playwright/test';
import type { Demo } from './support/demo';

export type Screen = {
  name: string;
  path: (demo: Demo) => string;
  /** Who looks: the owner with the demo's agents (default), an owner without agents, or somebody who is not signed in. */
  as?: 'owner' | 'newcomer' | 'visitor';
  /** Before the page is loaded. */
  before?: (page: Page) => Promise<void>;
  /** After the page is loaded. */
  open?: (page: Page) => Promise<void>;
  ready: (page: Page) => Locator;
  /** What of a vast page is made of the same parts as the rest of it, and would take the rules minutes at each look. */
  repeats?: string;
  /** Faults that belong to the state. */
  allow?: RegExp;
};

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first();
const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first();
const field = (name: string | RegExp) => (page: Page) => page.getByLabel(name).first();
const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog')).first();
/** Opens the figures behind a chart, and the table that they stand in. */
const chart = (name: string, page: Page) => page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });
const openTable = (name: string) => async (page: Page) => chart(name, page).getByText('As a table').click();
const tableOf = (name: string) => (page: Page) => chart(name, page).getByRole('table');
const press = (name: string | RegExp) => async (page: Page) => button(name)(page).click();

/** Leaves the answers of the API out, so that the page stays as it is while it loads. */
const whileLoading = (address: string | RegExp) => async (page: Page) => {
  await page.route(address, (_route: Route) => {});
};

/** Lets the API fail. */
const whenItFails = (address: string | RegExp) => async (page: Page) => {
  await page.route(address, (route) =>
    route.fulfill({ status: 400, json: { error: 'The database is resting.', code: 'BAD_REQUEST', requestId: '0193a5b7-demo' } }),
  );
};

/** All operations are made of the same parts: these have each of them. */
const OPERATIONS = ['auth.connectNonce', 'agents.create', 'agents.delete', 'chat.send', 'memories.list', 'gateway.health'];
const OTHER_OPERATIONS = `[data-operation]${OPERATIONS.map((id) => `:not([data-operation="${id}"])`).join('')}`;

const failure = /400/;
const FAILED = 'This could not be loaded';
const conversations = /\/conversations(\?|$)/;

export const screens: Screen[] = [
  { name: 'landing', as: 'visitor', path: () => '/', ready: heading(/Agents that remember you/) },
  { name: 'landing, signed in', path: () => '/', ready: heading(/Agents that remember you/) },
  { name: 'sign-in', as: 'visitor', path: () => '/sign-in', ready: button(/^Continue with/) },
  { name: 'not found', as: 'visitor', path: () => '/nothing/here', ready: heading('There is nothing here'), allow: /nothing\/here/ },
  { name: 'API reference', as: 'visitor', path: () => '/docs/api', ready: heading(/API/), repeats: OTHER_OPERATIONS },

  { name: 'agents', path: () => '/agents', ready: (page) => page.getByRole('main').getByRole('link', { name: 'Safari' }).first() },
  { name: 'agents, none yet', as: 'newcomer', path: () => '/agents', ready: heading('Create your first agent') },

  { name: 'gallery', as: 'newcomer', path: () => '/agents/new', ready: button(/Crypto Analyst/) },
  { name: 'template preview', as: 'newcomer', path: () => '/agents/new', open: press(/Crypto Analyst/), ready: dialog },
  { name: 'creation form', as: 'newcomer', path: () => '/agents/new?template=tutor', ready: button('Create agent') },

  { name: 'chat, beginning', path: ({ agent }) => `${agent}/chat`, ready: heading('Talk with Safari') },
  { name: 'chat', path: ({ conversation }) => conversation('What stays from 2,500 a day'), ready: button('Write this reply anew') },
  { name: 'chat, table', path: ({ conversation }) => conversation('A sheet for my takings'), ready: button('Write this reply anew') },
  {
    name: 'chat, reply details',
    path: ({ conversation }) => conversation('What stays from 2,500 a day'),
    open: (page) =>
      page
        .getByRole('button', { name: /details/i })
        .last()
        .click(),
    ready: dialog,
  },
  {
    name: 'chat, what the agent saw',
    path: ({ conversation }) => conversation('What stays from 2,500 a day'),
    open: async (page) => {
      await page
        .getByRole('button', { name: /details/i })
        .last()
        .click();
      await press('What the agent saw')(page);
      await dialog(page).getByText('Soul', { exact: true }).click();
    },
    ready: (page) => page.getByRole('region', { name: 'Soul' }),
  },
  {
    name: 'chat, what the agent saw, loading',
    path: ({ conversation }) => conversation('What stays from 2,500 a day'),
    before: whileLoading(/\/prompt$/),
    open: async (page) => {
      await page
        .getByRole('button', { name: /details/i })
        .last()
        .click();
      await press('What the agent saw')(page);
    },
    ready: dialog,
  },
  {
    name: 'chat, what the agent saw, failed',
    path: ({ conversation }) => conversation('What stays from 2,500 a day'),
    before: whenItFails(/\/prompt$/),
    open: async (page) => {
      await page
        .getByRole('button', { name: /details/i })
        .last()
        .click();
      await press('What the agent saw')(page);
    },
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
    path: ({ agent }) => `${agent}/chat`,
    before: whileLoading(conversations),
    ready: heading('Talk with Safari'),
  },
  {
    name: 'chat, list failed',
    path: ({ agent }) => `${agent}/chat`,
    before: whenItFails(conversations),
    ready: heading('Talk with Safari'),
    allow: failure,
  },
  {
    name: 'chat, offline',
    path: ({ agent }) => `${agent}/chat`,
    open: async (page) => {
      const message = page.getByRole('textbox', { name: 'Message Safari' });
      await message.fill('Kept while the network is away');
      await page.context().setOffline(true);
    },
    ready: heading('Talk with Safari'),
    allow: /ERR_INTERNET_DISCONNECTED/,
  },

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
    name: 'memory, failed',
    path: ({ agent }) => `${agent}/memory`,
    before: whenItFails(/\/memories(\?|$)/),
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
  {
    name: 'chat, sources',
    path: ({ conversation }) => conversation('Papers that run out'),
    ready: (page) => page.getByRole('list', { name: 'Sources' }).first(),
  },

  { name: 'soul', path: ({ agent }) => `${agent}/soul`, ready: field('Soul document') },
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
  { name: 'agent settings', path: ({ agent }) => `${agent}/settings`, ready: field('Name') },
  { name: 'account', path: () => '/settings', ready: button('Use another wallet') },
  { name: 'API keys', path: () => '/settings/api-keys', ready: (page) => page.getByText('Demo website').first() },
  { name: 'API keys, none yet', as: 'newcomer', path: () => '/settings/api-keys', ready: heading('No keys yet') },
];
