import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetEnvironment } from '@/lib/platform/env';
import { ADDRESS_HEADER, clientAddress, networkOf } from './client-address';
import { corsHeaders, preflightResponse } from './cors';

function configure(settings: Record<string, string>): void {
  Object.assign(process.env, settings);
  forgetEnvironment();
}

const requestWith = (headers: Record<string, string>) => new Request('http://localhost/', { headers });

beforeEach(() => configure({ ALLOWED_ORIGINS: 'https://app.example.com' }));

afterEach(() => {
  delete process.env.TRUST_PROXY;
  delete process.env.ALLOWED_ORIGINS;
  forgetEnvironment();
});

describe('the address of a caller', () => {
  const forged = { 'x-forwarded-for': '1.1.1.1, 203.0.113.7', [ADDRESS_HEADER]: '192.0.2.1' };

  it('is that of the socket, whatever the caller forwards, unless a proxy is trusted', () => {
    expect(clientAddress(requestWith(forged))).toBe('192.0.2.1');
  });

  it('is what the trusted proxy itself appended, not what the caller wrote before it', () => {
    configure({ TRUST_PROXY: 'true' });
    expect(clientAddress(requestWith(forged))).toBe('203.0.113.7');
    expect(clientAddress(requestWith({ [ADDRESS_HEADER]: '192.0.2.1' }))).toBe('192.0.2.1');
    expect(clientAddress(requestWith({ 'x-forwarded-for': '1.1.1.1, ', [ADDRESS_HEADER]: '192.0.2.1' }))).toBe('192.0.2.1');
  });

  it('is "unknown" where nobody tells', () => {
    expect(clientAddress(requestWith({}))).toBe('unknown');
  });
});

describe('the network that a budget counts by', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is short, whatever a proxy writes', () => {
    configure({ TRUST_PROXY: 'true' });
    expect(clientAddress(requestWith({ 'x-forwarded-for': 'x'.repeat(5_000) })).length).toBeLessThan(100);
  });
});

describe('browsers of other origins', () => {
  it('may read answers to keys from anywhere, but never with the cookie', () => {
    const headers = new Headers(corsHeaders(requestWith({ origin: 'https://evil.example' })));
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('access-control-expose-headers')).toContain('X-Quota-Tokens-Remaining');
  });

  it('may send the cookie only when the operator named them, exactly', () => {
    const trusted = new Headers(corsHeaders(requestWith({ origin: 'https://app.example.com' })));
    expect(trusted.get('access-control-allow-origin')).toBe('https://app.example.com');
    expect(trusted.get('access-control-allow-credentials')).toBe('true');
    expect(trusted.get('vary')).toBe('Origin');
    for (const origin of ['http://app.example.com', 'https://app.example.com.evil.example', 'https://app.example.com:444', 'null']) {
      expect(new Headers(corsHeaders(requestWith({ origin }))).get('access-control-allow-credentials'), origin).toBeNull();
    }
  });

  it('are told the methods and headers of a path before they ask', () => {
    const response = preflightResponse(requestWith({ origin: 'https://evil.example' }), ['GET', 'PUT']);
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, PUT, OPTIONS');
    for (const name of ['Authorization', 'X-Wallet-Address', 'Idempotency-Key', 'Last-Event-ID']) {
      expect(response.headers.get('access-control-allow-headers')).toContain(name);
    }
  });

  it('and nobody else get CORS headers', () => {
    expect(corsHeaders(requestWith({}))).toEqual([]);
  });
});
