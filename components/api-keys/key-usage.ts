import type { ApiKeyWire } from '@/lib/api-keys/schema';

/** The program of the sample. */
export const SAMPLE_TOOL = 'curl';

type SampleInput = { origin: string; secret: string; kind: ApiKeyWire['kind'] };

/** A first call that only reads; a partner's names the wallet that it acts for. */
export function curlSample({ origin, secret, kind }: SampleInput): string {
  const lines = [`${SAMPLE_TOOL} ${origin}/api/selfclaw/v1/hosted-agents`, `-H "Authorization: Bearer ${secret}"`];
  if (kind === 'partner') lines.push('-H "X-Wallet-Address: 0x…"');
  return lines.join(' \\\n  ');
}

/** The name of the file that holds a secret: the key's own name, with what no file system minds. */
export function secretFileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `selfclaw-${plain || 'key'}.txt`;
}

/** Keys that count towards the cap: expired ones do not. */
export function liveKeys(keys: readonly ApiKeyWire[], nowMs = Date.now()): number {
  return keys.filter((key) => key.expiresAt === null || Date.parse(key.expiresAt) > nowMs).length;
}

/** Keys whose name, beginning or kind holds the words. */
export function matchingKeys(keys: readonly ApiKeyWire[], words: string): ApiKeyWire[] {
  const wanted = words.trim().toLocaleLowerCase();
  return keys.filter((key) => `${key.name} ${key.prefix} ${key.kind}`.toLocaleLowerCase().includes(wanted));
}
