import { writeEvent } from '@/lib/agents/events';
import type { OwnedAgent } from '@/lib/auth/principal';
import { embedKnowledge } from '@/lib/knowledge/jobs';
import { changeKnowledge, insertKnowledge, lockKnowledge } from '@/lib/knowledge/store';
import { embedder } from '@/lib/llm/runtime';
import type { MemoryCategory } from '@/lib/memories/schema';
import { containsSecret } from '@/lib/memories/secrets';
import { enqueueEmbedding } from '@/lib/memories/service';
import { insertMemory, lockMemoryCount } from '@/lib/memories/store';
import type { Transaction } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/jobs';
import { type ProposedTask, proposeTasks } from '@/lib/tasks/store';
import { insertGaps } from './gap-queries';
import { factsOf, gapsIn, type Profile, socialFields } from './profile';
import { dropPages, findKnownFacts, findKnownPages, hasStarterTasks, readProfile, readResearch } from './queries';
import type { Research } from './research';

/** The skill that starter tasks are filed under. */
const SKILL = 'spawning';
/** What a starter task is: work of reading and drafting. The server says so, whatever a model wrote, because the risk follows from it. */
const STARTER_TYPE = 'research';
/** What research found is believed less than what the owner said. */
const FOUND_CONFIDENCE = 0.6;
const STARTER_TASKS = 3;

type NewFact = { content: string; category: MemoryCategory; importance: number; confidence: number };

/** Remembers facts that the agent does not know to the letter, but no secrets; a full memory keeps what it has. */
async function remember(tx: Transaction, agent: OwnedAgent, facts: readonly NewFact[]): Promise<void> {
  await lockMemoryCount(tx, agent);
  const known = await findKnownFacts(
    tx,
    agent,
    facts.map(({ content }) => content),
  );
  const added: string[] = [];
  for (const fact of facts) {
    if (known.has(fact.content) || containsSecret(fact.content)) continue;
    known.add(fact.content);
    const row = await insertMemory(tx, agent, { ...fact, pinned: false, source: 'spawning', sourceMessageId: null, actor: 'agent' });
    if (row) added.push(row.id);
  }
  if (added.length === 0) return;
  await enqueueEmbedding(tx, agent);
  const summary = `Learned ${added.length === 1 ? 'one fact' : `${added.length} facts`} about its owner`;
  await writeEvent(tx, { agentId: agent.id, ownerId: agent.ownerId, type: 'memory_extracted', summary, details: { added } });
}

const told = (profile: Profile, fields: readonly (keyof Profile)[]): NewFact[] =>
  fields.flatMap((field) => factsOf(field, profile[field])).map((fact) => ({ ...fact, confidence: 1 }));

/** Remembers what the owner told, but for where they are found. */
export async function rememberProfile(tx: Transaction, agent: OwnedAgent): Promise<void> {
  const { profile } = await readProfile(agent, tx);
  const social: ReadonlySet<string> = new Set(socialFields);
  await remember(
    tx,
    agent,
    told(
      profile,
      (Object.keys(profile) as (keyof Profile)[]).filter((field) => !social.has(field)),
    ),
  );
}

/** Remembers where the owner is found. */
export async function rememberSocial(tx: Transaction, agent: OwnedAgent): Promise<void> {
  const { profile, handles } = await readProfile(agent, tx);
  const elsewhere = Object.entries(handles).map(([network, handle]) => ({
    content: `User is ${handle} on ${network}`,
    category: 'identity' as const,
    importance: 0.5,
    confidence: 1,
  }));
  await remember(tx, agent, [...told(profile, socialFields), ...elsewhere]);
}

