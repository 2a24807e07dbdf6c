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
    const kind = kindOf(text.charCodeAt(position));
    if (kind === 'symbol') {
      tokens += 1;
      position += 1;
      continue;
    }
    if (kind === 'wide') {
      tokens += 1.15;
      position += 1;
      continue;
    }
    let runKind: CharacterKind = kind;
    position += 1;
    while (position < text.length) {
      const next = kindOf(text.charCodeAt(position));
      if (next !== runKind) {
        if (!isLetter(next) || !isLetter(runKind)) break;
        if (runKind === 'latin' || next === 'other') runKind = next;
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

type CharacterKind = 'latin' | 'accented' | 'other' | 'digit' | 'blank' | 'newline' | 'wide' | 'symbol';

const KIND_OF_ASCII: readonly CharacterKind[] = Array.from({ length: 0x80 }, (_, code): CharacterKind => {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return 'latin';
  if (code === 32 || code === 9) return 'blank';
  if (code === 10 || code === 13) return 'newline';
  return code >= 48 && code <= 57 ? 'digit' : 'symbol';
});

function kindOf(code: number): CharacterKind {
  if (code < 0x80) return KIND_OF_ASCII[code] as CharacterKind;
  if (code >= 0xc0 && code <= 0x24f) return 'accented';
  if (code >= 0x370 && code <= 0x10ff) return 'other';
  if (code >= 0x1e00 && code <= 0x1eff) return 'accented';
  if (code >= 0x2e80 && code <= 0xd7ff) return 'wide';
  if (code >= 0xf900 && code <= 0xffef) return 'wide';
  return code >= 0x1100 && code <= 0x1fff ? 'other' : 'symbol';
}

function isLetter(kind: CharacterKind): boolean {
  return kind === 'latin' || kind === 'accented' || kind === 'other';
}

function tokensOfRun(kind: CharacterKind, length: number): number {
  switch (kind) {
    case 'latin':
      return Math.max(1, length / LATIN_WORD_CHARACTERS);
    case 'accented':
      return Math.max(1, length / ACCENTED_WORD_CHARACTERS);
    case 'digit':
      return Math.ceil(length / DIGITS);
    case 'blank':
      // One blank belongs to the word after it.
      return length === 1 ? 0 : 1;
    case 'newline':
      return 1;
    default:
      return Math.max(1, length / OTHER_WORD_CHARACTERS);
  }
}
