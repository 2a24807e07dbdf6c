import type { LanguageModelV3Prompt } from '@ai-sdk/provider';

// Characters of one token in a run of the kind, at the cautious end. Calibrated against o200k_base in tokens.test.ts.
const LATIN_WORD_CHARACTERS = 3.3;
const ACCENTED_WORD_CHARACTERS = 3;
const OTHER_WORD_CHARACTERS = 2;
const DIGITS = 3;

/** What the wire format adds to a message beside its text, after OpenAI's published counting of chat messages. */
export const TOKENS_PER_MESSAGE = 4;

/**
 * Estimates the tokens of a text without a tokenizer, in one pass and some microseconds a kilobyte. Cautious: on prose
 * in English, Portuguese and Swahili, on code and on Chinese, Japanese and Korean it is not below the count of
 * o200k_base and mostly 10–60 % above it (more for rare long English words). Use {@link countTokens} where the exact figure matters more than the time.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  let position = 0;
  while (position < text.length) {
    const start = position;
    let runKind = kindOf(text.charCodeAt(position));
    position += 1;
    if (runKind === SYMBOL) {
      tokens += 1;
      continue;
    }
    if (runKind === WIDE) {
      tokens += 1.15;
      continue;
    }
    while (position < text.length) {
      const next = kindOf(text.charCodeAt(position));
      if (next !== runKind) {
        // The kinds of letters come first, and a run is counted as the latest of those in it.
        if (next > OTHER || runKind > OTHER) break;
        if (next > runKind) runKind = next;
      }
      position += 1;
    }
    tokens += tokensOfRun(runKind, position - start);
  }
  return Math.ceil(tokens);
}

/** Estimates a whole prompt as it goes over the wire, tool calls and results included. */
export function estimatePromptTokens(prompt: LanguageModelV3Prompt): number {
  let tokens = 0;
  for (const message of prompt) {
    tokens += TOKENS_PER_MESSAGE;
    if (message.role === 'system') {
      tokens += estimateTokens(message.content);
      continue;
    }
    for (const part of message.content) {
      if (part.type === 'text' || part.type === 'reasoning') tokens += estimateTokens(part.text);
      else if (part.type === 'tool-call') tokens += estimateTokens(JSON.stringify(part.input) ?? '') + 8;
      else if (part.type === 'tool-result') tokens += estimateTokens(JSON.stringify(part.output)) + 4;
    }
  }
  return tokens;
}

/**
 * Counts tokens exactly in o200k_base (OpenAI's GPT-5 family; near enough for others). The first call loads the
 * tokenizer's 2 MB vocabulary, so this is for jobs and tests, not for the path of a reply.
 */
export async function countTokens(text: string): Promise<number> {
  const tokenizer = await import('gpt-tokenizer/encoding/o200k_base');
  return tokenizer.countTokens(text, { disallowedSpecial: new Set() });
}

// Small numbers, because this runs over every character of every prompt. Letters first, see the loop above.
const LATIN = 0;
const ACCENTED = 1;
const OTHER = 2;
const DIGIT = 3;
const BLANK = 4;
const NEWLINE = 5;
const WIDE = 6;
const SYMBOL = 7;

const KIND_OF_ASCII = Uint8Array.from({ length: 0x80 }, (_, code) => {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LATIN;
  if (code === 32 || code === 9) return BLANK;
  if (code === 10 || code === 13) return NEWLINE;
  return code >= 48 && code <= 57 ? DIGIT : SYMBOL;
});

function kindOf(code: number): number {
  if (code < 0x80) return KIND_OF_ASCII[code] as number;
  if (code >= 0xc0 && code <= 0x24f) return ACCENTED;
  if (code >= 0x370 && code <= 0x10ff) return OTHER;
  if (code >= 0x1e00 && code <= 0x1eff) return ACCENTED;
  if (code >= 0x2e80 && code <= 0xd7ff) return WIDE;
  if (code >= 0xf900 && code <= 0xffef) return WIDE;
  return code >= 0x1100 && code <= 0x1fff ? OTHER : SYMBOL;
}

function tokensOfRun(kind: number, length: number): number {
  switch (kind) {
    case LATIN:
      return Math.max(1, length / LATIN_WORD_CHARACTERS);
    case ACCENTED:
      return Math.max(1, length / ACCENTED_WORD_CHARACTERS);
    case DIGIT:
      return Math.ceil(length / DIGITS);
    case BLANK:
      // One blank belongs to the word after it.
      return length === 1 ? 0 : 1;
    case NEWLINE:
      return 1;
    default:
      return Math.max(1, length / OTHER_WORD_CHARACTERS);
  }
}
