import type { BrowserContext } from '@playwright/test';

/** Collects what a page does wrong without showing it. */
export type Faults = {
  /** A fault whose text matches is part of this test. */
  allow: (pattern: RegExp) => void;
  /** Everything that was not allowed. */
  unexpected: () => string[];
};

/**
 * Watches all pages of a context for violations of the content security policy, errors on the console, uncaught exceptions,
 * and requests that leave the install.
 */
export async function watchForFaults(context: BrowserContext, origin: string): Promise<Faults> {
  const faults: string[] = [];
  const allowed: RegExp[] = [];
  await context.exposeFunction('reportPolicyViolation', (text: string) => void faults.push(`policy violation: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportPolicyViolation: (text: string) => void }).reportPolicyViolation;
      report(`${event.violatedDirective} blocked ${event.blockedURI} on ${event.documentURI}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => faults.push(`exception: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && new URL(url).origin !== origin) faults.push(`request outside: ${url}`);
  });
  return {
    allow: (pattern) => void allowed.push(pattern),
    unexpected: () => faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault))),
  };
}
