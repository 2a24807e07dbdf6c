'use client';

import { useTranslations } from 'use-intl';
import { AgentAvatar } from '@/components/agents/avatar';
import { Skeleton } from '@/components/ui/surface';
import { Chips } from './chips';
import { columnStyles } from './column-styles';

type BeginningProps = {
  agent: { name: string; description: string; publicKey: string; suggestedChips: readonly string[] } | undefined;
  /** Whether one may speak with it now. */
  open: boolean;
  onSend: (message: string) => void;
};

function BeginningSkeleton() {
  return (
    <>
      <Skeleton className="size-16 rounded-xl" />
      <Skeleton className="h-7 w-56" />
      <Skeleton className="h-5 w-full max-w-md" />
    </>
  );
}

/** The first screen of a conversation: who is there, and how one may begin. */
export function Beginning({ agent, open, onSend }: BeginningProps) {
  const t = useTranslations();
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className={`${columnStyles} my-auto grid justify-items-start gap-4 py-8`}>
        {agent ? (
          <>
            <AgentAvatar publicKey={agent.publicKey} className="size-16" />
            <div className="grid gap-1.5">
              <h2 className="text-heading font-semibold">{t('chat.beginTitle', { name: agent.name })}</h2>
              <p className="max-w-reading text-reading text-pretty text-muted-foreground">{agent.description || t('chat.beginText')}</p>
            </div>
            {open && (
              <div className="mt-2">
                <Chips chips={agent.suggestedChips} onSend={onSend} />
              </div>
            )}
          </>
        ) : (
          <BeginningSkeleton />
        )}
      </div>
    </div>
  );
}