/** Puts the pages and the findings into the knowledge, and the facts into the memory. */
export async function keepFindings(tx: Transaction, agent: OwnedAgent): Promise<void> {
  const { research, knowledgeId } = await readResearch(agent, tx);
  if (!research) return;
  const { profile } = await readProfile(agent, tx);
  const known = await findKnownPages(
    tx,
    agent,
    research.pages.map(({ url }) => url),
  );
  for (const { url, title, text } of research.pages.filter((page) => !known.has(page.url))) {
    await insertKnowledge(tx, agent, embedder(), { title, content: text, source: 'url', sourceName: url });
  }
  const writtenId = await keepReport(tx, agent, { research, knowledgeId, ownerName: [profile.ownerName ?? ''].flat().join(' ') });
  await enqueue(tx, embedKnowledge, { agentId: String(agent.id) });
  await dropPages(tx, agent, writtenId);
  await remember(
    tx,
    agent,
    research.facts.map((fact) => ({ ...fact, importance: 0.5, confidence: FOUND_CONFIDENCE })),
  );
}

async function keepReport(
  tx: Transaction,
  agent: OwnedAgent,
  { research, knowledgeId, ownerName }: { research: Research; knowledgeId: string | null; ownerName: string },
): Promise<string | null> {
  const content = writeReport(research);
  if (content === undefined) return knowledgeId;
  const title = `What is publicly known about ${ownerName}`.slice(0, 200);
  const before = knowledgeId ? await lockKnowledge(tx, agent, embedder(), knowledgeId) : undefined;
  if (before) return (await changeKnowledge(tx, agent, embedder(), { id: before.id, title, content }))?.id ?? null;
  return (await insertKnowledge(tx, agent, embedder(), { title, content, source: 'text', sourceName: null }))?.id ?? null;
}

/** The findings as a text with their sources; undefined when there are none. */
function writeReport(research: Research): string | undefined {
  const list = (heading: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`## ${heading}\n\n${items.map((item) => `- ${item}`).join('\n')}`];
  const findings = [
    ...[research.summary, research.personalContext].filter(Boolean),
    ...list('Interests', research.interests),
    ...list('Skills', research.skills),
    ...list('Recent activity', research.recentActivity),
  ];
  if (findings.length === 0) return undefined;
  const sources = research.sources.filter(({ read }) => read).map(({ url, title }) => `${title.replace(/\s+/g, ' ')}: ${url}`);
  return [...findings, ...list('Sources', sources)].join('\n\n');
}

/** Proposes the first tasks, once: those that research suggests, else one for each goal, else for each challenge. */
export async function proposeStarters(tx: Transaction, agent: OwnedAgent): Promise<void> {
  if (await hasStarterTasks(tx, agent)) return;
  const [{ research }, { profile }] = [await readResearch(agent, tx), await readProfile(agent, tx)];
  const ideas = research?.tasks.length ? research.tasks : startersFrom(profile);
  const tasks = ideas.slice(0, STARTER_TASKS).map((idea): ProposedTask => ({
    ...idea,
    taskType: STARTER_TYPE,
    priority: 1,
    payload: { from: research?.tasks.length ? 'research' : 'profile' },
  }));
  await proposeTasks(tx, agent, SKILL, tasks);
}

function startersFrom({ goals, challenges }: Profile): { title: string; description: string }[] {
  const listOf = (value: string | string[] | undefined) => [value ?? []].flat().filter((item) => !containsSecret(item));
  const [aims, obstacles] = [listOf(goals), listOf(challenges)];
  const short = (text: string) => (text.length > 90 ? `${text.slice(0, 89).toWellFormed().trimEnd()}…` : text);
  if (aims.length > 0) {
    return aims.map((goal) => ({
      title: `First steps: ${short(goal)}`,
      description: `Gather what is needed to reach “${goal}” and bring a short plan with the first three steps.`,
    }));
  }
  return obstacles.map((challenge) => ({
    title: `Ways around: ${short(challenge)}`,
    description: `Look for how others dealt with “${challenge}” and bring the three most promising ways.`,
  }));
}

/** Notes what the owner did not tell, with what research takes it to be. */
export async function noteGaps(tx: Transaction, agent: OwnedAgent): Promise<void> {
  const [{ research }, { profile }] = [await readResearch(agent, tx), await readProfile(agent, tx)];
  await insertGaps(tx, agent, gapsIn(profile, research?.inferred ?? []));
}
