import type { LanguageModelV3StreamPart } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createChunkTranslator } from '@/lib/llm/openai-stream';

type Part<Type> = Extract<LanguageModelV3StreamPart, { type: Type }>;

function translate(...chunks: unknown[]): LanguageModelV3StreamPart[] {
  const parts: LanguageModelV3StreamPart[] = [];
  const translator = createChunkTranslator((part) => parts.push(part));
  for (const chunk of chunks) translator.accept(typeof chunk === 'string' ? chunk : JSON.stringify(chunk));
  translator.end();
  return parts;
}

const delta = (value: unknown, finish_reason: string | null = null) => ({ choices: [{ delta: value, finish_reason }] });
const ofType = <Type extends LanguageModelV3StreamPart['type']>(parts: LanguageModelV3StreamPart[], type: Type) =>
  parts.filter((part) => part.type === type) as Part<Type>[];
const toolCallsOf = (parts: LanguageModelV3StreamPart[]) => ofType(parts, 'tool-call').map((call) => [call.toolName, call.input]);

describe('chunks of OpenAI-compatible servers', () => {
  it('puts the pieces of two interleaved tool calls together', () => {
    const parts = translate(
      delta({ tool_calls: [{ index: 0, id: 'a', function: { name: 'date', arguments: '' } }] }),
      delta({ tool_calls: [{ index: 1, id: 'b', function: { name: 'calculate', arguments: '{"x":' } }] }),
      delta({ tool_calls: [{ index: 0, function: { arguments: '{"d":1}' } }] }),
      delta({ tool_calls: [{ index: 1, function: { arguments: '2}' } }] }),
      delta({}, 'tool_calls'),
      '[DONE]',
    );
    expect(toolCallsOf(parts)).toEqual([
      ['date', '{"d":1}'],
      ['calculate', '{"x":2}'],
    ]);
    expect(ofType(parts, 'finish')[0]?.finishReason.unified).toBe('tool-calls');
  });

  it('tells calls apart where a server numbers them all 0, or not at all', () => {
    const call = (id: string, name: string, index?: number) => ({ index, id, function: { name, arguments: '{}' } });
    expect(
      toolCallsOf(translate(delta({ tool_calls: [call('a', 'date', 0)] }), delta({ tool_calls: [call('b', 'calculate', 0)] }), '[DONE]')),
    ).toHaveLength(2);
    expect(toolCallsOf(translate(delta({ tool_calls: [call('a', 'date'), call('b', 'calculate')] }), '[DONE]'))).toHaveLength(2);
  });

  it('reads text in parts, refusals and reasoning, and keeps reasoning out of the text', () => {
    const parts = translate(
      delta({ reasoning_content: 'Hmm.' }),
      delta({ content: [{ type: 'text', text: 'Yes' }] }),
      delta({ refusal: ', but no.' }, 'stop'),
      '[DONE]',
    );
    expect(ofType(parts, 'reasoning-delta').map((part) => part.delta)).toEqual(['Hmm.']);
    expect(
      ofType(parts, 'text-delta')
        .map((part) => part.delta)
        .join(''),
    ).toBe('Yes, but no.');
  });

  it('counts reasoning tokens that a provider bills but leaves out of its completion tokens', () => {
    const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 150, prompt_tokens_details: { cached_tokens: 60 } };
    const [finish] = ofType(translate(delta({ content: 'x' }, 'stop'), { choices: [], usage }, '[DONE]'), 'finish');
    expect(finish?.usage.outputTokens.total).toBe(50);
    expect(finish?.usage.inputTokens).toMatchObject({ total: 100, noCache: 40, cacheRead: 60 });
  });

  it('takes the whole message of a server that does not stream', () => {
    const parts = translate({ choices: [{ message: { role: 'assistant', content: 'All at once.' }, finish_reason: 'stop' }] });
    expect(ofType(parts, 'text-delta').map((part) => part.delta)).toEqual(['All at once.']);
    expect(ofType(parts, 'finish')).toHaveLength(1);
  });

  it('is whole without [DONE] once a finish reason came, and cut without either', () => {
    expect(ofType(translate(delta({ content: 'x' }, 'stop')), 'finish')).toHaveLength(1);
    expect(ofType(translate(delta({ content: 'x' })), 'error')).toHaveLength(1);
  });

  it.each(['null', '7', '"text"', '[]', '{"choices":null}', '{"choices":[null]}', '{"choices":[{"delta":null}]}', '{}', '{"usage":null}'])(
    'never throws on the odd chunk %s',
    (chunk) => {
      expect(() => translate(chunk, '[DONE]', 'after the end')).not.toThrow();
    },
  );
});
