import { afterEach, describe, expect, it } from 'vitest';
import { forgetEnvironment } from '@/lib/platform/env';
import { callApi, newWallet, signIn } from '@/tests/api';
import { sessionCookie } from './session';
import { newId } from '@/lib/platform/ids';

const me = (cookie: string) => callApi('GET', '/api/selfclaw/v1/hosted-agents', { headers: { cookie } });

async function flagsUnder(publicUrl: string | undefined): Promise<string> {
  if (publicUrl) process.env.PUBLIC_URL = publicUrl;
  forgetEnvironment();
  return sessionCookie(newId(), newId());
}

afterEach(() => {
  delete process.env.PUBLIC_URL;
  delete process.env.ALLOWED_ORIGINS;
  forgetEnvironment();
});

describe('the session cookie', () => {
  it('is Secure, with the prefix that browsers enforce, when people use https', async () => {
    expect(await flagsUnder('https://agents.example.com')).toMatch(
      /^__Secure-selfclaw-[0-9a-z]{8}\.session-token=\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800; Secure$/,
    );
  });

  it('goes to pages of other origins only where the operator named them and people use https', async () => {
    process.env.ALLOWED_ORIGINS = 'https://app.example.com';
    expect(await flagsUnder('https://agents.example.com')).toMatch(/; SameSite=None; Max-Age=604800; Secure$/);
    delete process.env.PUBLIC_URL;
    expect(await flagsUnder(undefined)).toMatch(/; SameSite=Lax; Max-Age=604800$/);
  });

  it('works without https on this machine, and is never readable by scripts', async () => {
    expect(await flagsUnder(undefined)).toMatch(
      /^selfclaw-[0-9a-z]{8}\.session-token=\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/,
    );
  });

  it('holds nothing that can be read, and is refused when a single character was changed', async () => {
    const owner = await signIn(newWallet());
    const [name, value] = owner.headers.cookie.split('=') as [string, string];
    expect(Buffer.from(value.split('.').at(-2) ?? '', 'base64url').toString('latin1')).not.toContain(owner.ownerId);
    expect(value).not.toContain(owner.ownerId);
    const changed = value.slice(0, -6) + (value.at(-6) === 'A' ? 'B' : 'A') + value.slice(-5);
    expect((await me(`${name}=${value}`)).status).toBe(200);
    expect((await me(`${name}=${changed}`)).status).toBe(401);
    expect((await me(`other=1; ${name}=${value}; more=2`)).status).toBe(200);
  });

  it('of another install, or sealed with another secret, is no session', async () => {
    const owner = await signIn(newWallet());
    expect((await me(owner.headers.cookie.replace(/selfclaw-\w+/, 'selfclaw-aaaaaaaa'))).status).toBe(401);
    process.env.SESSION_SECRET = 'another-session-secret-0123456789-0123456789';
    forgetEnvironment();
    expect((await me(owner.headers.cookie)).status).toBe(401);
    process.env.SESSION_SECRET = 'session-secret-of-the-test-suite-0123456789';
    forgetEnvironment();
    expect((await me(owner.headers.cookie)).status).toBe(200);
  });
});
