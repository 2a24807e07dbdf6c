// Every screen and state. The screenshots, the accessibility check and the budgets walk this list: a new screen or state is one
// entry here. `ready` is what shows that it is there; `open` gets into the state; `before` holds or breaks requests.
import type { Page } from '@playwright/test';
import type { ApiKeyWire } from '@/lib/api-keys/schema';
import { chatScreens } from './screens/chat';
import { mindScreens } from './screens/mind';
import { button, dialog, failure, FAILED, field, heading, press, type Screen, whenItFails } from './screens/screen';

/** All operations are made of the same parts: these have each of them. */
const OPERATIONS = ['auth.connectNonce', 'agents.create', 'agents.delete', 'chat.send', 'memories.list', 'gateway.health'];
const OTHER_OPERATIONS = `[data-operation]${OPERATIONS.map((id) => `:not([data-operation="${id}"])`).join('')}`;

/** Answers as if an agent were made; others look at the same install, so none is. */
async function makesNoAgent(page: Page): Promise<void> {
  await page.route(/\/hosted-agents$/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const { name } = route.request().postDataJSON() as { name: string };
    const agent = { id: 7311, name, publicKey: `MCowBQYDK2VwAyEA${'q7Zt'.repeat(11)}`, spawningStatus: null };
    await route.fulfill({ status: 201, json: { success: true, agent, privateKey: `MC4CAQAwBQYDK2VwBCIEI${'Ab3d'.repeat(11)}` } });
  });
}

/** Answers as if a key were made. */
async function makesNoKey(page: Page): Promise<void> {
  await page.route(/\/api-keys$/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const { apiKeys } = (await (await page.request.get(route.request().url())).json()) as { apiKeys: ApiKeyWire[] };
    await route.fulfill({ status: 201, json: { apiKey: { ...apiKeys[0], name: 'My website' }, secret: `mck_${'x'.repeat(43)}` } });
  });
}

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

  {
    name: 'agent created',
    as: 'newcomer',
    path: () => '/agents/new?template=tutor',
    before: makesNoAgent,
    open: async (page) => {
      await page.getByLabel('Name', { exact: true }).fill('Mwalimu');
      await press('Create agent')(page);
    },
    ready: heading(/^Meet /),
  },

  { name: 'creation, no room', path: () => '/agents/new', ready: (page) => page.getByText(/which is the most for one owner/) },

  ...chatScreens,
  ...mindScreens,

  { name: 'agent settings', path: ({ agent }) => `${agent}/settings`, ready: field('Name') },
  {
    name: 'agent settings, failed',
    path: ({ agent }) => `${agent}/settings`,
    before: whenItFails(/\/api\/.*\/settings$/),
    ready: heading(FAILED),
    allow: failure,
  },
  { name: 'account', path: () => '/settings', ready: button('Use another wallet') },
  { name: 'account, failed', path: () => '/settings', before: whenItFails(/\/sessions$/), ready: heading(FAILED), allow: failure },
  { name: 'API keys', path: () => '/settings/api-keys', ready: (page) => page.getByText('Demo website').first() },
  {
    name: 'API keys, new secret',
    path: () => '/settings/api-keys',
    before: makesNoKey,
    open: async (page) => {
      await press('Create key')(page);
      await dialog(page).getByLabel('Name', { exact: true }).fill('My website');
      await dialog(page).getByRole('button', { name: 'Create key' }).click();
    },
    ready: button('Copy secret'),
  },
  {
    name: 'API keys, failed',
    path: () => '/settings/api-keys',
    before: whenItFails(/\/api\/.*\/api-keys$/),
    ready: heading(FAILED),
    allow: failure,
  },
  { name: 'install health', path: () => '/settings/health', ready: heading('Storage') },

  {
    name: 'palette',
    path: ({ agent }) => `${agent}/memory`,
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await dialog(page).getByRole('combobox').fill('loan');
    },
    ready: (page) => page.getByRole('option').nth(1),
  },
  { name: 'shortcuts', path: () => '/agents', open: (page) => page.keyboard.press('?'), ready: dialog },
  { name: 'API keys, none yet', as: 'newcomer', path: () => '/settings/api-keys', ready: heading('No keys yet') },
];
