// The Responses API as xAI serves it, without streaming: requests that the real one would refuse are refused.
import type http from 'node:http';
import { z } from 'zod';
import type { ChatRequestBody, ScriptedAnswer } from '@/tests/model-server-answers';

const request = z.strictObject({
  model: z.string(),
  input: z.array(z.strictObject({ role: z.enum(['system', 'developer', 'user', 'assistant']), content: z.string() })).min(1),
  tools: z.array(z.strictObject({ type: z.enum(['web_search', 'x_search']) })),
  max_output_tokens: z.number().int().positive(),
  store: z.boolean(),
  text: z.strictObject({
    format: z.strictObject({
      type: z.literal('json_schema'),
      name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
      strict: z.literal(true),
      schema: z.looseObject({ type: z.literal('object') }).refine(isStrict, 'a strict schema requires every property and allows no other'),
    }),
  }),
});

/** Answers a request with the scripted text, after the searches that a model would have made. */
export async function answerResponses(
  response: http.ServerResponse,
  body: unknown,
  take: (chat: ChatRequestBody) => ScriptedAnswer | undefined,
): Promise<void> {
  const send = (status: number, answer: unknown, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(answer));
  };
  const parsed = request.safeParse(body);
  if (!parsed.success) return send(400, { code: 'invalid-argument', error: z.prettifyError(parsed.error) });
  const { model, input, text, tools } = parsed.data;
  const answer = take({ model, messages: input, response_format: { type: text.format.type } }) ?? {};
  const { fault } = answer;
  if (fault?.kind === 'disconnect') return void response.socket?.destroy();
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'status') {
    const wait = fault.retryAfterSeconds === undefined ? undefined : { 'retry-after': String(fault.retryAfterSeconds) };
    return send(fault.status, fault.body ?? { code: 'error', error: `scripted ${fault.status}` }, wait);
  }
  await answer.heldUntil;
  const { citations = [], usage = { inputTokens: 900, outputTokens: 200 }, finishReason } = answer;
  const annotations = citations.map(({ url, title }) => ({ type: 'url_citation', url, title, start_index: 0, end_index: 0 }));
  const said = { type: 'output_text', text: answer.text ?? '', annotations, logprobs: [] };
  const searches = tools.map(({ type }, index) => ({
    type: `${type}_call`,
    id: `ws_${index}`,
    status: 'completed',
    action: { type: 'search', query: input.at(-1)?.content.slice(0, 60) },
  }));
  send(200, {
    id: 'resp_test',
    object: 'response',
    created_at: 0,
    model,
    status: finishReason === 'length' ? 'incomplete' : 'completed',
    incomplete_details: finishReason === 'length' ? { reason: 'max_output_tokens' } : null,
    error: null,
    output: [...searches, { type: 'message', id: 'msg_test', role: 'assistant', status: 'completed', content: [said] }],
    citations: citations.map(({ url }) => url),
    usage: usage && {
      input_tokens: usage.inputTokens,
      output_tokens: usage.outputTokens,
      total_tokens: usage.inputTokens + usage.outputTokens,
      num_sources_used: citations.length,
    },
  });
}

type Schema = { type?: unknown; properties?: Record<string, Schema>; required?: string[]; additionalProperties?: unknown; items?: Schema };

function isStrict(schema: unknown): boolean {
  const { type, properties = {}, required = [], additionalProperties, items } = schema as Schema;
  if (type === 'array') return items !== undefined && isStrict(items);
  if (type !== 'object') return true;
  const names = Object.keys(properties);
  return additionalProperties === false && names.every((name) => required.includes(name)) && Object.values(properties).every(isStrict);
}
