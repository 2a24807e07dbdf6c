'use client';

import { Library } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { PassageReference } from '@/lib/knowledge/schema';

/** The passages of knowledge behind a reply; each opens at its place in its text. */
export function ReplySources({ agentId, passages }: { agentId: string; passages: readonly PassageReference[] }) {
  const t = useTranslations();
  return (
    <ul aria-label={t('chat.sources')} className="flex flex-wrap gap-1.5">
      {passages.map(({ knowledgeId, position, number, title, excerpt }) => (
        <li key={`${knowledgeId} ${position}`} className="flex max-w-full">
          <Link
            href={`/agents/${agentId}/knowledge?entry=${knowledgeId}&passage=${position}`}
            prefetch={false}
            title={excerpt}
            aria-label={t('chat.openSource', { number, title })}
            className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-md border bg-surface px-2 text-[0.8125rem] text-muted-foreground hover:border-border-strong hover:text-foreground"
          >
            <Library aria-hidden className="size-3.5 shrink-0" />
            <span className="tabular-nums">{number}</span>
            <span className="max-w-64 truncate">{title}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
