'use client';

/** A text that is not saved yet, with the one that it began from. */
export type SoulDraft = { text: string; base: { soul: string; updatedAt: string } };

const storageKey = (agentId: string) => `selfclaw:soul:${agentId}`;

function isDraft(value: unknown): value is SoulDraft {
  const draft = value as SoulDraft | null;
  return typeof draft?.text === 'string' && typeof draft.base?.soul === 'string' && typeof draft.base.updatedAt === 'string';
}

/** What was typed in this tab and not saved, such as before a reload. */
export function readSoulDraft(agentId: string): SoulDraft | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(storageKey(agentId)) ?? 'null');
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is typed for as long as the tab lives; without a draft, forgets it. */
export function keepSoulDraft(agentId: string, draft: SoulDraft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(storageKey(agentId), JSON.stringify(draft));
    else sessionStorage.removeItem(storageKey(agentId));
  } catch {
    // Without storage the text lives as long as the page.
  }
}
