'use client';

import { CircleAlert, CircleCheck, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { ErrorState } from '@/components/ui/states';
import { Badge, Card, Skeleton } from '@/components/ui/surface';
import { useInstallHealth } from '@/lib/health/hooks';
import type { InstallHealthWire } from '@/lib/health/schema';

type Tone = 'positive' | 'warning' | 'danger' | 'neutral';

const VARIABLES = ['XAI_API_KEY', 'OPENAI_API_KEY', 'OLLAMA_BASE_URL'];

function Part({ title, state, tone, children }: { title: string; state: string; tone: Tone; children?: ReactNode }) {
  return (
    <section className="grid gap-x-6 gap-y-2 py-4 sm:grid-cols-[11rem_1fr]">
      <h2 className="text-body font-semibold">{title}</h2>
      <div className="grid min-w-0 content-start gap-2">
        <Badge tone={tone} className="justify-self-start">
          {state}
        </Badge>
        {children && <div className="grid gap-1 text-label text-muted-foreground">{children}</div>}
      </div>
    </section>
  );
}

function Row({ label, value }: { label: string; value: ReactNode }) {
  return (
    <p className="flex max-w-md flex-wrap justify-between gap-x-6">
      <span>{label}</span>
      <span className="text-foreground tabular-nums">{value}</span>
    </p>
  );
}

function DatabasePart({ database }: Pick<InstallHealthWire, 'database'>) {
  const t = useTranslations();
  const format = useFormat();
  const { kind, version, latencyMs, migrations } = database;
  return (
    <Part
      title={t('health.database')}
      state={t('health.latency', { latency: format.duration(latencyMs) })}
      tone={migrations.unfinished > 0 ? 'danger' : 'positive'}
    >
      <p>{t(kind === 'embedded' ? 'health.databaseEmbedded' : 'health.databaseServer', { version })}</p>
      <Row label={t('health.migrations')} value={t('health.migrationsApplied', { count: migrations.applied })} />
      {migrations.unfinished > 0 && <p className="text-danger">{t('health.migrationsUnfinished', { count: migrations.unfinished })}</p>}
    </Part>
  );
}

function WorkerPart({ worker }: Pick<InstallHealthWire, 'worker'>) {
  const t = useTranslations();
  const format = useFormat();
  const states = {
    working: ['health.workerWorking', 'positive'],
    starting: ['health.workerStarting', 'neutral'],
    silent: ['health.workerSilent', 'danger'],
    never: ['health.workerSilent', 'danger'],
  } as const;
  const [state, tone] = states[worker.state];
  return (
    <Part title={t('health.worker')} state={t(state)} tone={tone}>
      {worker.state === 'never' && <p>{t('health.workerNever')}</p>}
      {worker.seenAt && <p>{t('health.seen', { ago: format.ago(worker.seenAt) })}</p>}
      {worker.processes > 0 && <p>{t('health.workerProcesses', { count: worker.processes })}</p>}
    </Part>
  );
}

function ModelPart({ models }: Pick<InstallHealthWire, 'models'>) {
  const t = useTranslations();
  const names = { xai: 'xAI', openai: 'OpenAI', local: t('health.providerLocal') };
  const recall = models.mode === 'recall';
  return (
    <Part
      title={t('health.models')}
      state={recall ? t('health.recall') : t('health.answers', { model: models.model })}
      tone={recall ? 'warning' : 'positive'}
    >
      {models.providers.map(({ id, configured }) => (
        <Row key={id} label={names[id]} value={t(configured ? 'health.configured' : 'health.notConfigured')} />
      ))}
      {recall && (
        <div className="mt-1 grid max-w-reading gap-1.5">
          <p>{t('health.addModel')}</p>
          <p className="flex flex-wrap gap-1.5">
            {VARIABLES.map((name) => (
              <code key={name} className="rounded-sm bg-raised px-1.5 py-0.5 font-mono text-caption text-foreground">
                {name}
              </code>
            ))}
          </p>
          <p>{t('health.addModelLocal')}</p>
        </div>
      )}
    </Part>
  );
}

function JobsPart({ jobs }: Pick<InstallHealthWire, 'jobs'>) {
  const t = useTranslations();
  const format = useFormat();
  const failed = jobs.failed > 0;
  return (
    <Part
      title={t('health.jobs')}
      state={failed ? t('health.jobsFailed', { count: jobs.failed }) : t('health.jobsFailedNone')}
      tone={failed ? 'danger' : 'positive'}
    >
      <Row label={t('health.jobsWaiting')} value={format.integer(jobs.waiting)} />
      <Row label={t('health.jobsRunning')} value={format.integer(jobs.running)} />
      {jobs.oldestWaitingAt && <p>{t('health.oldest', { ago: format.ago(jobs.oldestWaitingAt) })}</p>}
    </Part>
  );
}

const GIGABYTE = 1e9;

function StoragePart({ storage, kind }: Pick<InstallHealthWire, 'storage'> & { kind: 'embedded' | 'postgresql' }) {
  const t = useTranslations();
  const locale = useLocale();
  const format = useFormat();
  const { freeBytes, totalBytes, lastBackupAt } = storage;
  const size = (bytes: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 }).format(bytes / GIGABYTE);
  if (freeBytes === null || totalBytes === null) return null;
  const tight = freeBytes < GIGABYTE;
  return (
    <Part
      title={t('health.storage')}
      state={t('health.diskOf', { free: size(freeBytes), total: size(totalBytes) })}
      tone={tight ? 'danger' : 'neutral'}
    >
      <p>{t('health.disk')}</p>
      {kind === 'embedded' && <Row label={t('health.backup')} value={lastBackupAt ? format.ago(lastBackupAt) : t('health.backupNever')} />}
    </Part>
  );
}

