'use client';

import { FoldVertical } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import type { CompactionNotice as Notice } from '@/lib/compaction/schema';

/** Says at its place in the conversation that what came before was summed up, and shows the summary. */
export function CompactionNotices({ notices }: { notices: readonly Notice[] }) {
  const t = useTranslations();
  const format = useFormat();
  return notices.map((notice) => (
    <details key={notice.id} className="group mt-7 rounded-lg border border-dashed border-border-strong text-label text-muted-foreground">
      <summary className="flex min-h-10 list-none items-center justify-center gap-2 rounded-lg px-3 py-2 text-center transition-colors hover:bg-raised">
        <FoldVertical aria-hidden className="size-4 shrink-0" />
        {t('compaction.notice', { count: notice.messagesCompacted, tokens: format.count(notice.tokensSaved) })}
      </summary>
      <div className="grid gap-2 border-t border-dashed px-4 py-3">
        <p className="text-caption">{t(`compaction.by.${notice.method}`)}</p>
        <p className="text-foreground wrap-anywhere whitespace-pre-line">{notice.summary}</p>
      </div>
    </details>
  ));
}
