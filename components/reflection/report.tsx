'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Callout } from '@/components/ui/callout';
import { Stat, StatList } from '@/components/ui/stat';
import { ErrorState } from '@/components/ui/states';
import { Badge, Skeleton } from '@/components/ui/surface';
import { useReflection } from '@/lib/reflections/hooks';
import type { ReflectionWire } from '@/lib/reflections/schema';
import { UndoPass } from './undo-pass';

type MentorReport = NonNullable<ReflectionWire['mentorReport']>;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h4 className="text-body font-semibold">{title}</h4>
      {children}
    </section>
  );
}

const WORDS = 'min-w-0 wrap-anywhere';

function Changes({ report }: { report: MentorReport }) {
  const t = useTranslations();
  const { merges, contradictions, openContradictions } = report;
  return (
    <>
      {merges.length > 0 && (
        <Part title={t('reflection.merged', { count: report.memoryActions.merged })}>
          <ul className="grid divide-y border-y text-body">
            {merges.map(({ kept, wordsBefore, dropped }) => (
              <li key={kept.id} className="grid gap-1 py-2.5">
                <span className={WORDS}>{kept.content}</span>
                <ul className="grid gap-0.5 ps-4 text-label text-muted-foreground">
                  {[...(wordsBefore === null ? [] : [wordsBefore]), ...dropped.map(({ content }) => content)].map((content, index) => (
                    <li key={index} className={`${WORDS} list-disc`}>
                      {content}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {contradictions.length > 0 && (
        <Part title={t('reflection.resolved', { count: contradictions.length })}>
          <ul className="grid divide-y border-y text-body">
            {contradictions.map(({ kept, dropped }) => (
              <li key={kept.id + (dropped[0]?.id ?? '')} className="grid gap-1 py-2.5">
                <span className={WORDS}>{kept.content}</span>
                {dropped.map(({ id, content }) => (
                  <del key={id} className={`${WORDS} text-label text-muted-foreground`}>
                    {content}
                  </del>
                ))}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {openContradictions.length > 0 && (
        <Part title={t('reflection.open', { count: openContradictions.length })}>
          <ul className="grid divide-y border-y text-body">
            {openContradictions.map(({ newer, older }) => (
              <li key={newer.id + older.id} className="grid gap-1 py-2.5">
                <span className={WORDS}>{newer.content}</span>
                <span className={`${WORDS} text-label text-muted-foreground`}>{t('reflection.against', { older: older.content })}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function SoulAndTasks({ agentId, report }: { agentId: string; report: MentorReport }) {
  const t = useTranslations();
  const { soulRewriteStatus, soulVersion, tasksProposed } = report;
  return (
    <>
      <Part title={t('reflection.soul')}>
        <p className="text-body text-muted-foreground">
          {t(`reflection.soulStatus.${soulRewriteStatus}`)}
          {soulVersion !== null && (
            <>
              {' '}
              <Link
                href={`/agents/${agentId}/soul/history?version=${soulVersion}`}
                className="font-medium text-accent-strong underline underline-offset-4"
              >
                {t('reflection.soulVersion', { version: soulVersion })}
              </Link>
            </>
          )}
        </p>
      </Part>
      {tasksProposed.length > 0 && (
        <Part title={t('reflection.tasks', { count: tasksProposed.length })}>
          <ul className="grid divide-y border-y text-body">
            {tasksProposed.map(({ id, title, description, priority }) => (
              <li key={id} className="grid gap-0.5 py-2.5">
                <span className="flex flex-wrap items-center gap-2">
                  <span className={`${WORDS} font-medium`}>{title}</span>
                  <Badge tone={priority === 'high' ? 'accent' : 'neutral'}>{t(`reflection.priority.${priority}`)}</Badge>
                </span>
                {description && <span className={`${WORDS} text-label text-muted-foreground`}>{description}</span>}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function LeftOut({ report }: { report: MentorReport }) {
  const t = useTranslations();
  if (report.leftOut.length === 0) return null;
  return (
    <Callout title={t('reflection.leftOut')}>
      <ul className="grid gap-0.5">
        {report.leftOut.map(({ part, why }) => (
          <li key={part + why}>{t('reflection.leftOutLine', { part: t(`reflection.parts.${part}`), why: t(`reflection.why.${why}`) })}</li>
        ))}
      </ul>
    </Callout>
  );
}

function Figures({ pass, report }: { pass: ReflectionWire; report: MentorReport }) {
  const t = useTranslations();
  const format = useFormat();
  const fromTo = (before: number | null, after: number | null) =>
    t('reflection.fromTo', { before: before === null ? '–' : format.integer(before), after: after === null ? '–' : format.integer(after) });
  return (
    <StatList>
      <Stat label={t('reflection.clarity')} value={fromTo(pass.clarityScoreBefore, pass.clarityScoreAfter)} />
      <Stat label={t('reflection.memories')} value={fromTo(pass.memoriesBefore, pass.memoriesAfter)} />
      <Stat label={t('reflection.mergedShort')} value={format.integer(report.memoryActions.merged)} />
      <Stat
        label={t('reflection.price')}
        value={format.usd(Number(pass.costUsd))}
        note={t('reflection.tokensUsed', { count: pass.tokensUsed })}
      />
    </StatList>
  );
}

/** What came of one pass, and the way back. */
export function Report({ agentId, reflectionId }: { agentId: string; reflectionId: string }) {
  const t = useTranslations();
  const { data: pass, error, refetch } = useReflection(agentId, reflectionId);
  if (error && !pass) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!pass) {
    return (
      <div role="status" aria-label={t('common.loading')}>
        <Skeleton className="h-60 rounded-lg" />
      </div>
    );
  }
  if (pass.status === 'failed') {
    return (
      <Callout tone="danger" title={t('reflection.failed')}>
        {t('reflection.failedText')}
      </Callout>
    );
  }
  const { mentorReport: report } = pass;
  if (!report) return null;
  return (
    <div className="grid grid-cols-1 gap-5">
      <Figures pass={pass} report={report} />
      {report.advice && <p className="max-w-reading text-reading text-pretty wrap-anywhere">{report.advice}</p>}
      <LeftOut report={report} />
      <Changes report={report} />
      <SoulAndTasks agentId={agentId} report={report} />
      {!pass.undoneAt && (
        <div>
          <UndoPass agentId={agentId} reflectionId={reflectionId} />
        </div>
      )}
    </div>
  );
}
