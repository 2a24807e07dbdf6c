'use client';

import { Ellipsis, History, LoaderCircle, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { closeWith } from '@/components/ui/return-focus';
import { Badge } from '@/components/ui/surface';
import { Tooltip } from '@/components/ui/tooltip';
import type { MemoryWire } from '@/lib/memories/schema';
import { MemorySourceNote } from './memory-source';

/** From here on a memory is folded, so that one of them does not fill the screen. */
const LONG_CHARACTERS = 420;

export type MemoryAction = 'pin' | 'edit' | 'history' | 'forget';

function Content({ text }: { text: string }) {
  const t = useTranslations();
  const [unfolded, setUnfolded] = useState(false);
  const long = text.length > LONG_CHARACTERS;
  return (
    <div className="grid max-w-reading justify-items-start">
      <p className={classNames('text-reading wrap-anywhere whitespace-pre-line', long && !unfolded && 'line-clamp-5')}>{text}</p>
      {long && (
        <Button variant="link" size="small" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {t(unfolded ? 'memory.fold' : 'memory.unfold')}
        </Button>
      )}
    </div>
  );
}

function Actions({ memory, act }: { memory: MemoryWire; act: (action: MemoryAction) => void }) {
  const t = useTranslations();
  const pinLabel = t(memory.pinned ? 'memory.unpin' : 'memory.pin');
  const trigger = useRef<HTMLButtonElement>(null);
  const heir = useRef<() => void>(undefined);
  const forget = () => {
    // The button of the menu goes with its row: the keyboard stays in the list.
    const list = trigger.current?.closest('ul');
    heir.current = () => list?.focus();
    act('forget');
  };
  const pinIcon = memory.pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />;
  return (
    <div className="flex shrink-0 text-muted-foreground">
      <Tooltip label={pinLabel}>
        <Button variant="ghost" size="icon-small" className="max-sm:hidden" aria-label={pinLabel} onClick={() => act('pin')}>
          {pinIcon}
        </Button>
      </Tooltip>
      <Tooltip label={t('memory.edit')}>
        <Button variant="ghost" size="icon-small" className="max-sm:hidden" aria-label={t('memory.edit')} onClick={() => act('edit')}>
          <Pencil aria-hidden />
        </Button>
      </Tooltip>
      <Menu
        onCloseAutoFocus={(event) => heir.current && closeWith(heir.current)(event)}
        trigger={
          <Button ref={trigger} variant="ghost" size="icon-small" className="-me-2 -mt-1 sm:me-0 sm:mt-0" aria-label={t('memory.actions')}>
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <MenuItem className="sm:hidden" onSelect={() => act('pin')}>
          {pinIcon}
          {pinLabel}
        </MenuItem>
        <MenuItem className="sm:hidden" onSelect={() => act('edit')}>
          <Pencil aria-hidden />
          {t('memory.edit')}
        </MenuItem>
        <MenuItem onSelect={() => act('history')}>
          <History aria-hidden />
          {t('memory.history')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger onSelect={forget}>
          <Trash2 aria-hidden />
          {t('memory.forget')}
        </MenuItem>
      </Menu>
    </div>
  );
}

type MemoryItemProps = { agentId: string; memory: MemoryWire; onAction: (action: MemoryAction, memory: MemoryWire) => void };

/** One memory: what it says, where it comes from, and what can be done with it. */
export function MemoryItem({ agentId, memory, onAction }: MemoryItemProps) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <li className="flex items-start gap-2 border-b py-3.5 last:border-b-0">
      <div className="grid min-w-0 flex-1 gap-1.5">
        <Content text={memory.content} />
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-caption text-muted-foreground">
          <Badge>{t(`memoryCategories.${memory.category}`)}</Badge>
          {memory.pinned && (
            <Badge tone="accent">
              <Pin aria-hidden />
              {t('memory.pinned')}
            </Badge>
          )}
          {memory.mentionCount > 1 && <span>{t('memory.mentions', { count: memory.mentionCount })}</span>}
          <time dateTime={memory.updatedAt} title={format.dateTime(memory.updatedAt)}>
            {format.ago(memory.updatedAt)}
          </time>
          <MemorySourceNote agentId={agentId} memory={memory} />
          {!memory.indexed && (
            <span title={t('memory.indexingText')} className="inline-flex items-center gap-1">
              <LoaderCircle aria-hidden className="size-3 animate-spin" />
              {t('memory.indexing')}
            </span>
          )}
        </div>
      </div>
      <Actions memory={memory} act={(action) => onAction(action, memory)} />
    </li>
  );
}
