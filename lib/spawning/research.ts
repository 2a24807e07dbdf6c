import type { OwnedAgent } from '@/lib/auth/principal';
import { KNOWLEDGE_MAXIMUM_LENGTH } from '@/lib/knowledge/limits';
import { type PageFailure, pageFailureOf, readPage } from '@/lib/knowledge/service';
import { costMicroUsd } from '@/lib/llm/metering';
import type { LiveSearch, ResolvedModel } from '@/lib/llm/providers';
import type { ModelCallRecord, ReplyError } from '@/lib/llm/reply-types';
import { providers } from '@/lib/llm/runtime';
import { generateObject, readObject } from '@/lib/llm/structured';
import type { MemoryCategory } from '@/lib/memories/schema';
import { AppError, isRefusal } from '@/lib/platform/errors';
import { recordCalls } from '@/lib/usage/calls';
import { describeProfile, composeReadingPrompt, composeResearchQuestion, findings, type Findings, type ReadPage } from './research-prompt';
import { isTold, type Profile, readConfirmed } from './profile';
import type { GapField, SpawningFault, UnreadCode } from './schema';
import { isFit, isHarmless, keepFitLines, keepFitSentences } from './screen';

type LanguageModel = Extract<ResolvedModel, { kind: 'language-model' }>;

export type ResearchSource = { url: string; title: string; read: boolean; reason?: string; code?: UnreadCode };

const UNREAD_CODES: Record<PageFailure, UnreadCode> = {
  scheme: 'BAD_ADDRESS',
  address: 'PRIVATE_ADDRESS',
  unreachable: 'UNREACHABLE',
  timeout: 'TOO_SLOW',
  'too-large': 'TOO_LARGE',
  redirects: 'TOO_MANY_REDIRECTS',
  status: 'NO_PAGE',
  unsupported: 'UNKNOWN_KIND',
  'no-text': 'NO_TEXT',
  encrypted: 'PASSWORD_NEEDED',
  damaged: 'DAMAGED',
  encoding: 'DAMAGED',
  'too-slow': 'TOO_SLOW',
};

/** What a research found, screened, as it is stored. */
export type Research = {
  summary: string;
  interests: string[];
  skills: string[];
  recentActivity: string[];
  personalContext: string;
  facts: { content: string; category: MemoryCategory }[];
  inferred: { field: GapField; value: string }[];
  tasks: { title: string; description: string }[];
  sources: ResearchSource[];
  /** Pages that the owner named, until they stand in the knowledge. */
  pages: ReadPage[];
};

export type ResearchOutcome = { research: Research; fault?: SpawningFault };

const PAGES_AT_ONCE = 4;
const OUTPUT_TOKENS = 3_000;
/** Our own words in a prompt that reads pages. */
const INSTRUCTION_TOKENS = 900;

const nothing = (sources: ResearchSource[], pages: ReadPage[]): Research => ({
  summary: '',
  interests: [],
  skills: [],
  recentActivity: [],
  personalContext: '',
  facts: [],
  inferred: [],
  tasks: [],
  sources,
  pages,
});

/**
 * Looks an owner up: the addresses that they gave are read, by the one way that calls what others name, and a model with a live search,
 * or else any language model over those pages, says what is known. Without a model the pages alone are what there is. Nothing of it
 * passes but through the screen.
 */
export async function research(agent: OwnedAgent, premiumModel: string | null, profile: Profile): Promise<ResearchOutcome> {
  const { pages, sources } = await readPages([profile.urls ?? [], profile.linkedinUrl ?? []].flat());
  const found = await ask(agent, premiumModel, profile, pages);
  if ('fault' in found) return { research: nothing(sources, pages), fault: found.fault };
  const cited = found.citations.filter(({ url }) => !sources.some((source) => source.url === url));
  const all = [...sources, ...cited.slice(0, 20).map(({ url, title }) => ({ url, title: title.slice(0, 200), read: true }))];
  return { research: { ...nothing(all, pages), ...screen(found.value, profile) } };
}

async function readPages(addresses: readonly string[]): Promise<{ pages: ReadPage[]; sources: ResearchSource[] }> {
  const pages: ReadPage[] = [];
  const sources: ResearchSource[] = [];
  const unique = [...new Set(addresses)];
  for (let start = 0; start < unique.length; start += PAGES_AT_ONCE) {
    for (const { url, page } of await Promise.all(unique.slice(start, start + PAGES_AT_ONCE).map(readOne))) {
      if ('reason' in page) {
        sources.push({ url, title: new URL(url).hostname, read: false, ...page });
        continue;
      }
      sources.push({ url: page.sourceName, title: page.title, read: true });
      if (pages.some((known) => known.url === page.sourceName)) continue;
      pages.push({ url: page.sourceName, title: page.title, text: page.content.slice(0, KNOWLEDGE_MAXIMUM_LENGTH).toWellFormed() });
    }
  }
  return { pages, sources };
}

