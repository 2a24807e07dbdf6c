// Every screen and state. The screenshots, the accessibility check and the budgets walk this list: a new screen or state is one
// entry here. `ready` is what shows that it is there; `open` gets into the state; `before` holds or breaks requests.
import { chatScreens } from './screens/chat';
import { mindScreens } from './screens/mind';
import { button, dialog, field, heading, press, type Screen } from './screens/screen';

/** All operations are made of the same parts: these have each of them. */
const OPERATIONS = ['auth.connectNonce', 'agents.create', 'agents.delete', 'chat.send', 'memories.list', 'gateway.health'];
const OTHER_OPERATIONS = `[data-operation]${OPERATIONS.map((id) => `:not([data-operation="${id}"])`).join('')}`;

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

  ...chatScreens,
  ...mindScreens,

  { name: 'agent settings', path: ({ agent }) => `${agent}/settings`, ready: field('Name') },
  { name: 'account', path: () => '/settings', ready: button('Use another wallet') },
  { name: 'API keys', path: () => '/settings/api-keys', ready: (page) => page.getByText('Demo website').first() },
  { name: 'API keys, none yet', as: 'newcomer', path: () => '/settings/api-keys', ready: heading('No keys yet') },
];
