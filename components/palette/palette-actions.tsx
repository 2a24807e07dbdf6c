'use client';

import { Activity, BookOpen, Bot, Brain, KeyRound, Keyboard, Languages, MessageSquarePlus, Plus, UserRound } from 'lucide-react';
import { useTheme } from 'next-themes';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { AgentAvatar } from '@/components/agents/avatar';
import { type AgentPart, agentParts, useCurrentAgent } from '@/components/shell/current-agent';
import { useLocaleChoice } from '@/components/shell/locale-switch';
import { useShell } from '@/components/shell/shell-context';
import { type ShortcutId, shortcuts } from '@/components/shell/shortcuts';
import { themes } from '@/components/shell/themes';
import { localeNames, locales } from '@/messages/locales';

/** A row of the palette: somewhere to go, or something to do. */
export type PaletteAction = {
  id: string;
  group: 'go' | 'actions' | 'appearance';
  label: string;
  icon: ReactNode;
  href?: string;
  run?: () => void;
  shortcut?: ShortcutId;
  /** Stands only in the list that words have narrowed. */
  onlySearched?: boolean;
};

/** The keys that lead to a part of the current agent, where there are some. */
function shortcutOf(part: AgentPart): ShortcutId | undefined {
  return shortcuts.find(({ id }) => id === part)?.id;
}

function usePlaces(): PaletteAction[] {
  const t = useTranslations();
  const { agents, agentId } = useCurrentAgent();
  const pages: Omit<PaletteAction, 'group'>[] = [
    { id: 'agents', label: t('nav.agents'), href: '/agents', icon: <Bot aria-hidden />, shortcut: 'agents' },
    ...agents.flatMap((agent) =>
      agentParts.map((part) => ({
        id: `${agent.id} ${part}`,
        label: t('palette.part', { agent: agent.name, part: t(`nav.${part}`) }),
        href: `/agents/${agent.id}/${part}`,
        icon: <AgentAvatar publicKey={agent.publicKey} className="!size-5 rounded-sm" />,
        shortcut: String(agent.id) === agentId ? shortcutOf(part) : undefined,
        onlySearched: String(agent.id) !== agentId && part !== 'chat',
      })),
    ),
    { id: 'keys', label: t('nav.apiKeys'), href: '/settings/api-keys', icon: <KeyRound aria-hidden /> },
    { id: 'reference', label: t('shell.apiReference'), href: '/docs/api', icon: <BookOpen aria-hidden /> },
    { id: 'health', label: t('shell.health'), href: '/settings/health', icon: <Activity aria-hidden /> },
    { id: 'account', label: t('shell.account'), href: '/settings', icon: <UserRound aria-hidden /> },
  ];
  return pages.map((page) => ({ ...page, group: 'go' }));
}

function useCreations(): PaletteAction[] {
  const t = useTranslations();
  const { agent } = useCurrentAgent();
  const creations: Omit<PaletteAction, 'group'>[] = [
    { id: 'new agent', label: t('nav.newAgent'), href: '/agents/new', icon: <Plus aria-hidden /> },
    { id: 'new key', label: t('palette.createKey'), href: '/settings/api-keys?create=1', icon: <KeyRound aria-hidden /> },
  ];
  if (agent) {
    creations.unshift(
      {
        id: 'new conversation',
        label: t('palette.newConversation', { name: agent.name }),
        href: `/agents/${agent.id}/chat`,
        icon: <MessageSquarePlus aria-hidden />,
        shortcut: 'newConversation',
      },
      {
        id: 'new memory',
        label: t('palette.addMemory', { name: agent.name }),
        href: `/agents/${agent.id}/memory?add=1`,
        icon: <Brain aria-hidden />,
      },
    );
  }
  return creations.map((creation) => ({ ...creation, group: 'actions' }));
}

function useAppearance(): PaletteAction[] {
  const t = useTranslations();
  const { theme, setTheme } = useTheme();
  const { locale, choose } = useLocaleChoice();
  const looks: Omit<PaletteAction, 'group'>[] = [
    ...themes
      .filter(({ value }) => value !== theme)
      .map(({ value, message, icon: Icon }) => ({
        id: `theme ${value}`,
        label: t('palette.themeTo', { theme: t(message) }),
        icon: <Icon aria-hidden />,
        run: () => setTheme(value),
      })),
    ...locales
      .filter((code) => code !== locale)
      .map((code) => ({
        id: `locale ${code}`,
        label: t('palette.languageTo', { language: localeNames[code] }),
        icon: <Languages aria-hidden />,
        run: () => choose(code),
      })),
  ];
  return looks.map((look) => ({ ...look, group: 'appearance', onlySearched: true }));
}

/** Everything that the palette can do without asking the server. */
export function usePaletteActions(): PaletteAction[] {
  const t = useTranslations();
  const { openLayer } = useShell();
  const places = usePlaces();
  const creations = useCreations();
  const appearance = useAppearance();
  const help: PaletteAction = {
    id: 'shortcuts',
    group: 'go',
    label: t('shell.shortcuts'),
    icon: <Keyboard aria-hidden />,
    run: () => openLayer('shortcuts'),
    shortcut: 'help',
  };
  return [...places, help, ...creations, ...appearance];
}
