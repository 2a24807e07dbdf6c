import http from 'node:http';
import https from 'node:https';
import { APICallError } from '@ai-sdk/provider';

const httpAgent = new http.Agent({ keepAlive: true, scheduling: 'lifo' });
const httpsAgent = new https.Agent({ keepAlive: true, scheduling: 'lifo' });

const ERROR_BODY_LIMIT_BYTES = 64 * 1024;
const ERROR_BODY_TIMEOUT_MS = 5_000;
const JSON_BODY_LIMIT_BYTES = 8 * 1024 * 1024;

export type ProviderRequest = {
  url: string;
  headers: Record<string, string>;
  /** JSON text. Without it the request is a GET. */
  body?: string;
  signal?: AbortSignal;
};

/**
 * Sends a request to a model server over a kept-alive connection and answers once the response headers are there.
 * `node:http` instead of `fetch`, because a turn's CPU is a measured goal of the product.
 *
 * @throws APICallError for a refused or broken connection and for any status but 2xx. It never carries the request body.
 */
export async function sendToProvider(request: ProviderRequest): Promise<http.IncomingMessage> {
  const response = await openResponse(request, true);
  const statusCode = response.statusCode ?? 0;
  if (statusCode >= 200 && statusCode < 300) return response;

  const responseBody = await readBody(response, ERROR_BODY_LIMIT_BYTES, ERROR_BODY_TIMEOUT_MS).catch(() => '');
  throw new APICallError({
    message: `The model server answered ${statusCode}.`,
    url: request.url,
    requestBodyValues: undefined,
    statusCode,
    responseHeaders: flattenHeaders(response.headers),
    responseBody,
    isRetryable: statusCode === 408 || statusCode === 409 || statusCode === 429 || statusCode >= 500,
  });
}

/**
 * Reads a whole response body as text.
 *
 * @throws APICallError when the body is larger than `limitBytes`, is cut, or takes longer than `timeoutMs`.
 */
export function readBody(response: http.IncomingMessage, limitBytes = JSON_BODY_LIMIT_BYTES, timeoutMs = 60_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let ended = false;
    const fail = (message: string) => {
      clearTimeout(timer);
      response.destroy();
      reject(connectionError(message));
    };
    const timer = setTimeout(() => fail('The model server sent its answer too slowly.'), timeoutMs);
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) return fail('The model server sent a larger answer than is accepted.');
      chunks.push(chunk);
    });
    response.on('end', () => {
      ended = true;
      clearTimeout(timer);
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
    response.on('error', () => fail('The connection to the model server broke.'));
    response.on('close', () => {
      if (!ended) fail('The connection to the model server broke.');
    });
  });
}

/** A connection-level fault in the form in which model adapters report it. */
export function connectionError(message: string, cause?: unknown, url = ''): APICallError {
  return new APICallError({ message, url, requestBodyValues: undefined, cause, isRetryable: true });
}

function openResponse(request: ProviderRequest, mayRepeat: boolean): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const secure = request.url.startsWith('https:');
    const outgoing = (secure ? https : http).request(request.url, {
      method: request.body === undefined ? 'GET' : 'POST',
      agent: secure ? httpsAgent : httpAgent,
      headers: request.body === undefined ? request.headers : { ...request.headers, 'content-length': Buffer.byteLength(request.body) },
    });
    destroyOnAbort(outgoing, request.signal);
    outgoing.on('response', resolve);
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (request.signal?.aborted) {
        reject(error);
        return;
      }
      // A kept-alive socket that the server had just closed: nothing was read yet, so a fresh connection may try at once.
      if (mayRepeat && outgoing.reusedSocket && error.code === 'ECONNRESET') {
        openResponse(request, false).then(resolve, reject);
        return;
      }
      reject(connectionError('The model server could not be reached.', error, request.url));
    });
    outgoing.end(request.body);
  });
}

/** As the `signal` of `http.request`, which makes several listeners and closures more of every request. */
function destroyOnAbort(outgoing: http.ClientRequest, signal: AbortSignal | undefined): void {
  if (!signal) return;
  const destroy = () => outgoing.destroy(new DOMException('The request was aborted.', 'AbortError'));
  if (signal.aborted) {
    destroy();
    return;
  }
  signal.addEventListener('abort', destroy, { once: true });
  outgoing.once('close', () => signal.removeEventListener('abort', destroy));
}

function flattenHeaders(headers: http.IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
