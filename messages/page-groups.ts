import type { Messages } from './keys';

/** Groups of texts that a few pages need, with the folders that may use them. Only those pages carry them, by `PageMessages`. */
export const pageGroups = {
  compaction: ['components/chat/compact-dialog.tsx', 'components/chat/compaction-notice.tsx'],
  docs: ['components/api-reference/', 'app/(docs)/'],
  knowledge: ['components/knowledge/', 'app/(dashboard)/agents/[agentId]/knowledge/'],
  // Server components alone speak these.
  exhibit: ['components/site/', 'app/(site)/'],
  landing: ['components/site/', 'components/shell/install-state.tsx', 'app/(site)/'],
  promptView: ['components/chat/prompt-dialog.tsx'],
  health: ['components/health/health-page.tsx', 'app/(dashboard)/settings/health/'],
  usage: ['components/usage/', 'app/(dashboard)/agents/[agentId]/usage/'],
  reflection: ['components/reflection/', 'app/(dashboard)/agents/[agentId]/reflection/'],
  memoryImport: ['components/memory-import/', 'app/(dashboard)/agents/[agentId]/memory/import/'],
  growth: ['components/awareness/', 'app/(dashboard)/agents/[agentId]/growth/'],
  spawning: ['components/spawning/', 'app/(dashboard)/agents/[agentId]/onboarding/'],
  soulHistory: ['components/soul/', 'app/(dashboard)/agents/[agentId]/soul/history/'],
} as const satisfies { [Group in keyof Messages]?: readonly string[] };

export type PageGroup = keyof typeof pageGroups;

/** Groups that pages speak before anybody is signed in, and every other page too. */
export const commonGroups = ['account', 'common', 'errors', 'nav', 'signIn', 'site', 'validation'] as const satisfies (keyof Messages)[];

const isCommon = (group: string) => (commonGroups as readonly string[]).includes(group);

/** The texts that every page carries. */
export function commonMessages(messages: Messages): Partial<Messages> {
  return Object.fromEntries(Object.entries(messages).filter(([group]) => isCommon(group)));
}

/** The texts that every page behind the sign-in carries besides. */
export function dashboardMessages(messages: Messages): Partial<Messages> {
  return Object.fromEntries(Object.entries(messages).filter(([group]) => !isCommon(group) && !(group in pageGroups)));
}

/** The texts of some groups alone. */
export function messagesOfGroups(messages: Messages, groups: readonly PageGroup[]): Partial<Messages> {
  return Object.fromEntries(groups.map((group) => [group, messages[group]]));
}
