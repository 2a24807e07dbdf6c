'use client';

import { ArrowLeft, ExternalLink, MessageSquare } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useFormat } from '@/components/shell/use-format';
import { classNames } from '@/components/ui/class-names';
import { ErrorState } from '@/components/ui/states';
import { Badge, Card, Section, Skeleton } from '@/components/ui/surface';
import { usePassages } from '@/lib/knowledge/hooks';
import type { KnowledgeUseWire, PassageWire } from '@/lib/knowledge/schema';
import { excerptOf } from './excerpt';
import { KnowledgeActions } from './knowledge-actions';
import { KnowledgeFacts } from './knowledge-facts';

type PassageProps = { passage: PassageWire; uses: number; isWanted: boolean };

function Passage({ passage, uses, isWanted }: PassageProps) {
  const t = useTranslations();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    item.current?.scrollIntoView({ block: 'center' });
    item.current?.focus({ preventScroll: true });
  }, [isWanted]);
  return (
    <li
      ref={item}
      tabIndex={isWanted ? -1 : undefined}
      aria-current={isWanted || undefined}
      className={classNames(
        'grid grid-cols-1 gap-2 rounded-lg border bg-surface px-4 py-3.5 sm:px-5',
        isWanted && 'border-accent bg-accent-soft',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-caption text-muted-foreground">
        <span className="tabular-nums">{t('knowledge.passage', { number: passage.position + 1 })}</span>
        {passage.heading && <span className="wrap-anywhere">{passage.heading}</span>}
        {uses > 0 && <Badge tone="accent">{t('knowledge.useCount', { count: uses })}</Badge>}
        {passage.withheld && (
          <Badge tone="warning" title={t('knowledge.withheldText')}>
            {t('knowledge.withheld')}
          </Badge>
        )}
      </div>
      <p className="max-w-reading text-body wrap-anywhere whitespace-pre-wrap">{passage.content}</p>
    </li>
  );
}

function Use({ agentId, use }: { agentId: string; use: KnowledgeUseWire }) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <li className="grid gap-1 border-b py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-caption text-muted-foreground">
        <Link
          href={`/agents/${agentId}/chat/${use.conversationId}?message=${use.messageId}`}
          prefetch={false}
          className="inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-sm text-body font-medium text-foreground underline decoration-current/40 underline-offset-3 hover:decoration-current"
        >
          <MessageSquare aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">{use.conversationTitle ?? t('knowledge.untitledConversation')}</span>
        </Link>
        <Badge tone={use.cited ? 'accent' : 'neutral'}>{t(use.cited ? 'knowledge.quoted' : 'knowledge.inPrompt')}</Badge>
        <span>{t('knowledge.passage', { number: use.position + 1 })}</span>
        <time dateTime={use.createdAt} title={format.dateTime(use.createdAt)}>
          {format.ago(use.createdAt)}
        </time>
      </div>
      <p className="line-clamp-2 max-w-reading text-label wrap-anywhere text-muted-foreground">{excerptOf(use.excerpt)}</p>
    </li>
  );
}

function LoadingEntry() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-3">
      <Skeleton className="h-7 w-1/2" />
      <Skeleton className="h-4 w-56 max-w-full" />
      <Skeleton className="mt-4 h-40" />
      <Skeleton className="h-40" />
    </div>
  );
}

type KnowledgeEntryProps = {
  agentId: string;
  knowledgeId: string;
  /** The position of the passage to show, as the address has it. */
  passage: string;
};

/** One text: its passages, and the replies that they stood behind. */
export function KnowledgeEntry({ agentId, knowledgeId, passage }: KnowledgeEntryProps) {
  const t = useTranslations();
  const router = useRouter();
  const query = usePassages(agentId, knowledgeId);
  const all = `/agents/${agentId}/knowledge`;
  const above = (
    <Link
      href={all}
      className="inline-flex min-h-6 items-center gap-1.5 justify-self-start rounded-sm text-label text-muted-foreground hover:text-foreground"
    >
      <ArrowLeft aria-hidden className="size-3.5" />
      {t('knowledge.all')}
    </Link>
  );
  if (!query.data) {
    return (
      <>
        {above}
        {query.isPending ? <LoadingEntry /> : <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      </>
    );
  }
  const { knowledge, passages, uses } = query.data;
  const usesOf = (position: number) => uses.filter((use) => use.position === position && use.cited).length;
  return (
    <>
      <PageHeader
        level="h2"
        above={above}
        title={<span className="wrap-anywhere">{knowledge.title}</span>}
        action={<KnowledgeActions agentId={agentId} text={knowledge} onDeleted={() => router.push(all)} />}
      />
      <div className="-mt-3 grid justify-items-start gap-2">
        <KnowledgeFacts text={knowledge} />
        {knowledge.source === 'url' && knowledge.sourceName && (
          <a
            href={knowledge.sourceName}
            target="_blank"
            rel="noreferrer noopener"
            className="inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-sm text-label underline underline-offset-3"
          >
            <ExternalLink aria-hidden className="size-3.5 shrink-0" />
            <span className="truncate">{knowledge.sourceName}</span>
          </a>
        )}
      </div>
      <Section title={t('knowledge.usesTitle')} description={uses.length === 0 ? t('knowledge.noUses') : undefined}>
        {uses.length > 0 && (
          <Card className="px-4 py-1 sm:px-5">
            <ul aria-label={t('knowledge.usesTitle')}>
              {uses.map((use) => (
                <Use key={`${use.messageId} ${use.position}`} agentId={agentId} use={use} />
              ))}
            </ul>
          </Card>
        )}
      </Section>
      <Section title={t('knowledge.passagesTitle')} description={t('knowledge.passagesText')}>
        <ol aria-label={t('knowledge.passagesTitle')} className="grid gap-3">
          {passages.map((one) => (
            <Passage key={one.position} passage={one} uses={usesOf(one.position)} isWanted={passage === String(one.position)} />
          ))}
        </ol>
      </Section>
    </>
  );
}