function Parts({ health }: { health: InstallHealthWire }) {
  const t = useTranslations();
  const format = useFormat();
  const well = health.status === 'ok';
  const Icon = well ? CircleCheck : CircleAlert;
  return (
    <div className="grid gap-4">
      <p role="status" className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Icon aria-hidden className={classNames('size-5 shrink-0', well ? 'text-positive' : 'text-warning')} />
        <span className="text-title font-semibold">{t(well ? 'health.fine' : 'health.attention')}</span>
        <span className="text-label text-muted-foreground">{t('health.checked', { ago: format.ago(health.checkedAt) })}</span>
      </p>
      <Card className="divide-y px-5 py-1">
        <DatabasePart database={health.database} />
        <WorkerPart worker={health.worker} />
        <ModelPart models={health.models} />
        <Part
          title={t('health.embedder')}
          state={t(health.embedder.kind === 'embedded' ? 'health.embedderEmbedded' : 'health.embedderApi')}
          tone="neutral"
        >
          <p className="font-mono text-caption">{health.embedder.id}</p>
          <Row label={t('health.vectors')} value={format.integer(health.embedder.waitingMemories)} />
        </Part>
        <JobsPart jobs={health.jobs} />
        <StoragePart storage={health.storage} kind={health.database.kind} />
        <Part title={t('health.version')} state={health.version} tone="neutral">
          <p>{t('health.since', { date: format.dateTime(health.startedAt) })}</p>
          <Row label={t('health.streams')} value={format.integer(health.streams.open)} />
          <Row label={t('health.replies')} value={format.integer(health.streams.replies)} />
        </Part>
      </Card>
    </div>
  );
}

function Waiting() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-4">
      <Skeleton className="h-6 w-52" />
      <Card className="divide-y px-5 py-1">
        {[0, 1, 2, 3, 4, 5, 6].map((index) => (
          <div key={index} className="grid gap-x-6 gap-y-2 py-4 sm:grid-cols-[11rem_1fr]">
            <Skeleton className="h-5 w-24" />
            <div className="grid gap-2">
              <Skeleton className="h-5 w-28" />
              <Skeleton className="h-9 max-w-md" />
            </div>
          </div>
        ))}
      </Card>
    </div>
  );
}

/** How every part of the install is, and what to do about those that are not well. */
export function HealthPage() {
  const t = useTranslations();
  const health = useInstallHealth();
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-7 px-4 py-7 sm:px-8 sm:py-10">
      <PageHeader
        title={t('health.title')}
        description={t('health.text')}
        action={
          <Button variant="secondary" busy={health.isFetching} onClick={() => void health.refetch()}>
            <RefreshCw aria-hidden />
            {t('health.refresh')}
          </Button>
        }
      />
      {health.data && !health.error && <Parts health={health.data} />}
      {health.error && <ErrorState error={health.error} onRetry={() => void health.refetch()} />}
      {health.isPending && <Waiting />}
    </div>
  );
}
