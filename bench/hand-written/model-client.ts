import http from 'node:http';
import type { HistoryMessage } from './chat-queries';

const agent = new http.Agent({ keepAlive: true, scheduling: 'lifo' });

export type ModelMessage = HistoryMessage | { role: 'system'; content: string };

export type Usage = { inputTokens: number; outputTokens: number };

function post(url: string, body: unknown): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', authorization: 'Bearer bench', 'content-length': Buffer.byteLength(text) };
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      if (response.statusCode === 200) resolve(response);
      else reject(new Error(`the model server answered ${response.statusCode}`));
    });
    request.once('error', reject);
    request.end(text);
  });
}

/** The vector of a text: `number[512]`. */
export async function embed(baseUrl: string, text: string): Promise<number[]> {
  const response = await post(`${baseUrl}/embeddings`, {
    model: 'text-embedding-3-small',
    input: [text],
    dimensions: 512,
    encoding_format: 'float',
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { data: { embedding: number[] }[] };
  return answer.data[0]?.embedding ?? [];
}

type Chunk = {
  choices: { delta?: { content?: string } }[];
  usage?: { prompt_tokens: number; completion_tokens: number } | null;
};

/** Lets the model answer; `onDelta` gets the text as it comes. */
export async function streamAnswer(baseUrl: string, messages: readonly ModelMessage[], onDelta: (text: string) => void): Promise<Usage> {
  const response = await post(`${baseUrl}/chat/completions`, {
    model: 'test-model',
    messages,
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: 1_024,
  });
  const usage: Usage = { inputTokens: 0, outputTokens: 0 };
  let rest = '';
  response.setEncoding('utf8');
  for await (const text of response as AsyncIterable<string>) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data: ') || line === 'data: [DONE]') continue;
      const chunk = JSON.parse(line.slice(6)) as Chunk;
      const delta = chunk.choices[0]?.delta?.content;
      if (delta) onDelta(delta);
      if (chunk.usage) {
        usage.inputTokens = chunk.usage.prompt_tokens;
        usage.outputTokens = chunk.usage.completion_tokens;
      }
    }
  }
  return usage;
}
