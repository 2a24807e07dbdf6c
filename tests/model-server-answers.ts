import { createHash } from 'node:crypto';

/** What goes wrong with an answer, at which token. All of them are plain data, so that another process can script them. */
export type ModelFault =
  | { kind: 'status'; status: number; retryAfterSeconds?: number; body?: unknown }
  | { kind: 'disconnect' }
  | { kind: 'hang' }
  | { kind: 'stall'; afterTokens: number }
  | { kind: 'cut'; afterTokens: number }
  | { kind: 'cut-in-character'; afterTokens: number }
  | { kind: 'bad-json'; afterTokens: number }
  | { kind: 'error-event'; afterTokens: number; body?: unknown }
  | { kind: 'empty' };

export type AnswerMatcher = {
  /** What a person said last. Calls that want JSON are none of a person: they hold what others said before. */
  lastUserIncludes?: string;
  promptIncludes?: string;
  model?: string;
  /** Whether the conversation ends with results of tools. */
  hasToolResult?: boolean;
  /** Whether a JSON answer is asked for. */
  wantsJson?: boolean;
};

export type ScriptedToolCall = { id?: string; name: string; arguments: unknown };

export type ScriptedAnswer = {
  when?: AnswerMatcher;
  /** How often it may be used: once by default, 0 for always. */
  times?: number;
  text?: string;
  /** The exact pieces to stream, instead of `text` cut into words. */
  tokens?: string[];
  toolCalls?: ScriptedToolCall[];
  finishReason?: string;
  /** `null` leaves the usage chunk out. */
  usage?: { inputTokens: number; outputTokens: number } | null;
  firstTokenDelayMs?: number;
  delayMs?: number;
  /** Nothing is said before this settles: for tests in the server's own process. */
  heldUntil?: Promise<unknown>;
  /** So many tokens are said before `heldUntil` holds the rest back: for what happens in the middle of an answer. */
  heldAfterTokens?: number;
  /** Sends each byte of the stream alone, to prove that split events and characters are put together again. */
  byteByByte?: boolean;
  /** Pages that a live search says it read. */
  citations?: { url: string; title: string }[];
  fault?: ModelFault;
};

export type ChatRequestBody = {
  model?: string;
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  response_format?: { type?: string };
  messages?: { role: string; content?: unknown }[];
};

/** Takes the first scripted answer that fits the request out of `script`, or undefined when none does. */
export function takeAnswer(script: ScriptedAnswer[], body: ChatRequestBody): ScriptedAnswer | undefined {
  const position = script.findIndex((answer) => matches(answer.when, body));
  const answer = script[position];
  if (!answer) return undefined;
  if (answer.times === 0) return answer;
  if (answer.times && answer.times > 1) script[position] = { ...answer, times: answer.times - 1 };
  else script.splice(position, 1);
  return answer;
}

function matches(when: AnswerMatcher | undefined, body: ChatRequestBody): boolean {
  if (!when) return true;
  const messages = body.messages ?? [];
  if (when.model !== undefined && when.model !== body.model) return false;
  if (when.lastUserIncludes !== undefined && (wantsJson(body) || !lastUserText(body).includes(when.lastUserIncludes))) return false;
  if (when.promptIncludes !== undefined && !JSON.stringify(messages).includes(when.promptIncludes)) return false;
  if (when.hasToolResult !== undefined && (messages.at(-1)?.role === 'tool') !== when.hasToolResult) return false;
  if (when.wantsJson !== undefined && wantsJson(body) !== when.wantsJson) return false;
  return true;
}

/** What the server says when nothing is scripted: an echo, or an empty list of facts where JSON is wanted. */
export function defaultAnswer(body: ChatRequestBody): ScriptedAnswer {
  if (wantsJson(body)) return { text: '{"facts":[]}' };
  return { text: `You said: ${lastUserText(body)}` };
}

/** The pieces that are streamed: words with the space before them. */
export function splitIntoTokens(answer: ScriptedAnswer): string[] {
  return answer.tokens ?? answer.text?.match(/\s*\S+|\s+$/g) ?? [];
}

/**
 * A unit-length vector (`number[dimensions]`) that is the same for the same text and near for texts that share words:
 * words and their letter triples, hashed.
 */
export function embedDeterministically(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [''];
  for (const word of words) {
    addFeature(vector, word, 1);
    for (let start = 0; start + 3 <= word.length; start += 1) addFeature(vector, `#${word.slice(start, start + 3)}`, 0.4);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function addFeature(vector: number[], feature: string, weight: number): void {
  const hash = createHash('md5').update(feature).digest();
  const position = hash.readUInt32LE(0) % vector.length;
  vector[position] = (vector[position] ?? 0) + (hash.readUInt8(4) % 2 === 0 ? weight : -weight);
}

function lastUserText(body: ChatRequestBody): string {
  const content = body.messages?.findLast((message) => message.role === 'user')?.content;
  if (typeof content === 'string') return content;
  return content === undefined ? '' : JSON.stringify(content);
}

function wantsJson(body: ChatRequestBody): boolean {
  return body.response_format?.type?.startsWith('json') ?? false;
}
