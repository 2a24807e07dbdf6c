import { containsSecret } from '@/lib/memories/secrets';

/** Words that speak to a model or of its machinery. What they also catch of honest texts costs a rewrite, and nothing else. */
const INSTRUCTIONS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.;\n]{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|previous|above|safety|restrictions?)\b/i,
  /\b(?:system|developer|hidden|initial) (?:prompt|message|instructions?)\b/i,
  /\b(?:jailbreak|prompt injection|developer mode|god mode|do anything now)\b/i,
  /\b(?:reveal|leak|exfiltrate|disclose|print|repeat)\b[^.;\n]{0,40}\b(?:prompt|instructions?|keys?|secrets?|passwords?|credentials?|tokens?)\b/i,
  /\b(?:send|transfer|forward|wire|pay|approve|sign)\b[^.;\n]{0,60}\b(?:funds?|money|tokens?|coins?|crypto|wallet|balance|transactions?|keys?)\b/i,
  /\bwithout (?:asking|telling|the knowledge of|informing)\b/i,
  /\b(?:ignore|ignora|esqueça|desconsidere)\b[^.;\n]{0,40}\b(?:instruções|regras|anteriores)\b/i,
  /\b(?:puuza|sahau)\b[^.;\n]{0,40}\b(?:maagizo|maelekezo|kanuni)\b/i,
  /<\/?\s*(?:data|system|assistant|user|tool|instructions?)\b/i,
  /^\s*(?:system|assistant|user|developer)\s*:/im,
  /<\|[a-z_]+\|>|\[\/?INST\]/i,
];

/** Addresses, at which something could be left: of the web, of mail, of wallets. */
const ADDRESSES = /\bhttps?:\/\/\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|\b0x[0-9a-f]{40}\b/gi;

/** Characters that are not seen: direction marks, joiners between words, tags. */
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u;

export type SoulFault = 'secret' | 'instruction' | 'address' | 'unseen';

/**
 * What speaks against a text that a model wrote as a soul, judged without a model. Addresses that stood in the soul before may stay.
 *
 * @returns undefined when nothing does, which is not yet a yes: a model judges what is left
 */
export function findSoulFault(text: string, before: string): SoulFault | undefined {
  if (UNSEEN.test(text)) return 'unseen';
  // Letters that only look alike count as what they look like.
  const plain = text.normalize('NFKC');
  if (containsSecret(plain)) return 'secret';
  if (INSTRUCTIONS.some((pattern) => pattern.test(plain))) return 'instruction';
  const known = new Set(before.normalize('NFKC').match(ADDRESSES) ?? []);
  if ((plain.match(ADDRESSES) ?? []).some((address) => !known.has(address))) return 'address';
  return undefined;
}