async function readOne(url: string) {
  try {
    const page = await readPage(url);
    return { url, page: isRefusal(page) ? describeFailure(page.error) : page };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { url, page: describeFailure(error) };
  }
}

const describeFailure = (error: AppError) => ({ reason: error.message, code: UNREAD_CODES[pageFailureOf(error)] });

type Found = { value: Findings; citations: { url: string; title: string }[] } | { fault: SpawningFault };

async function ask(agent: OwnedAgent, premiumModel: string | null, profile: Profile, pages: readonly ReadPage[]): Promise<Found> {
  const live = providers().liveSearch();
  if (live) {
    const found = await askLive(agent, live, profile);
    // A server that knows no live search, or fails at it, leaves what any model can do.
    if (!('fault' in found) || pages.length === 0) return found;
  }
  const resolved = await providers().resolveChatModel(premiumModel);
  if (resolved.kind === 'recall') return { fault: 'NO_MODEL' };
  if (pages.length > 0) return askAboutPages(agent, resolved, profile, pages);
  return { fault: isTold(profile, 'urls') || isTold(profile, 'linkedinUrl') ? 'NOTHING_READ' : 'NOTHING_TO_READ' };
}

async function askLive(agent: OwnedAgent, live: LiveSearch, profile: Profile): Promise<Found> {
  const request = { ...composeResearchQuestion(profile), name: 'research', schema: findings, maxOutputTokens: OUTPUT_TOKENS };
  const outcome = await live.search(request);
  await record(agent, outcome.calls, live);
  if (!outcome.ok) return { fault: faultOf(outcome.error) };
  const read = readObject(outcome.text, findings);
  return read.ok ? { value: read.value, citations: outcome.citations } : { fault: 'BAD_ANSWER' };
}

async function askAboutPages(agent: OwnedAgent, resolved: LanguageModel, profile: Profile, pages: readonly ReadPage[]): Promise<Found> {
  const outcome = await generateObject({
    model: resolved.model,
    schema: findings,
    name: 'research',
    messages: composeReadingPrompt(profile, pages, resolved.promptBudgetTokens - INSTRUCTION_TOKENS),
    maxOutputTokens: Math.min(OUTPUT_TOKENS, resolved.contextTokens - resolved.promptBudgetTokens + INSTRUCTION_TOKENS),
  });
  await record(agent, outcome.calls, resolved);
  if (outcome.ok) return { value: outcome.value, citations: [] };
  if (outcome.error?.code === 'PROVIDER_UNREACHABLE' && resolved.provider === 'local') providers().forgetLocalModel();
  return { fault: faultOf(outcome.error) };
}

const record = (agent: OwnedAgent, calls: readonly ModelCallRecord[], { price }: Pick<LiveSearch, 'price'>) =>
  recordCalls(
    agent,
    'spawning',
    calls.map((call) => ({ ...call, costMicroUsd: costMicroUsd(call, price) })),
  );

function faultOf(error: ReplyError | undefined): SpawningFault {
  if (!error || error.code === 'PROVIDER_BAD_ANSWER' || error.code === 'EMPTY_ANSWER') return 'BAD_ANSWER';
  return error.retryable ? 'PROVIDER_UNAVAILABLE' : 'PROVIDER_REFUSED';
}

/** A fact's first word, which makes it a statement about the owner and nothing else. */
const ABOUT_OWNER = /^User(?:'s|’s)?\s/;

function screen(found: Findings, profile: Profile): Partial<Research> {
  const given = describeProfile(profile);
  const lines = (texts: readonly string[]) => keepFitLines(texts, given, { most: 8, limit: 160 });
  const lineOf = (text: string, limit: number, fits = isFit) => keepFitLines([text], given, { most: 1, limit, fits })[0];
  const facts = new Map(
    found.facts.flatMap(({ fact, category }) => {
      const content = lineOf(fact, 300);
      return content && ABOUT_OWNER.test(content) ? [[content, { content, category }] as const] : [];
    }),
  );
  const inferred = found.inferred.flatMap(({ field, value }) => {
    const fit = isTold(profile, field) ? undefined : lineOf(value, 200, isHarmless);
    return fit && readConfirmed(field, fit).ok ? [{ field, value: fit }] : [];
  });
  const tasks = found.tasks.flatMap((task) => {
    const [title, description] = [lineOf(task.title, 120, isHarmless), lineOf(task.description, 500, isHarmless)];
    return title && description ? [{ title, description }] : [];
  });
  return {
    summary: keepFitSentences(found.summary, given, 1_500),
    personalContext: keepFitSentences(found.personalContext, given, 500),
    interests: lines(found.interests),
    skills: lines(found.skills),
    recentActivity: lines(found.recentActivity),
    facts: [...facts.values()].slice(0, 12),
    inferred: inferred.filter((guess, index) => inferred.findIndex(({ field }) => field === guess.field) === index),
    tasks: tasks.slice(0, 3),
  };
}
