'use client';

import { Ellipsis, MessageSquarePlus, Pencil, Search, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useParams, useRouter } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Confirm } from '@/components/ui/confirm';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Skeleton } from '@/components/ui/surface';
import { useErrorText, useErrorToast } from '@/components/ui/use-error-text';
import { useConversations, useConversationSearch, useDeleteConversation, useRenameConversation } from '@/lib/conversations/hooks';
import type { ConversationWire } from '@/lib/conversations/schema';
import type { Translate } from '@/messages/keys';

const titleOf = (t: Translate, conversation: ConversationWire) => conversation.title ?? t('conversations.untitled');

function RenameDialog({ agentId, conversation, onClose }: { agentId: string; conversation: ConversationWire; onClose: () => void }) {
  const report = useErrorToast();
  const t = useTranslations();
  const rename = useRenameConversation(agentId);
  const [title, setTitle] = useState(conversation.title ?? '');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('conversations.rename')}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() === '') return;
          rename.mutate({ conversationId: conversation.id, title: title.trim() }, report);
          onClose();
        }}
      >
        <Field label={t('conversations.title')}>
          {(control) => <Input {...control} maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Button type="submit" className="justify-self-end" disabled={title.trim() === ''}>
          {t('common.save')}
        </Button>
      </form>
    </Dialog>
  );
}

function Actions({ agentId, conversation, active }: { agentId: string; conversation: ConversationWire; active: boolean }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const router = useRouter();
  const remove = useDeleteConversation(agentId);
  const [open, setOpen] = useState<'rename' | 'delete'>();
  const confirmDelete = () =>
    remove.mutate(conversation.id, {
      onSuccess: () => active && router.replace(`/agents/${agentId}/chat`),
      onError: (error) => toast.error(errorText(error)),
    });
  return (
    <>
      <Menu
        trigger={
          <Button
            variant="ghost"
            size="icon-small"
            aria-label={t('conversations.actions', { title: titleOf(t, conversation) })}
            className="shrink-0 text-muted-foreground"
          >
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <MenuItem onSelect={() => setOpen('rename')}>
          <Pencil aria-hidden />
          {t('conversations.rename')}
        </MenuItem>
        <MenuItem danger onSelect={() => setOpen('delete')}>
          <Trash2 aria-hidden />
          {t('common.delete')}
        </MenuItem>
      </Menu>
      {open === 'rename' && <RenameDialog agentId={agentId} conversation={conversation} onClose={() => setOpen(undefined)} />}
      <Confirm
        open={open === 'delete'}
        onOpenChange={(next) => !next && setOpen(undefined)}
        title={t('conversations.deleteTitle')}
        description={t('conversations.deleteText')}
        confirmLabel={t('common.delete')}
        onConfirm={confirmDelete}
      />
    </>
  );
}

function Entry({
  agentId,
  conversation,
  active,
  excerpt,
}: {
  agentId: string;
  conversation: ConversationWire;
  active: boolean;
  excerpt?: string;
}) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <li className={classNames('flex items-center rounded-md pe-1 transition-colors hover:bg-raised', active && 'bg-raised')}>
      <Link
        href={`/agents/${agentId}/chat/${conversation.id}`}
        aria-current={active ? 'page' : undefined}
        className="grid min-w-0 flex-1 rounded-md px-2.5 py-2"
      >
        <span className={classNames('truncate text-sm', active && 'font-medium')}>{titleOf(t, conversation)}</span>
        <span className={classNames('text-xs text-muted-foreground', excerpt ? 'line-clamp-2' : 'truncate')}>
          {excerpt ?? `${format.ago(conversation.lastMessageAt)} · ${t('conversations.messages', { count: conversation.messageCount })}`}
        </span>
      </Link>
      <Actions agentId={agentId} conversation={conversation} active={active} />
    </li>
  );
}

function Recent({ agentId, activeId }: { agentId: string; activeId: string | undefined }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const conversations = useConversations(agentId);
  if (conversations.isPending) {
    return (
      <div role="status" aria-label={t('common.loading')} className="grid gap-2 p-2">
        {[0, 1, 2, 3].map((index) => (
          <Skeleton key={index} className="h-10" />
        ))}
      </div>
    );
  }
  if (!conversations.data) {
    return (
      <div role="alert" className="grid gap-2 p-2.5 text-sm">
        <p>{errorText(conversations.error)}</p>
        <Button variant="secondary" size="small" onClick={() => void conversations.refetch()}>
          {t('common.retry')}
        </Button>
      </div>
    );
  }
  if (conversations.data.length === 0)
    return <p className="p-2.5 text-sm leading-relaxed text-muted-foreground">{t('conversations.empty')}</p>;
  return (
    <>
      <ul className="grid gap-0.5">
        {conversations.data.map((conversation) => (
          <Entry key={conversation.id} agentId={agentId} conversation={conversation} active={String(conversation.id) === activeId} />
        ))}
      </ul>
      {conversations.hasNextPage && (
        <Button
          variant="ghost"
          size="small"
          className="mt-1 w-full"
          busy={conversations.isFetchingNextPage}
          onClick={() => void conversations.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </>
  );
}

function Found({ agentId, activeId, words }: { agentId: string; activeId: string | undefined; words: string }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const search = useConversationSearch(agentId, words);
  if (search.error) return <p className="p-2.5 text-sm text-danger">{errorText(search.error)}</p>;
  if (!search.data) return <Skeleton className="m-2 h-10" />;
  const { results } = search.data;
  return (
    <>
      <p role="status" className="px-2.5 py-1 text-xs text-muted-foreground">
        {t('conversations.found', { count: results.length })}
      </p>
      <ul className="grid gap-0.5">
        {results.map(({ conversation, messageId, excerpt }) => (
          <Entry
            key={`${conversation.id}-${messageId}`}
            agentId={agentId}
            conversation={conversation}
            active={String(conversation.id) === activeId}
            excerpt={excerpt}
          />
        ))}
      </ul>
    </>
  );
}

/** The conversations with an agent: search, rename, delete, and a new one. */
export function ConversationList({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const { conversationId } = useParams<{ conversationId?: string }>();
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words.trim());
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <Button asChild variant="secondary" className="justify-start">
        <Link href={`/agents/${agentId}/chat`}>
          <MessageSquarePlus aria-hidden />
          {t('conversations.new')}
        </Link>
      </Button>
      <div className="relative">
        <Search aria-hidden className="absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted-foreground" />
        <Input
          type="search"
          maxLength={200}
          className="h-9 ps-8"
          aria-label={t('conversations.search')}
          placeholder={t('conversations.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <nav aria-label={t('conversations.label')} className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1">
        {wanted === '' ? (
          <Recent agentId={agentId} activeId={conversationId} />
        ) : (
          <Found agentId={agentId} activeId={conversationId} words={wanted} />
        )}
      </nav>
    </div>
  );
}
