import { describe, expect, it } from 'vitest';
import { generateMnemonic, english } from 'viem/accounts';
import { containsSecret, redactSecrets } from '@/lib/memories/secrets';
import { cpuMsOf } from '@/tests/cpu-time';

const hex = (length: number) => '0123456789abcdef'.repeat(10).slice(0, length);
const letters = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIj';
const seed = generateMnemonic(english);

describe('what must not be stored', () => {
  it.each([
    ['a private key', `my key is 0x${hex(64)}`],
    ['a private key without prefix', hex(64)],
    ['a key file', `-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----`],
    ['a key file cut short', `-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r`],
    ['a seed phrase', `note this: ${seed}`],
    [
      'a numbered seed phrase',
      seed
        .split(' ')
        .map((word, index) => `${index + 1}. ${word}`)
        .join('\n'),
    ],
    ['a seed phrase with commas, in capitals', seed.split(' ').join(', ').toUpperCase()],
    ['an OpenAI key', `sk-proj-${letters}`],
    ['an xAI key', `xai-${letters}`],
    ['our own keys', `mck_${letters}`],
    ['a self-hosted agent key', `sai_${letters}`],
    ['a GitHub token', `ghp_${letters.slice(0, 36)}`],
    ['an AWS key', 'AKIAIOSFODNN7EXAMPLE'],
    ['a webhook secret', `whsec_${letters}`],
    ['a Telegram bot token', `123456789:${letters.slice(0, 35)}`],
    ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'],
    ['a bearer header', 'Authorization: Bearer abcdef0123456789abcdef'],
    ['a database address', 'postgres://admin:hunter2@db.example.org/app'],
    ['a password', 'My password is hunter2'],
    ['a password of letters only', 'the password for my router is swordfish'],
    ['a password after a colon', 'pwd: correct-horse'],
    ['a password in quotes', 'My bank password is "Not4You!"'],
    ['an API key by name', 'the api key is q8w7e6r5t4'],
    ['a card number', 'my card is 4111 1111 1111 1111'],
    ['a card number in one piece', '5555555555554444'],
    ['a PIN', 'My PIN is 4821'],
    ['a one-time code', 'the verification code they sent is 493 021'],
    ['a security code', 'cvv 123'],
    ['a social security number', 'My SSN is 078-05-1120'],
  ])('%s', (_, text) => {
    expect(containsSecret(text)).toBe(true);
    expect(redactSecrets(text)).toContain('[secret removed]');
    expect(containsSecret(redactSecrets(text))).toBe(false);
  });

  it.each([
    ['a wallet address', `my wallet is 0x${hex(40)}`],
    ['a git commit', `see commit ${hex(40)}`],
    ['a long signature', `0x${hex(130)}`],
    ['talk about a password', 'My password is too weak, I should change it'],
    ['a forgotten password', 'I forgot my password and the reset mail never came'],
    ['a password manager', 'My passwords are stored in a manager'],
    ['a phone number', 'call me at +49 170 1234567'],
    ['a card number with a typing error', '4111 1111 1111 1112'],
    ['an order number', 'order 1234567890123'],
    ['an IBAN', 'DE89 3704 0044 0532 0130 00'],
    ['a year and a price', 'I paid 1299.50 in 2019'],
    ['eleven seed words', seed.split(' ').slice(0, 11).join(' ')],
    ['an ordinary sentence', 'I like to travel by train with my family and enjoy coffee in the morning before work every day'],
    ['a bowling pin', 'I collect pins, I have 300 of them'],
    ['a postcode', 'my post code is 90210'],
    ['a hyphenated word', 'I like risk-averse investments and sk-ates'],
    ['a plain address', 'https://example.org/path?x=1'],
    ['a time', 'let us meet at 12:30'],
    ['an id', 'a7f3c2d1-9b8e-4f6a-8c5d-2e1f0a9b8c7d'],
  ])('not %s', (_, text) => {
    expect(containsSecret(text)).toBe(false);
    expect(redactSecrets(text)).toBe(text);
  });

  it('takes out the secret and keeps the rest', () => {
    expect(redactSecrets(`My PIN is 4821. I live in Porto. My key: sk-${letters}, ok?`)).toBe(
      'My [secret removed]. I live in Porto. My key: [secret removed], ok?',
    );
  });

  it('stays quick on long and hostile text', () => {
    const spentMs = cpuMsOf(() => {
      for (const piece of ['a ', 'password ', '4 ', 'pin ', 'http://a', 'abandon ', 'f']) containsSecret(piece.repeat(20_000));
    });
    expect(spentMs).toBeLessThan(5_000);
  });
});
