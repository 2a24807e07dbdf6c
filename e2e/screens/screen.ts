// What a screen is, and how one gets into its states.
import type { Locator, Page, Route } from '@playwright/test';
import type { Demo } from '../support/demo';

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

export const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first();
export const button = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first();
export const field = (name: string | RegExp) => (page: Page) => page.getByLabel(name).first();
export const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog')).first();
export const press = (name: string | RegExp) => async (page: Page) => button(name)(page).click();

/** Leaves the answers of the API out, so that the page stays as it is while it loads. */
export const whileLoading = (address: string | RegExp) => async (page: Page) => {
  await page.route(address, (_route: Route) => {});
};

/** Lets the API fail. */
export const whenItFails = (address: string | RegExp) => async (page: Page) => {
  await page.route(address, (route) =>
    route.fulfill({ status: 400, json: { error: 'The database is resting.', code: 'BAD_REQUEST', requestId: '0193a5b7-demo' } }),
  );
};

/** Lets the API answer with something else. */
export const answering = (address: string | RegExp, json: unknown) => async (page: Page) => {
  await page.route(address, (route) => route.fulfill({ json }));
};

/** Lets the API answer with what is made of its own answer. */
export const changing =
  <Answer>(address: string | RegExp, change: (answer: Answer) => unknown) =>
  async (page: Page) => {
    await page.route(address, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: change((await response.json()) as Answer) });
    });
  };

/** Goes to another part of the agent by the links of the frame, so that the browser asks for what the server would else draw. */
export const goTo = (part: string) => async (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: part, exact: true }).filter({ visible: true }).first().click();

export const takeNetworkAway = async (page: Page) => page.context().setOffline(true);
/** What the browser says of {@link takeNetworkAway}. */
export const offline = /ERR_INTERNET_DISCONNECTED/;

/** What the browser says of {@link whenItFails}, and the page. */
export const failure = /400/;
export const FAILED = 'This could not be loaded';
