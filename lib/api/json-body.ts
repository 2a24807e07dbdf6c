import { AppError } from '@/lib/platform/errors';
import { BODY_LIMIT_BYTES } from './limits';
import { readRawBody } from './raw-body';

const MAX_DEPTH = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true });

const invalid = (message: string) => new AppError('BAD_REQUEST', message);

/** Reads the request's body as text, never more than the limit, and only valid UTF-8. */
async function readText(request: Request, limitBytes: number): Promise<string> {
  const bytes = await readRawBody(request, limitBytes);
  try {
    return utf8.decode(bytes);
  } catch {
    throw invalid('The body is not valid UTF-8');
  }
}

/**
 * Walks the text of valid JSON once and refuses what `JSON.parse` would accept silently: duplicate keys (the last one
 * would win unseen), `__proto__`, NUL characters and nesting beyond 32 levels.
 */
function assertPlain(text: string): void {
  const keys: (Set<string> | undefined)[] = [];
  let expectKey = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '{' || character === '[') {
      keys.push(character === '{' ? new Set() : undefined);
      if (keys.length > MAX_DEPTH) throw invalid(`The body is nested deeper than ${MAX_DEPTH} levels`);
      expectKey = character === '{';
    } else if (character === '}' || character === ']') {
      keys.pop();
      expectKey = false;
    } else if (character === ',') {
      expectKey = keys.at(-1) !== undefined;
    } else if (character === '"') {
      const start = index;
      for (index += 1; text[index] !== '"'; index += 1) {
        if (text[index] !== '\\') continue;
        if (text.startsWith('\\u0000', index)) throw invalid('Text may not hold NUL characters');
        index += 1;
      }
      if (!expectKey) continue;
      const key = JSON.parse(text.slice(start, index + 1)) as string;
      if (key === '__proto__') throw invalid('The key "__proto__" is not allowed');
      if (keys.at(-1)?.has(key)) throw invalid(`The key "${key}" stands twice`);
      keys.at(-1)?.add(key);
      expectKey = false;
    }
  }
}

/**
 * Reads a JSON body.
 *
 * @throws AppError BAD_REQUEST, PAYLOAD_TOO_LARGE or UNSUPPORTED_MEDIA_TYPE with a sentence for the caller.
 */
export async function readJsonBody(request: Request, optional: boolean, limitBytes = BODY_LIMIT_BYTES): Promise<unknown> {
  const text = await readText(request, limitBytes);
  if (text.trim() === '') {
    if (optional) return {};
    throw invalid('A JSON body is required');
  }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !type.endsWith('+json')) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'The body must be sent as Content-Type: application/json');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid('The body is not valid JSON');
  }
  assertPlain(text);
  return value;
}
