import { type Demo, furnishDemo } from './demo';
import { expect, test as base } from './test';

/** `test` against an install with the demo, which the files of a worker share. Tests look at it and leave it as it is. */
export const test = base.extend<object, { demo: Demo }>({
  demo: [
    async ({ install }, use) => {
      if (install instanceof Error) throw install;
      await use(await furnishDemo(install));
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect };
