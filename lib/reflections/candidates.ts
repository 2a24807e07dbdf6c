import type { SimilarityThresholds } from '@/lib/llm/embedder/embedder';
import { decideMerge } from '@/lib/memories/candidates';
import { clarityOf } from './clarity';
import { contentWords } from '@/lib/platform/text-search';
import type { SeenMemory } from './pass-queries';

/** Two memories that are near to each other. `similarity` is their cosine; null where they merely have the same words. */
export type Pair = { left: string; right: string; similarity: number | null };

/** One change of memories: `drop` gives way to `keep`, whose words may become `text`. */
export type MemoryAction = {
  kind: 'merge' | 'contradiction';
  keep: string;
  drop: string[];
  text: string | null;
};

/** What the encoder alone finds among the memories of an agent. */
export type Findings = {
  /** Memories that surely say the same. */
  merges: MemoryAction[];
  /** Pairs of which only one can be true, as far as patterns tell; the newer first. */
  contradictions: [string, string][];
  /** Memories that may belong together or contradict each other, the nearest first; each stands in one group. */
  groups: string[][];
  /** Pairs that are near to each other, and of which nothing more is known. */
  near: [string, string][];
};

/** More than a model keeps apart at once. */
const GROUP_SIZE = 6;

/** From this similarity on two memories may belong together: halfway between "may be quoted as near" and "may say the same". */
export const nearFrom = ({ closest, duplicate }: SimilarityThresholds) => (closest + duplicate) / 2;

const isNewer = (one: SeenMemory, other: SeenMemory) =>
  one.createdAt > other.createdAt || (one.createdAt === other.createdAt && one.id > other.id);

/** Whether a memory has no word of weight that the other one lacks: then nothing is lost when it gives way. */
function addsNothing(one: SeenMemory, other: SeenMemory): boolean {
  const known = new Set(contentWords(other.content));
  return contentWords(one.content).every((word) => known.has(word));
}

/** The memory that stays when several say the same: what the owner pinned, else what says most, else what was heard most, else the newest. */
function best(memories: readonly SeenMemory[]): SeenMemory {
  const rank = ({ pinned, content, mentionCount }: SeenMemory) => [Number(pinned), contentWords(content).length, mentionCount];
  return memories.reduce((first, next) => {
    const [one, other] = [rank(first), rank(next)];
    const place = one.findIndex((value, index) => value !== other[index]);
    if (place === -1) return isNewer(next, first) ? next : first;
    return (other[place] ?? 0) > (one[place] ?? 0) ? next : first;
  });
}

/** Sets of ids that grow together. */
function createSets() {
  const setOf = new Map<string, Set<string>>();
  return {
    setOf,
    join(left: string, right: string, atMost = Infinity): boolean {
      const [one, other] = [setOf.get(left) ?? new Set([left]), setOf.get(right) ?? new Set([right])];
      if (one === other) return true;
      if (one.size + other.size > atMost) return false;
      for (const id of other) one.add(id);
      for (const id of one) setOf.set(id, one);
      return true;
    },
  };
}

const setsIn = (setOf: Map<string, Set<string>>) => [...new Set(setOf.values())].map((set) => [...set]);

/**
 * Finds what surely repeats, what contradicts, and what a model should look at. The judgement of a pair is that of learning
 * (`decideMerge`), the newer against the older; what gives way must besides add no word. In doubt nothing is sure.
 *
 * @param pairs the nearest first
 */
export function findCandidates(
  memories: ReadonlyMap<string, SeenMemory>,
  pairs: readonly Pair[],
  thresholds: SimilarityThresholds,
): Findings {
  const repeating = createSets();
  const groups = createSets();
  const contradictions: [string, string][] = [];
  const near: [string, string][] = [];
  for (const { left, right, similarity } of pairs) {
    const [one, other] = [memories.get(left), memories.get(right)];
    if (!one || !other) continue;
    const [newer, older] = isNewer(one, other) ? [one, other] : [other, one];
    const decision = decideMerge(newer.content, [{ ...older, similarity }], thresholds);
    const repeats = decision.kind === 'strengthen' && (addsNothing(one, other) || addsNothing(other, one));
    // Pinned memories stay: of two pinned ones none gives way.
    if (repeats && !(one.pinned && other.pinned)) repeating.join(left, right);
    else if (decision.kind === 'supersede') contradictions.push([newer.id, older.id]);
    const isNear = similarity !== null && similarity >= nearFrom(thresholds);
    if (isNear && !repeats && decision.kind !== 'supersede') near.push([newer.id, older.id]);
    if (decision.kind !== 'new' || isNear) groups.join(left, right, GROUP_SIZE);
  }
  const merges = setsIn(repeating.setOf).flatMap((ids): MemoryAction[] => {
    const members = ids.map((id) => memories.get(id) as SeenMemory);
    const keep = best(members);
    const drop = members.filter((member) => member.id !== keep.id && !member.pinned && addsNothing(member, keep)).map(({ id }) => id);
    return drop.length > 0 ? [{ kind: 'merge', keep: keep.id, drop, text: null }] : [];
  });
  return { merges, contradictions, groups: setsIn(groups.setOf), near };
}

/**
 * Sure merges with what a model judged. A judged merge joins the sure one that keeps the same memory; what turns out to be untrue takes
 * with it what surely repeats it; what fits together in no such way is left out.
 */
export function joinActions(certain: readonly MemoryAction[], judged: readonly MemoryAction[]): MemoryAction[] {
  const actions = certain.map((action) => ({ ...action, drop: [...action.drop] }));
  for (const action of judged) {
    const touches = ({ keep, drop }: MemoryAction) => [keep, ...drop].some((id) => id === action.keep || action.drop.includes(id));
    const touched = actions.filter(touches);
    const [first] = touched;
    if (!first) actions.push({ ...action, drop: [...action.drop] });
    else if (touched.length > 1 || first.kind !== 'merge' || first.drop.some((id) => id === action.keep || action.drop.includes(id)))
      continue;
    else if (action.kind === 'contradiction' && action.keep === first.keep) actions.push({ ...action, drop: [...action.drop] });
    else if (action.kind === 'contradiction') Object.assign(first, { ...action, drop: [...new Set([...action.drop, ...first.drop])] });
    else if (action.keep === first.keep) Object.assign(first, { drop: [...first.drop, ...action.drop], text: action.text });
  }
  return actions;
}

/** Clarity of the memories that stay when `gone` are gone, from what was found while all of them stood. */
export function clarityWithout(
  memories: readonly SeenMemory[],
  findings: Pick<Findings, 'merges' | 'contradictions' | 'near'>,
  gone: ReadonlySet<string>,
  soulCharacters: number,
): number {
  const staying = memories.filter(({ id }) => !gone.has(id));
  const standing = (pairs: readonly [string, string][]) => pairs.filter((pair) => !pair.some((id) => gone.has(id)));
  const spare = new Set(findings.merges.flatMap(({ drop }) => drop).filter((id) => !gone.has(id)));
  const near = new Set(
    standing(findings.near)
      .flat()
      .filter((id) => !spare.has(id)),
  );
  return clarityOf({
    memories: staying,
    repeated: spare.size,
    near: near.size / 2,
    contradictions: standing(findings.contradictions).length,
    soulCharacters,
  });
}
