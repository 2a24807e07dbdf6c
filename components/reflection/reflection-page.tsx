'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useUrlState } from '@/components/shell/url-state';
import { useFormat } from '@/components/shell/use-format';
import { ErrorState } from '@/components/ui/states';
import { Badge, Skeleton } from '@/components/ui/surface';
import { useReflections } from '@/lib/reflections/hooks';
import type { ReflectionsWire, ReflectionSummary } from '@/lib/reflections/schema';
import { NextPass } from './next-pass';
import { Report } from './report';
import { Trend } from './trend';

function Loading() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-6">
      <Skeleton className="h-48 rounded-lg" />
      <Skeleton className="h-64 rounded-lg" />
    </div>
  );
}

function Pass({ agentId, pass, open, onToggle }: { agentId: string; pass: ReflectionSummary; open: boolean; onToggle: () => void }) {
  const t = useTranslations();
  const format = useFormat();
  const summary =
    pass.status === 'failed'
      ? t('reflection.failed')
      : t('reflection.summary', { before: pass.clarityScoreBefore ?? 0, after: pass.clarityScoreAfter ?? 0 });
  return (
    <li className="grid grid-cols-1">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-md py-3.5 text-start text-body hover:bg-raised"
        >
          <ChevronRight
            aria-hidden
            className={`size-4 shrink-0 transition-transform duration-state rtl:rotate-180 ${open ? 'rotate-90' : ''}`}
          />
          <span className="font-medium">{format.dateTime(pass.createdAt)}</span>
          <span className="text-muted-foreground">{summary}</span>
          {pass.undoneAt && <Badge tone="warning">{t('reflection.undone')}</Badge>}
        </button>
      </h3>
      {open && (
        <div className="pb-5 sm:ps-7">
          <Report agentId={agentId} reflectionId={pass.id} />
        </div>
      )}
    </li>
  );
}

function Passes({ agentId, list }: { agentId: string; list: ReflectionsWire }) {
  const t = useTranslations();
  const ended = list.reflections.filter(({ status }) => status !== 'processing');
  const [chosen, choose] = useUrlState('pass');
  if (ended.length === 0) return <p className="text-body text-muted-foreground">{t('reflection.none')}</p>;
  // The newest stands open unless another one, or none, was chosen.
  const newest = ended[0]?.id ?? '';
  const opened = chosen === '' ? newest : chosen;
  const toggle = (id: string) => choose(opened === id ? 'none' : id === newest ? '' : id);
  return (
    <section className="grid grid-cols-1 gap-2">
      <h2 className="text-title font-semibold">{t('reflection.passes')}</h2>
      <ol className="grid grid-cols-1 divide-y border-y">
        {ended.map((pass) => (
          <Pass key={pass.id} agentId={agentId} pass={pass} open={opened === pass.id} onToggle={() => toggle(pass.id)} />
        ))}
      </ol>
    </section>
  );
}

/** Deep reflection: begin one, see how far it is, what came of each, and how clarity went. */
export function ReflectionPage({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const { data: list, error, isPending, refetch } = useReflections(agentId);
  return (
    <div className="mx-auto grid w-full max-w-4xl grid-cols-1 gap-6 px-4 py-7 sm:px-8 sm:py-9">
      <PageHeader level="h2" title={t('reflection.title')} description={t('reflection.text')} />
      {isPending && <Loading />}
      {error && !list && <ErrorState error={error} onRetry={() => void refetch()} />}
      {list && (
        <>
          <NextPass agentId={agentId} list={list} />
          <Trend list={list} />
          <Passes agentId={agentId} list={list} />
        </>
      )}
    </div>
  );
}
