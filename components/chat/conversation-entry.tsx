'use client';

import { Ellipsis, FoldVertical, Pencil, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { memo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { EagerLink } from '@/components/ui/eager-link';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useDeleteConversation } from '@/lib/conversations/hooks';
import type { ConversationWire } from '@/lib/conversations/schema';
import { focusComposer } from './focus-composer';

const RenameDialog = dynamic(() => import('./rename-dialog').then((module) => module.RenameDialog), { ssr: false });
const CompactDialog = dynamic(() => import('./compact-dialog').then((module) => module.CompactDialog), { ssr: false });
const Confirm = dynamic(() => import('@/components/ui/confirm').then((module) => module.Confirm), { ssr: false });

type EntryProps = {
  agentId: string;
  conversation: ConversationWire;
  active: boolean;
  /** Where the words that were looked for stand. */
  found?: { messageId: string | null; excerpt: string };
  /** Called when another conversation, or none, is to be shown. */
  onLeave?: () => void;
};

/** Where the keyboard goes when an entry leaves the list: to its neighbour, or to what begins a new one. */
function neighbourOf(entry: Element | null | undefined): HTMLElement | null {
  const entries = [...document.querySelectorAll<HTMLElement>('[data-conversation]')].filter((one) => one.offsetParent !== null);
  const place = entries.findIndex((one) => one === entry);
  const next = entries[place + 1] ?? entries[place - 1];
  return next?.querySelector('a') ?? document.querySelector<HTMLElement>('[data-new-conversation]');
}

function Actions({ agentId, conversation, active, title, onLeave }: Omit<EntryProps, 'found'> & { title: string }) {
  const report = useErrorToast();
  const t = useTranslations();
  const router = useRouter();
  const remove = useDeleteConversation(agentId);
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'rename' | 'compact' | 'delete'>();
  const close = () => setOpen(undefined);
  // A layer was opened from a menu that is gone: the keyboard returns to the button of that menu.
  const heir = useRef<() => void>(() => trigger.current?.focus());
  const returnFocus = () => heir.current();
  const confirmDelete = () => {
    const next = neighbourOf(trigger.current?.closest('[data-conversation]'));
    heir.current = () => {
      if (!active || !focusComposer()) next?.focus();
    };
    if (active) {
      onLeave?.();
      router.replace(`/agents/${agentId}/chat`);
    }
    remove.mutateAndTell(conversation.id, report);
  };
  return (
    <>
      <Menu
        trigger={
          <Button
            ref={trigger}
            variant="ghost"
            size="icon-small"
            aria-label={t('conversations.actions', { title })}
            className="absolute end-0.5 text-muted-foreground opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 data-[state=open]:opacity-100 coarse:opacity-100 max-sm:opacity-100"
          >
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <MenuItem onSelect={() => setOpen('rename')}>
          <Pencil aria-hidden />
          {t('conversations.rename')}
        </MenuItem>
        <MenuItem onSelect={() => setOpen('compact')}>
          <FoldVertical aria-hidden />
          {t('conversations.compact')}
        </MenuItem>
        <MenuItem danger onSelect={() => setOpen('delete')}>
          <Trash2 aria-hidden />
          {t('common.delete')}
        </MenuItem>
      </Menu>
      {open === 'rename' && <RenameDialog agentId={agentId} conversation={conversation} onClose={close} returnFocus={returnFocus} />}
      {open === 'compact' && (
        <CompactDialog agentId={agentId} conversation={conversation} title={title} onClose={close} returnFocus={returnFocus} />
      )}
      {open === 'delete' && (
        <Confirm
          open
          onOpenChange={(next) => !next && close()}
          title={t('conversations.deleteTitle')}
          description={t('conversations.deleteText', { title })}
          confirmLabel={t('common.delete')}
          onConfirm={confirmDelete}
          returnFocus={returnFocus}
        />
      )}
    </>
  );
}

/** One conversation of the list, with what can be done about it. */
export const ConversationEntry = memo(function ConversationEntry({ agentId, conversation, active, found, onLeave }: EntryProps) {
  const t = useTranslations();
  const title = conversation.title ?? t('conversations.untitled');
  const place = found?.messageId ? `?message=${found.messageId}` : '';
  return (
    <li
      data-conversation
      className={classNames('group relative flex items-center rounded-md transition-colors hover:bg-raised', active && 'bg-raised')}
    >
      <EagerLink
        href={`/agents/${agentId}/chat/${conversation.id}${place}`}
        aria-current={active ? 'page' : undefined}
        title={title}
        onClick={onLeave}
        className="grid min-h-9 min-w-0 flex-1 content-center gap-0.5 rounded-md px-2.5 py-1.5 group-focus-within:pe-9 group-hover:pe-9 focus-visible:outline-offset-0 max-sm:min-h-11 max-sm:pe-11 coarse:min-h-11 coarse:pe-11"
      >
        <span className="flex min-w-0 items-center gap-2">
          <span className={classNames('truncate text-body', active && 'font-medium')}>{title}</span>
          {conversation.openMessageId && (
            <span className="size-1.5 shrink-0 animate-pulse rounded-full bg-accent">
              <span className="sr-only">{t('chat.beingWritten')}</span>
            </span>
          )}
        </span>
        {found && <span className="line-clamp-2 text-caption text-muted-foreground">{found.excerpt}</span>}
      </EagerLink>
      <Actions agentId={agentId} conversation={conversation} active={active} title={title} onLeave={onLeave} />
    </li>
  );
});
