import type { LanguageModelV3, LanguageModelV3Prompt } from '@ai-sdk/provider';
import { watchInterruptions } from '@/lib/llm/interruption';
import { callModel, guardCallback, type ModelCallResult } from '@/lib/llm/model-call';
import { replyError } from '@/lib/llm/provider-error';
import type { ChatTool, ModelCallRecord, ReplyError, ReplyOutcome, ReplyTimeouts, ReplyToolCall } from '@/lib/llm/reply-types';
import { describeTools, runToolCall, toModelOutput } from '@/lib/llm/tool-run';

export const DEFAULT_TIMEOUTS: ReplyTimeouts = { firstTokenMs: 60_000, idleMs: 30_000, totalMs: 300_000, toolMs: 20_000 };

/** A model that asks for more than this at once gets an error for the rest. */
const TOOL_CALLS_PER_STEP = 8;

export type GenerateReplyOptions = {
  model: LanguageModelV3;
  messages: LanguageModelV3Prompt;
  tools?: readonly ChatTool[];
  /** How often the model is asked at most. The last time it is asked to answer without tools. */
  maxSteps?: number;
  maxOutputTokens?: number;
  temperature?: number;
  /** The owner's stop. The provider is cut, and what was written so far is kept. */
  signal?: AbortSignal;
  timeouts?: Partial<ReplyTimeouts>;
  /** Gets the text piece by piece, free of NUL characters and halves of characters. */
  onDelta?: (text: string) => void;
  /** Called when a tool call has ended, well or not. */
  onToolCall?: (call: ReplyToolCall) => void;
  /** A clock in milliseconds. */
  now?: () => number;
};

/**
 * Lets a model answer, running the tools that it calls, within bounds of steps and time.
 *
 * Faults of the provider never throw: they are the outcome's `error`, beside whatever text and tool calls there were.
 * Only what `onDelta` or `onToolCall` throws is passed on, after the provider was cut off.
 */
export async function generateReply(options: GenerateReplyOptions): Promise<ReplyOutcome> {
  const { model, tools = [], maxSteps = 6, maxOutputTokens = 1_024, temperature, now = () => performance.now() } = options;
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const interruptions = watchInterruptions(options.signal, timeouts.totalMs);
  const definitions = describeTools(tools);
  const prompt: LanguageModelV3Prompt = [...options.messages];
  const calls: ModelCallRecord[] = [];
  const toolCalls: ReplyToolCall[] = [];
  let text = '';
  let steps = 0;
  let isNewParagraphDue = false;

  const addText = (delta: string) => {
    const piece = isNewParagraphDue ? `\n\n${delta}` : delta;
    isNewParagraphDue = false;
    text += piece;
    options.onDelta?.(piece);
  };

  try {
    for (;;) {
      const isLastStep = steps + 1 >= maxSteps;
      const result = await callModel({
        model,
        request: {
          prompt,
          maxOutputTokens,
          temperature,
          ...(definitions.length > 0 ? { tools: definitions, toolChoice: { type: isLastStep ? 'none' : 'auto' } } : {}),
        },
        timeouts,
        interruptions,
        onText: guardCallback(addText),
        onRecord: (record) => calls.push(record),
        now,
      });
      if (interruptions.current()) return conclude(interruptions.current() === 'stopped' ? 'stopped' : replyError('REPLY_TIMEOUT'));
      if (result.error) return conclude(result.error);
      steps += 1;
      if (result.toolCalls.length === 0) return conclude(judgeAnswer(result, text), result.finishReason);
      if (isLastStep) {
        addText(`I used my tools ${toolCalls.length} times and still have no final answer. Tell me to go on, or ask for a smaller part.`);
        return conclude('completed', 'step-limit');
      }
      const wasWhole = await runStepTools(result);
      if (!wasWhole) return conclude(interruptions.current() === 'stopped' ? 'stopped' : replyError('REPLY_TIMEOUT'));
      isNewParagraphDue = text !== '';
    }
  } finally {
    interruptions.dispose();
  }

  async function runStepTools(result: ModelCallResult): Promise<boolean> {
    const finished: ReplyToolCall[] = [];
    for (const [position, raw] of result.toolCalls.entries()) {
      // Ids are the model's own words: empty and repeated ones would tie results to the wrong call.
      const isFresh = raw.id !== '' && !toolCalls.some((known) => known.id === raw.id);
      const call = { ...raw, id: isFresh ? raw.id : `call_${steps}_${position}` };
      const done =
        position < TOOL_CALLS_PER_STEP
          ? await runToolCall(call, { tools, toolMs: timeouts.toolMs, interruptions, now })
          : { id: call.id, name: call.name, input: call.input, error: 'Too many tool calls at once.', durationMs: 0 };
      if (!done) return false;
      finished.push(done);
      toolCalls.push(done);
      options.onToolCall?.(done);
    }
    prompt.push({
      role: 'assistant',
      content: [
        ...(result.text === '' ? [] : [{ type: 'text' as const, text: result.text }]),
        ...finished.map((call) => ({
          type: 'tool-call' as const,
          toolCallId: call.id,
          toolName: call.name,
          input: typeof call.input === 'string' ? {} : call.input,
        })),
      ],
    });
    prompt.push({
      role: 'tool',
      content: finished.map((call) => ({
        type: 'tool-result' as const,
        toolCallId: call.id,
        toolName: call.name,
        output: toModelOutput(call),
      })),
    });
    return true;
  }

  function conclude(end: 'completed' | 'stopped' | ReplyError, finishReason?: string): ReplyOutcome {
    const isError = typeof end === 'object';
    return {
      status: isError ? 'error' : end,
      text,
      toolCalls,
      usage: {
        inputTokens: calls.reduce((sum, call) => sum + call.inputTokens, 0),
        outputTokens: calls.reduce((sum, call) => sum + call.outputTokens, 0),
      },
      usageEstimated: calls.some((call) => call.usageEstimated),
      finishReason: isError ? 'error' : end === 'stopped' ? 'stopped' : (finishReason ?? 'other'),
      steps,
      calls,
      ...(isError ? { error: end } : {}),
    };
  }
}

function judgeAnswer(result: ModelCallResult, text: string): 'completed' | ReplyError {
  if (text.trim() !== '') return 'completed';
  return replyError(result.finishReason === 'content-filter' ? 'CONTENT_FILTERED' : 'EMPTY_ANSWER');
}
