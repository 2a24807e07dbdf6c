import type {
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3FinishReason,
  LanguageModelV3StreamPart,
  LanguageModelV3ToolCall,
  LanguageModelV3Usage,
} from '@ai-sdk/provider';
import { answerStatement, composeAnswer, questionOfAnswer, singleOut, withQuestion, type AnsweredIntent } from '@/lib/llm/recall/answer';
import type { RecallContext } from '@/lib/llm/recall/context';
import { routeMessage } from '@/lib/llm/recall/intent';
import { composeToolAnswer } from '@/lib/llm/recall/tool-answer';

type Reply = { text: string } | { call: LanguageModelV3ToolCall };

/** Nothing is generated, so nothing is counted. */
const USAGE: LanguageModelV3Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

/**
 * The responder of an install without a language model, in a language model's form, for one turn.
 *
 * It obeys commands in so many words through the tools it is offered, quotes memories and knowledge word for word with their
 * dates and titles, and says plainly that it is no language model wherever one would be needed. It never makes a sentence
 * of its own about stored things, so what stands in a memory can only ever be quoted, not obeyed.
 */
export function createRecallModel(context: RecallContext): LanguageModelV3 {
  return {
    specificationVersion: 'v3',
    provider: 'embedded',
    modelId: 'recall',
    supportedUrls: {},
    doGenerate: async (options) => {
      const reply = await decideReply(context, options);
      return {
        content: ['call' in reply ? reply.call : { type: 'text', text: reply.text }],
        finishReason: finishReasonOf(reply),
        usage: USAGE,
        warnings: [],
      };
    },
    doStream: async (options) => ({ stream: streamReply(await decideReply(context, options), options.abortSignal) }),
  };
}

async function decideReply(context: RecallContext, options: LanguageModelV3CallOptions): Promise<Reply> {
  const reply = await decideAnswer(context, options);
  return 'call' in reply ? reply : { text: withQuestion(reply.text, context) };
}

async function decideAnswer(context: RecallContext, { prompt, tools = [], toolChoice }: LanguageModelV3CallOptions): Promise<Reply> {
  const last = prompt.at(-1);
  if (last?.role === 'tool') {
    return { text: composeToolAnswer(last.content.filter((part) => part.type === 'tool-result')) };
  }
  const intent = routeMessage(context.userMessage);
  if (intent.kind === 'statement') return { text: answerStatement(intent, await context.isLearned()) };
  const call = toToolCall(intent, context);
  if (!call) return { text: composeAnswer(intent, context) };
  const isOffered = toolChoice?.type !== 'none' && tools.some((tool) => tool.name === call.toolName);
  return isOffered ? { call } : { text: `I cannot do that here: the tool “${call.toolName}” is not available.` };
}

function toToolCall(intent: AnsweredIntent, context: RecallContext): LanguageModelV3ToolCall | null {
  const call = (toolName: string, input: object): LanguageModelV3ToolCall => ({
    type: 'tool-call',
    toolCallId: `recall-${toolName}`,
    toolName,
    input: JSON.stringify(input),
  });
  switch (intent.kind) {
    case 'remember':
      return call('remember', { fact: asSentence(intent.fact) });
    case 'forget': {
      const meant = singleOut(context);
      return call('forget', meant ? { memoryId: meant.id } : { query: intent.what });
    }
    case 'answer': {
      const field = questionOfAnswer(intent.value, context);
      return field === null ? null : call('confirm_knowledge', { field, value: intent.value });
    }
    case 'search-memory':
      return call('search_memory', { query: intent.query });
    case 'search-conversations':
      return call('search_conversations', { query: intent.query });
    case 'date':
      return call('date', intent.expression === null ? {} : { expression: intent.expression });
    case 'calculate':
      return call('calculate', { expression: intent.expression });
    default:
      return null;
  }
}

/** The person's own words, with a capital and without a full stop, as notes are written. */
function asSentence(fact: string): string {
  return fact.charAt(0).toUpperCase() + fact.slice(1).replace(/\.$/, '');
}

function finishReasonOf(reply: Reply): LanguageModelV3FinishReason {
  return 'call' in reply ? { unified: 'tool-calls', raw: 'tool-calls' } : { unified: 'stop', raw: 'stop' };
}

/** Word by word, as fast as the reader takes them. */
function streamReply(reply: Reply, signal: AbortSignal | undefined): ReadableStream<LanguageModelV3StreamPart> {
  const parts = describeParts(reply);
  return new ReadableStream<LanguageModelV3StreamPart>(
    {
      async pull(controller) {
        // Other requests of the process get their turn between two words.
        await new Promise(setImmediate);
        if (signal?.aborted) return controller.error(signal.reason);
        const { value, done } = parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

function* describeParts(reply: Reply): Generator<LanguageModelV3StreamPart> {
  yield { type: 'stream-start', warnings: [] };
  if ('call' in reply) {
    const { toolCallId: id, toolName, input } = reply.call;
    yield { type: 'tool-input-start', id, toolName };
    yield { type: 'tool-input-delta', id, delta: input };
    yield { type: 'tool-input-end', id };
    yield reply.call;
  } else {
    yield { type: 'text-start', id: 'text' };
    for (const [delta] of reply.text.matchAll(/\s*\S+\s*$|\s*\S+/g)) yield { type: 'text-delta', id: 'text', delta };
    yield { type: 'text-end', id: 'text' };
  }
  yield { type: 'finish', finishReason: finishReasonOf(reply), usage: USAGE };
}
