'use client';

import { Archive, Lightbulb, type LucideIcon, Pencil, Repeat, Replace, RotateCcw, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/surface';
import type { MemoryChangeWire, RevisionKind } from '@/lib/memories/schema';
import type { KeyOf } from '@/messages/keys';

const TextDifference = dynamic(() => import('@/components/ui/text-difference').then((module) => module.TextDifference), { ssr: false });

type Revision = Pick<MemoryChangeWire, 'kind' | 'actor' | 'before' | 'after' | 'undone'>;

const icons: Record<RevisionKind, LucideIcon> = {
  created: Lightbulb,
  edited: Pencil,
  strengthened: Repeat,
  superseded: Replace,
  archived: Archive,
  deleted: Trash2,
  restored: RotateCcw,
};

/** The icon and the tone of a change. */
export function revisionLook(kind: RevisionKind) {
  return { Icon: icons[kind], tone: kind === 'deleted' ? 'danger' : kind === 'created' ? 'accent' : 'neutral' } as const;
}

/** What was done, and by whom. */
export function RevisionTitle({ revision }: { revision: Revision }) {
  const t = useTranslations();
  return (
    <>
      {t(`revisions.${revision.kind}`)} <span className="font-normal text-muted-foreground">{t(`actors.${revision.actor}`)}</span>
    </>
  );
}

/** What a memory said after a change, compared with what it said before, and what else of it was changed. */
export function RevisionText({ revision: { before, after, undone } }: { revision: Revision }) {
  const t = useTranslations();
  const category = (name: string) => t(`memoryCategories.${name}` as KeyOf<'memoryCategories'>);
  const changes = [
    before &&
      before.category !== after.category &&
      t('memory.refiled', { before: category(before.category), after: category(after.category) }),
    before && before.pinned !== after.pinned && t(after.pinned ? 'memory.wasPinned' : 'memory.wasUnpinned'),
  ].filter(Boolean);
  return (
    <>
      {undone && <Badge>{t('memory.undone')}</Badge>}
      <p className="text-foreground wrap-anywhere whitespace-pre-line">
        {before && before.content !== after.content ? <TextDifference before={before.content} after={after.content} /> : after.content}
      </p>
      {changes.map((change) => (
        <p key={String(change)}>{change}</p>
      ))}
    </>
  );
}
