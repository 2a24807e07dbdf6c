import {
  UnsupportedFunctionalityError,
  type LanguageModelV3CallOptions,
  type LanguageModelV3Prompt,
  type LanguageModelV3ToolResultOutput,
} from '@ai-sdk/provider';

type WireToolCall = { id: string; type: 'function'; function: { name: string; arguments: string } };

type WireMessage =
  | { role: 'system' | 'user'; content: string }
  | { role: 'assistant'; content: string | null; tool_calls?: WireToolCall[] }
  | { role: 'tool'; tool_call_id: string; content: string };

/** How one model server wants its requests, where the OpenAI-compatible ones differ. */
export type RequestDialect = {
  modelId: string;
  /** OpenAI's newer models refuse `max_tokens`; other servers do not know `max_completion_tokens`. */
  maxTokensParameter: 'max_tokens' | 'max_completion_tokens';
  supportsStructuredOutputs: boolean;
  /** Fixed further fields of the body, such as `reasoning_effort`. */
  extraBody?: Record<string, unknown>;
};

/** The JSON body of a streaming `POST /chat/completions`. */
export function buildChatRequest(options: LanguageModelV3CallOptions, dialect: RequestDialect): Record<string, unknown> {
  const tools = options.tools?.flatMap((tool) =>
    tool.type === 'function'
      ? [
          {
            type: 'function',
            function: { name: tool.name, description: tool.description, parameters: tool.inputSchema, strict: tool.strict },
          },
        ]
      : [],
  );
  const hasTools = tools !== undefined && tools.length > 0;
  return {
    model: dialect.modelId,
    messages: toWireMessages(options.prompt),
    stream: true,
    stream_options: { include_usage: true },
    [dialect.maxTokensParameter]: options.maxOutputTokens,
    temperature: options.temperature,
    top_p: options.topP,
    stop: options.stopSequences,
    seed: options.seed,
    frequency_penalty: options.frequencyPenalty,
    presence_penalty: options.presencePenalty,
    response_format: toResponseFormat(options.responseFormat, dialect.supportsStructuredOutputs),
    tools: hasTools ? tools : undefined,
    tool_choice: hasTools ? toToolChoice(options.toolChoice) : undefined,
    ...dialect.extraBody,
  };
}

function toWireMessages(prompt: LanguageModelV3Prompt): WireMessage[] {
  const messages: WireMessage[] = [];
  for (const message of prompt) {
    if (message.role === 'system') {
      messages.push({ role: 'system', content: message.content });
      continue;
    }
    if (message.role === 'tool') {
      for (const part of message.content) {
        if (part.type !== 'tool-result') continue;
        messages.push({ role: 'tool', tool_call_id: part.toolCallId, content: toToolContent(part.output) });
      }
      continue;
    }
    let text = '';
    const toolCalls: WireToolCall[] = [];
    for (const part of message.content) {
      if (part.type === 'text') text += part.text;
      else if (part.type === 'tool-call') {
        toolCalls.push({
          id: part.toolCallId,
          type: 'function',
          function: { name: part.toolName, arguments: JSON.stringify(part.input ?? {}) },
        });
      } else if (part.type === 'file') {
        throw new UnsupportedFunctionalityError({ functionality: 'file parts in a chat prompt' });
      }
    }
    if (message.role === 'user') messages.push({ role: 'user', content: text });
    else if (toolCalls.length === 0) messages.push({ role: 'assistant', content: text });
    else messages.push({ role: 'assistant', content: text === '' ? null : text, tool_calls: toolCalls });
  }
  return messages;
}

function toToolContent(output: LanguageModelV3ToolResultOutput): string {
  switch (output.type) {
    case 'text':
    case 'error-text':
      return output.value;
    case 'execution-denied':
      return output.reason ?? 'The tool was not allowed to run.';
    default:
      return JSON.stringify(output.value);
  }
}

function toToolChoice(choice: LanguageModelV3CallOptions['toolChoice']): unknown {
  if (choice === undefined) return undefined;
  if (choice.type === 'tool') return { type: 'function', function: { name: choice.toolName } };
  return choice.type;
}

function toResponseFormat(format: LanguageModelV3CallOptions['responseFormat'], supportsStructuredOutputs: boolean): unknown {
  if (format?.type !== 'json') return undefined;
  if (!format.schema || !supportsStructuredOutputs) return { type: 'json_object' };
  return {
    type: 'json_schema',
    json_schema: { name: format.name ?? 'answer', description: format.description, schema: format.schema },
  };
}
