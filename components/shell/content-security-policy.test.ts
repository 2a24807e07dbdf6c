import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, TOAST_STYLE_HASH } from './content-security-policy';

test('the style sheet that the toasts insert is the one that the policy allows', () => {
  const source = readFileSync(path.resolve('node_modules/sonner/dist/index.mjs'), 'utf8');
  const literal = source.match(/__insertCSS\(("(?:[^"\\]|\\.)*")\)/)?.[1];
  const style = JSON.parse(literal ?? '""') as string;
  expect(style).toContain('[data-sonner-toaster]');
  expect(TOAST_STYLE_HASH).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
});

test('a production page runs no script and no style that does not carry its nonce or hash', () => {
  const policy = contentSecurityPolicy('abc', { development: false });
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).toContain("connect-src 'self';");
});
