import { test as base, expect } from '@playwright/test';
import { startApp, type App, type AppOptions } from './app';
import { DatabaseUnavailable } from './app-database';
import { watchForFaults, type Faults } from './faults';
import { waitForScripts } from './hydration';
import { injectWallet, type InjectedWallet } from './wallet';

type TestFixtures = {
  /** The running install; the test is skipped where the machine lacks its database, and fails where CI is set. */
  app: App;
  /** Fails the test at its end for whatever was not allowed. */
  faults: Faults;
  /** A wallet with a new key in every page of the test. */
  wallet: InjectedWallet;
  /** Keeps the logs of the install with a failed test. */
  appLogs: void;
};

type WorkerFixtures = {
  /** How the install of this file is started: `test.use({ appOptions: { … } })` at the top of it. */
  appOptions: AppOptions;
  /** One install for all tests of a file with the same options, or why there is none. */
  install: App | DatabaseUnavailable;
};

/** Playwright's `test` against a running install, whose pages must stay free of faults. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  appOptions: [{}, { option: true, scope: 'worker' }],

  install: [
    async ({ appOptions }, use) => {
      const install = await startApp(appOptions).catch((error: unknown) => {
        if (error instanceof DatabaseUnavailable) return error;
        throw error;
      });
      await use(install);
      if (!(install instanceof DatabaseUnavailable)) await install.stop();
    },
    { scope: 'worker', timeout: 360_000 },
  ],

  app: async ({ install }, use, testInfo) => {
    if (install instanceof DatabaseUnavailable) {
      if (process.env.CI) throw install;
      console.warn(`SKIPPED ${testInfo.titlePath.join(' › ')}: ${install.message}`);
      testInfo.skip(true, install.message);
      return;
    }
    await use(install);
  },

  baseURL: async ({ app }, use) => use(app.url),

  page: async ({ page }, use) => {
    waitForScripts(page);
    await use(page);
  },

  faults: [
    async ({ context, app }, use) => {
      const faults = await watchForFaults(context, app.url);
      await use(faults);
      expect(faults.unexpected(), 'faults of the pages').toEqual([]);
    },
    { auto: true },
  ],

  wallet: async ({ context }, use) => use(await injectWallet(context)),

  appLogs: [
    async ({ app }, use, testInfo) => {
      const before = app.logs().length;
      await use();
      if (testInfo.status === testInfo.expectedStatus) return;
      await testInfo.attach('install.log', { body: app.logs().slice(before), contentType: 'text/plain' });
    },
    { auto: true },
  ],
});

export { expect };
