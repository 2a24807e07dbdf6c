'use client';

import { History } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ConversationList } from './conversation-list';

/** The list of conversations beside the open one; on a small screen behind a button. */
export function ChatFrame({ agentId, children }: { agentId: string; children: ReactNode }) {
  const t = useTranslations();
  const path = usePathname();
  const [openOn, setOpenOn] = useState<string>();
  return (
    <div className="flex min-h-0 flex-1">
      <aside aria-label={t('conversations.label')} className="hidden w-72 shrink-0 flex-col border-r p-3 lg:flex">
        <ConversationList agentId={agentId} />
      </aside>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <div className="border-b px-3 py-1.5 lg:hidden">
          <Dialog
            open={openOn === path}
            onOpenChange={(open) => setOpenOn(open ? path : undefined)}
            placement="side"
            title={t('conversations.label')}
            trigger={
              <Button variant="ghost" size="small">
                <History aria-hidden />
                {t('conversations.label')}
              </Button>
            }
          >
            <ConversationList agentId={agentId} />
          </Dialog>
        </div>
        {children}
      </div>
    </div>
  );
}
