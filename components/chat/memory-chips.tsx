'use client';

import { BookmarkCheck, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useUndoMemory } from '@/lib/memories/hooks';

function MemoryChip({ agentId, memory }: { agentId: string; memory: { id: string; content: string } }) {
  const report = useErrorToast();
  const t = useTranslations();
  const undo = useUndoMemory(agentId);
  return (
    <li className="flex max-w-full items-center gap-2 rounded-md bg-accent-soft py-0.5 ps-2.5 pe-1 text-[0.8125rem] text-accent-strong">
      <BookmarkCheck aria-hidden className="size-3.5 shrink-0" />
      <span className={undo.isSuccess ? 'truncate line-through opacity-70' : 'truncate'} title={memory.content}>
        {memory.content}
      </span>
      {undo.isSuccess ? (
        <span className="px-2 py-1 text-xs">{t('chat.memoryUndone')}</span>
      ) : (
        <Button
          variant="ghost"
          size="small"
          className="h-7 px-2 text-xs text-accent-strong hover:bg-surface/60"
          busy={undo.isPending}
          aria-label={t('chat.undoMemory', { memory: memory.content })}
          onClick={() => undo.mutateAndTell(memory.id, report)}
        >
          {!undo.isPending && <Undo2 aria-hidden className="!size-3.5" />}
          {t('common.undo')}
        </Button>
      )}
    </li>
  );
}

/** What the agent learned from an exchange, each with the way to take it back. */
export function MemoryChips({ agentId, memories }: { agentId: string; memories: { id: string; content: string }[] }) {
  const t = useTranslations();
  if (memories.length === 0) return null;
  return (
    <ul aria-label={t('chat.remembered')} className="flex flex-wrap gap-1.5">
      {memories.map((memory) => (
        <MemoryChip key={memory.id} agentId={agentId} memory={memory} />
      ))}
    </ul>
  );
}
