'use client';

import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useDeleteMemory, useUndoMemory } from '@/lib/memories/hooks';
import type { MemoryWire } from '@/lib/memories/schema';

const UNDO_MS = 10_000;

/** Forgets at once, and offers to take it back for as long as the message stands. */
export function useForget(agentId: string) {
  const report = useErrorToast();
  const t = useTranslations();
  const forget = useDeleteMemory(agentId);
  const undo = useUndoMemory(agentId);
  const takeBack = (memory: MemoryWire) =>
    undo.mutateAndTell(memory.id, { ...report, onSuccess: () => void toast.success(t('memory.broughtBack')) });
  return (memory: MemoryWire) =>
    forget.mutateAndTell(memory.id, {
      ...report,
      onSuccess: () =>
        void toast(t('memory.forgotten'), {
          description: memory.content.length > 120 ? `${memory.content.slice(0, 120)}…` : memory.content,
          duration: UNDO_MS,
          action: { label: t('common.undo'), onClick: () => takeBack(memory) },
        }),
    });
}
