import type { LanguageModelV3, LanguageModelV3Prompt } from '@ai-sdk/provider';
import { effectiveInteractions, phaseOf } from '@/lib/awareness/phases';
import type { ModelPrice } from '@/lib/llm/catalogue';
import { packFindings, packPrompt, type PackedPrompt } from '@/lib/inspection/kept-prompt';
import { withDeadline } from '@/lib/llm/deadline';
import { composePrompt, describeMemory, describePastMessage } from '@/lib/llm/prompt';
import { createRecallModel } from '@/lib/llm/recall/recall-model';
import type { ChatTool } from '@/lib/llm/reply-types';
import { embedder, providers } from '@/lib/llm/runtime';
import type { PassageReference } from '@/lib/knowledge/schema';
import { estimateTokens } from '@/lib/llm/tokens';
import { extractFacts } from '@/lib/memories/classifier';
import type { RetrievedMemory } from '@/lib/memories/ranking-query';
import { embedText, retrieveMemories } from '@/lib/memories/retrieval';
import { now, SECOND_MS } from '@/lib/platform/clock';
import type { FoundMessage } from '@/lib/retrieval/past-messages';
import { type PlainQuestion, raisePlainQuestion, raiseQuestion } from '@/lib/spawning/talk';
import { findTemplate } from '@/lib/templates/catalogue';
import type { LiveReply } from './live-replies';
import { findKnownPassages, passagesBehind, passagesQuotedIn, toPromptPassage, toRecalledPassage } from './known-passages';
import { findPastTalk, toPromptMessage, toRecalledMessage } from './past-talk';
import { chatToolNames, createChatTools, TOOL_DEFINITION_TOKENS } from './tools';
import { HISTORY_LIMIT, readTurnContext, type TurnContext } from './turn-context';

/** Memories that may stand in a prompt. The recall model quotes from, and lists, more. */
const PROMPT_MEMORIES = 12;
const RECALL_MEMORIES = 60;
/** A question that takes longer to embed is looked up by its words alone. */
const EMBEDDING_MS = 8 * SECOND_MS;

/** Everything of a turn that is settled before the model is asked. */
export type Turn = {
  model: LanguageModelV3;
  provider: string;
  modelId: string;
  tier: string;
  price: ModelPrice;
  messages: LanguageModelV3Prompt;
  tools: ChatTool[];
  /** Estimate of the prompt with its tools; 0 for the embedded model, which is not counted. */
  promptTokens: number;
  personaChips: readonly string[];
  /** Which memories stood behind a reply with this text. */
  memoriesUsedBy: (text: string) => { id: string; content: string }[];
  /** Which passages of knowledge stood behind it. */
  knowledgeUsedBy: (text: string) => PassageReference[];
  /** What is kept of the prompt, for the owner to see. */
  packPrompt: () => PackedPrompt;
  /** The history needs most of its room, or more: a summary should stand for its older part. */
  isHistoryLong: boolean;
};

/** A summary is made before messages fall out of prompts, since it takes a while. */
const LONG_SHARE = 0.75;
const LONG_MESSAGES = 0.75 * HISTORY_LIMIT;

const listed = (label: string, value: unknown): string | undefined => {
  const text = Array.isArray(value) ? value.map(String).join(', ') : typeof value === 'string' ? value : '';
  return text.trim() === '' ? undefined : `${label}: ${text}`;
};

