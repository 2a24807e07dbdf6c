'use client';

import { Ellipsis, History, MessageSquare, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Badge } from '@/components/ui/surface';
import { Tooltip } from '@/components/ui/tooltip';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useDeleteMemory, useEditMemory, useUndoMemory } from '@/lib/memories/hooks';
import type { MemoryWire } from '@/lib/memories/schema';
import type { KeyOf, Translate } from '@/messages/keys';
import { MemoryForm } from './memory-form';
import { MemoryHistory } from './memory-history';

/** Forgets at once, and offers to take it back for as long as the message stands. */
export function useForget(agentId: string) {
  const report = useErrorToast();
  const t = useTranslations();
  const forget = useDeleteMemory(agentId);
  const undo = useUndoMemory(agentId);
  return (memory: MemoryWire) =>
    forget.mutate(memory.id, {
      ...report,
      onSuccess: () =>
        void toast(t('memory.forgotten'), {
          description: memory.content.slice(0, 120),
          duration: 10_000,
          action: { label: t('common.undo'), onClick: () => undo.mutate(memory.id, report) },
        }),
    });
}

function sourceText(t: Translate, memory: MemoryWire): string {
  const key = `memorySources.${memory.source}` as KeyOf<'memorySources'>;
  return t.has(key) ? t(key) : memory.source;
}

/** One memory: what it says, where it comes from, and what can be done with it. */
export function MemoryItem({
  agentId,
  memory,
  onForgetRequested,
}: {
  agentId: string;
  memory: MemoryWire;
  onForgetRequested: (memory: MemoryWire) => void;
}) {
  const report = useErrorToast();
  const t = useTranslations();
  const format = useFormat();
  const edit = useEditMemory(agentId);
  const [open, setOpen] = useState<'edit' | 'history'>();
  const togglePin = () => edit.mutate({ memoryId: memory.id, change: { pinned: !memory.pinned } }, report);
  return (
    <li className="flex items-start gap-2 border-b py-3.5 last:border-b-0">
      <div className="grid min-w-0 flex-1 gap-1.5">
        <p className="leading-relaxed">{memory.content}</p>
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted-foreground">
          <Badge>{t(`memoryCategories.${memory.category}`)}</Badge>
          {memory.pinned && (
            <Badge tone="accent">
              <Pin aria-hidden className="size-3" />
              {t('memory.pinned')}
            </Badge>
          )}
          {memory.mentionCount > 1 && <span>{t('memory.mentions', { count: memory.mentionCount })}</span>}
          <span>{format.ago(memory.updatedAt)}</span>
          {memory.sourceConversationId === null ? (
            <span>{sourceText(t, memory)}</span>
          ) : (
            <Link
              href={`/agents/${agentId}/chat/${memory.sourceConversationId}`}
              className="inline-flex items-center gap-1 rounded-sm underline underline-offset-3 hover:text-foreground"
            >
              <MessageSquare aria-hidden className="size-3" />
              {t('memory.fromChat')}
            </Link>
          )}
          {!memory.indexed && <span>{t('memory.indexing')}</span>}
        </div>
      </div>
      <div className="flex shrink-0 text-muted-foreground">
        <Tooltip label={t(memory.pinned ? 'memory.unpin' : 'memory.pin')}>
          <Button
            variant="ghost"
            size="icon-small"
            aria-label={t(memory.pinned ? 'memory.unpin' : 'memory.pin')}
            aria-pressed={memory.pinned}
            onClick={togglePin}
          >
            {memory.pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          </Button>
        </Tooltip>
        <Tooltip label={t('memory.edit')}>
          <Button variant="ghost" size="icon-small" aria-label={t('memory.edit')} onClick={() => setOpen('edit')}>
            <Pencil aria-hidden />
          </Button>
        </Tooltip>
        <Menu
          trigger={
            <Button variant="ghost" size="icon-small" aria-label={t('memory.actions')}>
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          <MenuItem onSelect={() => setOpen('history')}>
            <History aria-hidden />
            {t('memory.history')}
          </MenuItem>
          <MenuItem danger onSelect={() => onForgetRequested(memory)}>
            <Trash2 aria-hidden />
            {t('memory.forget')}
          </MenuItem>
        </Menu>
      </div>
      {open === 'edit' && <MemoryForm agentId={agentId} memory={memory} onClose={() => setOpen(undefined)} />}
      {open === 'history' && <MemoryHistory agentId={agentId} memory={memory} onClose={() => setOpen(undefined)} />}
    </li>
  );
}
