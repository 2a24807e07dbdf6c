'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { tinykeys } from 'tinykeys';
import { useCurrentAgent } from './current-agent';
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
    return tinykeys(window, Object.fromEntries(entries));
  }, []);
}