/** What the owner told about themselves at the creation of the agent and later. */
function describeOwner({ personalContext, onboarding }: TurnContext): string {
  return [
    personalContext?.trim() || undefined,
    listed('Name', onboarding.ownerName),
    listed('Lives in', onboarding.location),
    listed('Works in', onboarding.domain),
    listed('Goals', onboarding.goals),
    listed('Challenges', onboarding.challenges),
    listed('Audience', onboarding.targetAudience),
    listed('Experience', onboarding.experienceLevel),
    listed('Budget', onboarding.budget),
    listed('Languages', onboarding.languages),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

async function recall(live: LiveReply, limit: number) {
  const embedding = await withDeadline(live.abort.signal, EMBEDDING_MS, (signal) => embedText(live.question, { signal }));
  const [memories, pastTalk, passages] = await Promise.all([
    retrieveMemories(live.agent, live.question, { limit, embedding }),
    findPastTalk(live, embedding),
    findKnownPassages(live, embedding),
  ]);
  return { memories, pastTalk, passages };
}

/**
 * Gathers what a reply is written from and composes its prompt: the agent's state beside the embedding of the question,
 * then its memories beside what was said before and what its knowledge says.
 *
 * @returns undefined when the agent is gone.
 */
export async function prepareTurn(live: LiveReply): Promise<Turn | undefined> {
  const isRecall = providers().describe(null).provider === 'embedded';
  const [context, { memories, pastTalk, passages }] = await Promise.all([
    readTurnContext(live.agent, live.feed.conversationId, live.userSequence),
    recall(live, isRecall ? RECALL_MEMORIES : PROMPT_MEMORIES),
  ]);
  if (!context) return undefined;
  const resolved = await providers().resolveChatModel(context.premiumModel);
  const template = findTemplate(context.personaTemplate ?? 'general');
  const shared = {
    provider: resolved.provider,
    modelId: resolved.modelId,
    tier: resolved.tier,
    price: resolved.price,
    tools: createChatTools(live.agent, { id: live.userMessageId, conversationId: live.feed.conversationId, content: live.question }),
    personaChips: template.suggestedChips,
  };

  if (resolved.kind === 'recall') {
    const ownerName = typeof context.onboarding.ownerName === 'string' ? { ownerName: context.onboarding.ownerName } : {};
    const openQuestion = context.hasGaps ? await raisePlainQuestion(live.agent, live.feed.conversationId) : undefined;
    return {
      ...shared,
      model: createRecallModel({
        userMessage: live.question,
        agentName: context.name,
        ...ownerName,
        ...(openQuestion ? { openQuestion } : {}),
        memories,
        knowledge: passages.map(toRecalledPassage),
        pastMessages: pastTalk.map(toRecalledMessage),
        thresholds: embedder().thresholds,
        now: now(),
        // Without a language model the classifier learns from the exchange, so it knows beforehand.
        isLearned: () =>
          withDeadline(live.abort.signal, EMBEDDING_MS, (signal) => extractFacts(live.question, embedder(), { signal })).then(
            (facts) => facts.length > 0,
            () => null,
          ),
        language: context.preferredLanguage,
      }),
      messages: [{ role: 'user', content: [{ type: 'text', text: live.question }] }],
      promptTokens: 0,
      // It quotes word for word, so what it used stands in its reply.
      memoriesUsedBy: (text) => memories.filter((memory) => text.includes(memory.content)).map(({ id, content }) => ({ id, content })),
      knowledgeUsedBy: (text) => passagesQuotedIn(text, passages),
      packPrompt: () => packFindings(describeFindings(live.question, memories, pastTalk, openQuestion), chatToolNames),
      isHistoryLong: false,
    };
  }

  const question = context.hasGaps ? await raiseQuestion(live.agent, live.feed.conversationId) : undefined;
  const prompt = composePrompt({
    agent: {
      name: context.name,
      description: context.description,
      humorStyle: context.humorStyle,
      preferredLanguage: context.preferredLanguage,
      interests: context.interests,
      persona: template,
    },
    soul: context.soul,
    ownerContext: describeOwner(context),
    memories,
    knowledge: passages.map(toPromptPassage),
    pastMessages: pastTalk.map(toPromptMessage),
    summary: context.summary?.content,
    history: context.history.map(({ role, content, toolCalls }) => ({ role, content, ...(toolCalls ? { toolCalls } : {}) })),
    phase: phaseOf(effectiveInteractions(context)).label,
    toolNames: chatToolNames,
    question,
    now: now(),
    budgetTokens: resolved.promptBudgetTokens,
  });
  const used = new Set(prompt.memoryIdsUsed);
  const historyTokens = prompt.parts.at(-1)?.tokens ?? 0;
  return {
    ...shared,
    model: resolved.model,
    messages: prompt.messages,
    promptTokens: prompt.promptTokens + TOOL_DEFINITION_TOKENS,
    memoriesUsedBy: () => memories.filter((memory) => used.has(memory.id)).map(({ id, content }) => ({ id, content })),
    knowledgeUsedBy: (text) => passagesBehind(text, passages, prompt.knowledgeIdsUsed),
    packPrompt: () =>
      packPrompt(prompt, {
        tools: chatToolNames,
        toolTokens: TOOL_DEFINITION_TOKENS,
        budgetTokens: resolved.promptBudgetTokens,
        memories,
        past: pastTalk,
        summaryId: context.summary?.id,
        sequences: context.history.map(({ sequence }) => sequence),
      }),
    isHistoryLong:
      prompt.droppedHistory > 0 || context.history.length >= LONG_MESSAGES || historyTokens >= LONG_SHARE * prompt.historyBudgetTokens,
  };
}

/** What the recall model is given, as a model would see it. */
function describeFindings(
  question: string,
  memories: readonly RetrievedMemory[],
  pastTalk: readonly FoundMessage[],
  openQuestion: PlainQuestion | undefined,
) {
  const part = (name: string, lines: readonly string[]) => {
    const text = lines.join('\n');
    return { name, text, tokens: estimateTokens(text) };
  };
  return [
    part('memories', memories.map(describeMemory)),
    part(
      'past',
      pastTalk.map((message) => describePastMessage(toPromptMessage(message))),
    ),
    ...(openQuestion ? [part('gap', [openQuestion.question])] : []),
    part('question', [question]),
  ];
}
