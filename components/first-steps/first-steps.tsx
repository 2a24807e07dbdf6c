'use client';

import { Check, ChevronRight, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { EagerLink } from '@/components/ui/eager-link';
import { Progress } from '@/components/ui/meter';
import { Card } from '@/components/ui/surface';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useChangeFirstSteps, useFirstSteps } from '@/lib/first-steps/hooks';
import type { FirstStepsWire, StepId } from '@/lib/first-steps/schema';

/** Where each step is taken; without an agent all of them begin with one. */
function placeOf(id: StepId, agentId: number | null): string {
  if (id === 'connect') return '/settings/health';
  if (agentId === null) return '/agents/new';
  const places: Record<Exclude<StepId, 'connect'>, string> = {
    agent: '/agents/new',
    hello: `/agents/${agentId}/chat`,
    fact: `/agents/${agentId}/chat`,
    memory: `/agents/${agentId}/memory`,
    soul: `/agents/${agentId}/soul`,
  };
  return places[id];
}

type StepProps = { id: StepId; done: boolean; next: boolean; agentId: number | null };

function Step({ id, done, next, agentId }: StepProps) {
  const t = useTranslations();
  return (
    <li>
      <EagerLink
        href={placeOf(id, agentId)}
        aria-current={next ? 'step' : undefined}
        className="group flex items-start gap-3 rounded-md px-2 py-2 transition-colors duration-state hover:bg-raised"
      >
        <span
          className={classNames(
            'mt-px grid size-5 shrink-0 place-items-center rounded-full border',
            done ? 'border-positive bg-positive-soft text-positive' : 'border-border-strong',
            next && 'border-accent',
          )}
        >
          {done && <Check aria-hidden className="size-3" strokeWidth={3} />}
        </span>
        <span className="grid min-w-0 flex-1">
          <span className={classNames('text-body', done ? 'text-muted-foreground' : 'font-medium')}>
            {t(`firstSteps.${id}Title`)}
            {done && <span className="sr-only"> ({t('firstSteps.done')})</span>}
          </span>
          {!done && <span className="text-label text-muted-foreground">{t(`firstSteps.${id}Text`)}</span>}
        </span>
        <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground opacity-0 group-hover:opacity-100" />
      </EagerLink>
    </li>
  );
}

function List({ answer }: { answer: FirstStepsWire }) {
  const t = useTranslations();
  const change = useChangeFirstSteps();
  const errorToast = useErrorToast();
  const { steps, doneCount, agentId } = answer;
  const nextId = steps.find(({ done }) => !done)?.id;
  const text = t('firstSteps.progress', { done: String(doneCount), total: String(steps.length) });
  return (
    <Card className="grid gap-3 p-3 sm:p-4">
      <div className="flex items-start gap-3 ps-2">
        <div className="grid min-w-0 flex-1 gap-2">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3">
            <h2 className="text-title font-semibold">{t('firstSteps.title')}</h2>
            <span className="text-label text-muted-foreground tabular-nums">{text}</span>
          </div>
          <Progress compact label={t('firstSteps.title')} text={text} percent={Math.round((doneCount / steps.length) * 100)} />
        </div>
        <Button
          variant="ghost"
          size="icon-small"
          aria-label={t('firstSteps.dismiss')}
          className="-mt-1 text-muted-foreground"
          onClick={() => change.mutateAndTell({ dismissed: true }, errorToast)}
        >
          <X aria-hidden />
        </Button>
      </div>
      <ol className="grid gap-x-4 gap-y-0.5 lg:grid-cols-2">
        {steps.map(({ id, done }) => (
          <Step key={id} id={id} done={done} next={id === nextId} agentId={agentId} />
        ))}
      </ol>
    </Card>
  );
}

/** What a new owner may do next, filled by what happened; gone once everything is done, or when it is put away. */
export function FirstSteps({ known }: { known?: FirstStepsWire }) {
  const { data } = useFirstSteps(known);
  if (!data || data.dismissed || data.doneCount === data.steps.length) return null;
  return <List answer={data} />;
}
