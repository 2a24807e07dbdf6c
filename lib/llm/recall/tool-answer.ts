import type { LanguageModelV3ToolResultPart } from '@ai-sdk/provider';
import { z } from 'zod';
import { describeMoment, SETUP_HINT } from '@/lib/llm/recall/answer';
import { quote, quoteMemory } from '@/lib/llm/recall/quote';

const note = z.object({ id: z.string().optional(), content: z.string(), createdAt: z.coerce.date().optional() });
const refusal = z.object({ ok: z.literal(false), reason: z.string() });

/** What the chat tools answer, as far as the recall model reads it. */
export const toolResults = {
  remember: z.union([refusal, z.object({ ok: z.literal(true), memory: note })]),
  forget: z.union([
    z.object({ ok: z.literal(false), reason: z.string(), candidates: z.array(note).default([]) }),
    z.object({ ok: z.literal(true), forgotten: z.array(note).min(1) }),
  ]),
  search_memory: z.object({ memories: z.array(note) }),
  search_conversations: z.object({
    messages: z.array(
      z.object({ title: z.string().nullish(), role: z.string().nullish(), excerpt: z.string(), at: z.string().optional() }),
    ),
  }),
  confirm_knowledge: z.union([refusal, z.object({ ok: z.literal(true), value: z.string() })]),
  date: z.union([refusal, z.object({ ok: z.literal(true), text: z.string() })]),
  calculate: z.union([refusal, z.object({ ok: z.literal(true), expression: z.string(), result: z.string() })]),
} as const;

const SHOWN = 5;

/** The reply made of what the tools answered. A tool that failed is named, never papered over. */
export function composeToolAnswer(results: readonly LanguageModelV3ToolResultPart[]): string {
  return results.map((result) => describeResult(result)).join('\n\n');
}

function describeResult({ toolName, output }: LanguageModelV3ToolResultPart): string {
  if (output.type === 'execution-denied') return `That was not allowed${output.reason ? `: ${output.reason}` : '.'}`;
  if (output.type === 'error-text' || output.type === 'error-json') {
    const reason = typeof output.value === 'string' ? output.value.replace(/^Error: /, '') : '';
    return `That did not work${reason ? `: ${reason}` : '.'}`;
  }
  const value = output.type === 'text' ? parseJson(output.value) : output.type === 'json' ? output.value : null;
  return (
    describeValue(toolName, value) ??
    `The tool ${toolName} has answered:\n\n${quote(typeof value === 'string' ? value : JSON.stringify(value))}`
  );
}

function describeValue(toolName: string, value: unknown): string | null {
  switch (toolName) {
    case 'remember':
      return read(toolResults.remember, value, (result) =>
        result.ok
          ? `Stored:\n\n${quote(result.memory.content)}\n\nYou can change or delete it on the memory page.`
          : `I did not store that: ${result.reason}`,
      );
    case 'forget':
      return read(toolResults.forget, value, (result) =>
        result.ok
          ? `Forgotten:\n\n${quoteNotes(result.forgotten)}\n\nThe memory page can bring it back.`
          : [result.reason, quoteNotes(result.candidates)].filter((part) => part !== '').join('\n\n'),
      );
    case 'search_memory':
      return read(toolResults.search_memory, value, ({ memories }) =>
        memories.length === 0 ? 'I found nothing about that in my notes.' : `In my notes:\n\n${quoteNotes(memories)}`,
      );
    case 'search_conversations':
      return read(toolResults.search_conversations, value, ({ messages }) =>
        messages.length === 0
          ? `I found nothing about that in our conversations. I search them by words only; a language model would also find what was put differently. ${SETUP_HINT}`
          : `In our conversations:\n\n${messages.slice(0, SHOWN).map(quoteMessage).join('\n\n')}`,
      );
    case 'confirm_knowledge':
      return read(toolResults.confirm_knowledge, value, (result) =>
        result.ok
          ? `Kept as your answer:\n\n${quote(result.value)}\n\nIt stands on the memory page, where you can change it.`
          : `I did not keep that: ${result.reason}`,
      );
    case 'date':
      return read(toolResults.date, value, (result) => (result.ok ? result.text : result.reason));
    case 'calculate':
      return read(toolResults.calculate, value, (result) => (result.ok ? `${result.expression} = ${result.result}` : result.reason));
    default:
      return null;
  }
}

function read<Result>(schema: z.ZodType<Result>, value: unknown, describe: (result: Result) => string): string | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? describe(parsed.data) : null;
}

function quoteNotes(notes: readonly z.infer<typeof note>[]): string {
  return notes
    .slice(0, SHOWN)
    .map(({ content, createdAt }) => (createdAt ? quoteMemory({ content, createdAt }) : quote(content)))
    .join('\n\n');
}

function quoteMessage(message: z.infer<typeof toolResults.search_conversations>['messages'][number]): string {
  const speaker = message.role === 'user' ? 'you' : 'I';
  const title = message.title ? `, in “${message.title.replace(/\s+/g, ' ')}”` : '';
  return `${quote(message.excerpt)}\n> — ${speaker}${describeMoment(message.at)}${title}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
