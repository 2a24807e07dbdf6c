import { ArrowDown, BookmarkCheck, MessageSquare, Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { AgentAvatar } from '@/components/agents/avatar';
import { OwnBubble } from '@/components/chat/own-bubble';
import { Badge } from '@/components/ui/surface';
import { getTranslations } from '@/messages/server';

/** The key that the creature of the example is drawn from. */
const EXAMPLE_KEY = 'jabari-of-the-example';

function Reply({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[1.5rem_1fr] gap-x-3">
      <AgentAvatar publicKey={EXAMPLE_KEY} className="size-6 rounded-sm" />
      <div className="grid min-w-0 gap-2.5 text-reading">{children}</div>
    </div>
  );
}

function Own({ children }: { children: string }) {
  return (
    <div className="grid justify-items-end">
      <OwnBubble content={children} />
    </div>
  );
}

/** One fact on its way through the product, drawn with the product's own parts: told, kept, corrected, used. */
export async function Exhibit() {
  const t = await getTranslations();
  return (
    <figure className="min-w-0">
      <figcaption className="sr-only">{t('exhibit.caption')}</figcaption>
      <div className="overflow-hidden rounded-xl border bg-surface shadow-modal">
        <div className="flex h-12 items-center gap-2.5 border-b px-4">
          <AgentAvatar publicKey={EXAMPLE_KEY} className="size-6 rounded-sm" />
          <span className="text-body font-semibold">{t('exhibit.agent')}</span>
          <span className="truncate text-label text-muted-foreground">{t('templates.hustle.name')}</span>
          <Badge className="ms-auto">{t('phases.curious')}</Badge>
        </div>
        <div className="grid gap-5 p-4 sm:p-5">
          <Own>{t('exhibit.told')}</Own>
          <Reply>
            <p>{t('exhibit.kept')}</p>
            <p className="flex max-w-full items-center gap-2 justify-self-start rounded-md bg-accent-soft px-2.5 py-1 text-label text-accent-strong">
              <BookmarkCheck aria-hidden className="size-3.5 shrink-0" />
              {t('exhibit.memoryBefore')}
            </p>
          </Reply>
          <div className="grid gap-2 rounded-lg border border-dashed border-border-strong bg-background p-3.5">
            <p className="flex items-center gap-2 text-caption font-medium text-muted-foreground">
              <Pencil aria-hidden className="size-3.5" />
              {t('exhibit.corrected')}
            </p>
            <p className="text-body">
              <del className="text-muted-foreground decoration-mark">{t('exhibit.memoryBefore')}</del>{' '}
              <ins className="font-medium no-underline">{t('exhibit.memoryAfter')}</ins>
            </p>
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-caption text-muted-foreground">
              <Badge>{t('memoryCategories.relationship')}</Badge>
              <span className="inline-flex items-center gap-1">
                <MessageSquare aria-hidden className="size-3" />
                {t('memory.fromChat')}
              </span>
            </p>
          </div>
          <ArrowDown aria-hidden className="-my-2 size-4 justify-self-center text-muted-foreground" />
          <Own>{t('exhibit.asked')}</Own>
          <Reply>
            <p>{t('exhibit.answered')}</p>
          </Reply>
        </div>
      </div>
    </figure>
  );
}
