'use client';

import { PanelLeft, SquarePen } from 'lucide-react';
import { useParams } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EagerLink } from '@/components/ui/eager-link';
import type { ConversationPage } from '@/lib/conversations/first-page';
import { useConversations, useKnownConversations } from '@/lib/conversations/hooks';
import { ConversationList } from './conversation-list';

/** On a small screen: which conversation this is, the way to the others, and to a new one. */
function SmallScreenBar({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const { conversationId } = useParams<{ conversationId?: string }>();
  const conversations = useConversations(agentId);
  const [open, setOpen] = useState(false);
  const current = conversations.data?.find(({ id }) => String(id) === conversationId);
  const title = conversationId ? (current?.title ?? t('conversations.label')) : t('conversations.new');
  return (
    <div className="flex h-11 shrink-0 items-center gap-1 border-b px-1.5 md:px-4 lg:hidden">
      <Dialog
        open={open}
        onOpenChange={setOpen}
        placement="side"
        title={t('conversations.label')}
        trigger={
          <Button variant="ghost" size="icon-small" aria-label={t('conversations.open')} className="text-muted-foreground">
            <PanelLeft aria-hidden />
          </Button>
        }
      >
        <ConversationList agentId={agentId} onLeave={() => setOpen(false)} />
      </Dialog>
      <h2 className="min-w-0 flex-1 truncate text-body font-medium">{title}</h2>
      {conversationId && (
        <Button asChild variant="ghost" size="icon-small" className="text-muted-foreground">
          <EagerLink href={`/agents/${agentId}/chat`} aria-label={t('conversations.new')}>
            <SquarePen aria-hidden />
          </EagerLink>
        </Button>
      )}
    </div>
  );
}

type ChatFrameProps = {
  agentId: string;
  /** The conversations as the server knows them, so that the first page is drawn with them. */
  known?: ConversationPage;
  children: ReactNode;
};

/** The list of conversations beside the open one; on a small screen behind a button. */
export function ChatFrame({ agentId, known, children }: ChatFrameProps) {
  const t = useTranslations();
  useKnownConversations(agentId, known);
  return (
    <div className="flex min-h-0 flex-1">
      <aside aria-label={t('conversations.label')} className="hidden w-68 shrink-0 flex-col border-r px-3 pt-3 lg:flex">
        <h2 className="sr-only">{t('conversations.label')}</h2>
        <ConversationList agentId={agentId} />
      </aside>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <SmallScreenBar agentId={agentId} />
        {children}
      </div>
    </div>
  );
}
