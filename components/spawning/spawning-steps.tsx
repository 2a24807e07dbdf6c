'use client';

import { Check, Circle, LoaderCircle, RotateCw, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Card } from '@/components/ui/surface';
import { useErrorToast } from '@/components/ui/use-error-text';
import { isRunning, useRetrySpawning } from '@/lib/spawning/hooks';
import type { SpawningStatusWire } from '@/lib/spawning/schema';

type Progress = SpawningStatusWire['progress'][number];

const icons = {
  pending: <Circle aria-hidden />,
  active: <LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" />,
  done: <Check aria-hidden />,
  error: <TriangleAlert aria-hidden />,
};

const tones = {
  pending: 'text-muted-foreground',
  active: 'text-accent-strong',
  done: 'text-positive',
  error: 'text-warning',
};

function Step({ step, status, code }: Progress) {
  const t = useTranslations();
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 py-2">
      <span className={classNames('mt-1 [&_svg]:size-4', tones[status])}>{icons[status]}</span>
      <div className="grid gap-0.5">
        <p className={classNames('text-body', status === 'pending' ? 'text-muted-foreground' : 'font-medium')}>
          {t(`spawning.steps.${step}`)}
          <span className="sr-only">: {t(`spawning.states.${status}`)}</span>
        </p>
        {code && <p className="text-label text-pretty text-muted-foreground">{t(`spawning.faults.${code}`)}</p>}
      </div>
    </li>
  );
}

/** What the agent does to get to know its owner, followed while it runs, with the way to try again. */
export function SpawningSteps({ agentId, status }: { agentId: string; status: SpawningStatusWire }) {
  const t = useTranslations();
  const errorToast = useErrorToast();
  const retry = useRetrySpawning(agentId);
  const { progress, spawningStatus } = status;
  const running = isRunning(spawningStatus);
  const failed = progress.some((one) => one.status === 'error');
  const at = progress.findIndex((one) => one.status === 'active' || one.status === 'pending');
  const current = progress[at];
  const summary =
    running && current
      ? t('spawning.running', { step: at + 1, count: progress.length, name: t(`spawning.steps.${current.step}`) })
      : t(failed ? 'spawning.failed' : 'spawning.ready');
  return (
    <Card className="grid gap-2 p-4 sm:p-5">
      <div className="grid gap-0.5">
        <h2 className="text-title font-semibold">{t('spawning.stepsTitle')}</h2>
        <p role="status" className="text-body text-muted-foreground">
          {summary}
        </p>
      </div>
      <ol className="grid">
        {progress.map((one) => (
          <Step key={one.step} {...one} />
        ))}
      </ol>
      {failed && !running && (
        <Button
          variant="secondary"
          className="justify-self-start"
          busy={retry.isPending}
          onClick={() => retry.mutate(undefined, errorToast)}
        >
          <RotateCw aria-hidden />
          {t('spawning.again')}
        </Button>
      )}
    </Card>
  );
}
