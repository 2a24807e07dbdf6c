'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { tinykeys } from 'tinykeys';
import { useCurrentAgent } from './current-agent';
import { loadPalette } from './load-palette';
import { useShell } from './shell-context';
import { isTaken, type ShortcutId, shortcuts } from './shortcuts';

/** Binds the table of shortcuts to what they do, for as long as the shell is on the page. */
export function useShortcuts(): void {
  const router = useRouter();
  const { agentId } = useCurrentAgent();
  const { openLayer, toggleSidebar } = useShell();
  const run = useEffectEvent((id: ShortcutId) => {
    const goToPart = (part: string) => router.push(agentId ? `/agents/${agentId}/${part}` : '/agents');
    const deeds: Partial<Record<ShortcutId, () => void>> = {
      search: () => openLayer('palette'),
      help: () => openLayer('shortcuts'),
      collapse: toggleSidebar,
      newConversation: () => goToPart('chat'),
      agents: () => router.push('/agents'),
      chat: () => goToPart('chat'),
      memory: () => goToPart('memory'),
      knowledge: () => goToPart('knowledge'),
      soul: () => goToPart('soul'),
    };
    deeds[id]?.();
  });
  useEffect(() => {
    const entries = shortcuts.flatMap(({ id, bindings, inFields = false }) =>
      bindings.map((binding) => [
        binding,
        (event: KeyboardEvent) => {
          if (isTaken(event, inFields)) return;
          event.preventDefault();
          run(id);
        },
      ]),
    );
    const unbind = tinykeys(window, Object.fromEntries(entries));
    // The modifier goes down before its letter: time enough to fetch what the two open.
    const readAhead = ({ key }: KeyboardEvent) => {
      if (key !== 'Meta' && key !== 'Control') return;
      window.removeEventListener('keydown', readAhead);
      void loadPalette();
    };
    window.addEventListener('keydown', readAhead);
    return () => {
      unbind();
      window.removeEventListener('keydown', readAhead);
    };
  }, []);
}
