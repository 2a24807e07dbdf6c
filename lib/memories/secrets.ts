import { english } from 'viem/accounts';

/** What stands in the place of a secret. */
export const REDACTED = '[secret removed]';

/** Formats that are a secret whatever stands around them. */
const SECRET_FORMATS: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/g,
  // 32 or 64 bytes in hex: a private key cannot be told from a transaction hash, and the hash is no loss.
  /(?<![0-9a-z])(?:0x)?(?:[0-9a-f]{128}|[0-9a-f]{64})(?![0-9a-z])/gi,
  // Base58: Bitcoin's wallet import format, and Solana's 64 bytes.
  /(?<![0-9A-Za-z])(?:[5KL][1-9A-HJ-NP-Za-km-z]{50,51}|[1-9A-HJ-NP-Za-km-z]{87,88})(?![0-9A-Za-z])/g,
  /(?<![0-9A-Za-z])[xyz]prv[1-9A-HJ-NP-Za-km-z]{100,}/g,
  /(?<![0-9A-Za-z])(?:sk|rk|pk)[-_][A-Za-z0-9_-]{16,}/g,
  /(?<![0-9A-Za-z])(?:xai|mck|sai|gsk|hf|npm|glpat|whsec|dckr_pat|pypi|shpat|ya29|SG)[-_.][A-Za-z0-9_.-]{12,}/g,
  /(?<![0-9A-Za-z])(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|xox[abeprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{30,})/g,
  /(?<![0-9A-Z])(?:AKIA|ASIA)[0-9A-Z]{16}(?![0-9A-Z])/g,
  // Telegram bot token.
  /(?<!\d)\d{8,10}:[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g,
  // JSON web token.
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g,
  /\bbearer\s+[A-Za-z0-9._~+/-]{16,}=*/gi,
  // Credentials in an address.
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s/@]+@/gi,
];

const SECRET_NAMES =
  'password|passphrase|passcode|passwd|pwd|secret(?: access)?(?: key| phrase| word)?|seed(?: phrase)?|recovery (?:phrase|code|key)|private key|api[ -]?key|access (?:token|key)|auth(?:entication)? token|security answer|wifi key|wi-fi key';

/** Words after "my password is" that say something about the password instead of telling it. */
const ABOUT_THE_SECRET =
  'not|no|too|very|so|really|quite|pretty|hard|easy|weak|strong|safe|secure|expired|expiring|wrong|right|correct|incorrect|invalid|saved|stored|kept|written|in|on|at|the|a|an|my|your|our|changed|changing|long|short|same|always|never|different|lost|forgotten|gone|old|new|required|needed|missing|broken|being|going|getting|for|from|to|that|what|something|leaked|compromised|used|shared|managed|protected|important|public|unknown|hidden|encrypted';

const NAMED_SECRET = new RegExp(
  `\\b(?:${SECRET_NAMES})\\b(?:\\s+(?:for|to|of|at|on)\\s+(?:[\\w'.-]+\\s+){0,3}?[\\w'.-]+)?\\s*(?:is|was|=|:|->|will be|now is|are)\\s*:?\\s*(?!(?:${ABOUT_THE_SECRET})(?![\\w-]))["'“‘]?([^\\s"'”’]{3,})`,
  'gi',
);

const NAMED_CODE =
  /\b(?:pin|pin[ -]?code|pin number|otp|one[ -]time (?:password|code)|cvv|cvc|security code|verification code|login code|2fa(?: code)?|auth(?:entication)? code|access code|door code|alarm code|gate code|unlock code|passcode|combination)\b[^\d\n]{0,25}\d[\d -]{1,8}\d\b/gi;

const NAMED_NUMBER = /\b(?:ssn|social security(?: number)?|passport number)\b[^\d\n]{0,20}[A-Z]{0,2}\d[\d -]{4,12}\d\b/gi;

const CARD_NUMBER = /(?<![\d.-])(?:4|5[1-5]|2[2-7]|3[47]|6)(?:[ -]?\d){11,18}(?![\d-])/g;

const SEED_WORDS = new Set(english);
const SHORTEST_SEED_WORDS = 12;

type Range = { start: number; end: number };

/**
 * Whether a text holds something that must not be stored: a private key, a seed phrase, an API key or token, a password,
 * a card number, a PIN or a one-time code. Addresses of wallets (40 hex digits) are public and pass; 64 hex digits do not,
 * although they may be a mere transaction hash.
 */
export function containsSecret(text: string): boolean {
  return findSecrets(text).length > 0;
}

/** The text with every secret that `containsSecret` knows replaced by `[secret removed]`. */
export function redactSecrets(text: string): string {
  const ranges = findSecrets(text).sort((left, right) => left.start - right.start);
  let redacted = '';
  let at = 0;
  for (const { start, end } of ranges) {
    if (start >= at) redacted += text.slice(at, start) + REDACTED;
    at = Math.max(at, end);
  }
  return redacted + text.slice(at);
}

function findSecrets(text: string): Range[] {
  return [
    ...[...SECRET_FORMATS, NAMED_SECRET, NAMED_CODE, NAMED_NUMBER].flatMap((format) => findMatches(text, format)),
    ...findMatches(text, CARD_NUMBER).filter(({ start, end }) => isCardNumber(text.slice(start, end))),
    ...findSeedPhrases(text),
  ];
}

function findMatches(text: string, format: RegExp): Range[] {
  return [...text.matchAll(format)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Twelve or more words of the BIP-39 list in a row, numbered or separated as people write them down. */
function findSeedPhrases(text: string): Range[] {
  const ranges: Range[] = [];
  let run: Range & { words: number } = { start: 0, end: 0, words: 0 };
  const close = () => {
    if (run.words >= SHORTEST_SEED_WORDS) ranges.push({ start: run.start, end: run.end });
  };
  for (const match of text.matchAll(/\p{L}+/gu)) {
    const end = match.index + match[0].length;
    const isSeedWord = SEED_WORDS.has(match[0].toLowerCase());
    const follows = run.words > 0 && /^[\s,;.:|)(\-"\d]*$/.test(text.slice(run.end, match.index));
    if (isSeedWord && follows) {
      run = { start: run.start, end, words: run.words + 1 };
      continue;
    }
    close();
    run = { start: match.index, end, words: isSeedWord ? 1 : 0 };
  }
  close();
  return ranges;
}

/** Luhn's check digit, over 13 to 19 digits. */
function isCardNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number).reverse();
  if (digits.length < 13 || digits.length > 19) return false;
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
