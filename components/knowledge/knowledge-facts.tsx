'use client';

import { FileText, Globe, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Badge } from '@/components/ui/surface';
import type { KnowledgeWire } from '@/lib/knowledge/schema';

/** Where a text came from, how long it is, when it changed, and whether it is found by its meaning yet. */
export function KnowledgeFacts({ text }: { text: KnowledgeWire }) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-caption text-muted-foreground">
      {text.source !== 'text' && (
        <Badge className="max-w-[min(16rem,100%)] min-w-0" title={text.sourceName ?? undefined}>
          {text.source === 'file' ? <FileText aria-hidden /> : <Globe aria-hidden />}
          <span className="truncate">{text.sourceName}</span>
        </Badge>
      )}
      <span>{t('knowledge.passageCount', { count: text.chunkCount })}</span>
      <span>{t('knowledge.characters', { count: text.content.length })}</span>
      <time dateTime={text.updatedAt} title={format.dateTime(text.updatedAt)}>
        {format.ago(text.updatedAt)}
      </time>
      {text.indexState === 'waiting' && (
        <span title={t('knowledge.indexingText')} className="inline-flex items-center gap-1">
          <LoaderCircle aria-hidden className="size-3 animate-spin" />
          {t('knowledge.indexing')}
        </span>
      )}
      {text.indexState === 'failed' && (
        <Badge tone="warning" title={t('knowledge.failedText')}>
          <TriangleAlert aria-hidden />
          {t('knowledge.failed')}
        </Badge>
      )}
    </div>
  );
}
