'use client';

import { Badge } from '@/components/ui/surface';
import { CopyButton } from '@/components/ui/copy-button';
import type { TrialAnswer, TrialState } from './use-trial';
import { useTranslations } from 'use-intl';
import type { en } from '@/messages/en';

const explanations: Partial<Record<number, `docs.try.status.${keyof (typeof en)['docs']['try']['status']}`>> = {
  400: 'docs.try.status.badRequest',
  401: 'docs.try.status.unauthenticated',
  403: 'docs.try.status.forbidden',
  404: 'docs.try.status.notFound',
  409: 'docs.try.status.conflict',
  429: 'docs.try.status.tooMany',
  500: 'docs.try.status.failed',
  503: 'docs.try.status.unavailable',
};
const streamWords = { open: 'docs.try.streaming', ended: 'docs.try.streamEnded', stopped: 'docs.try.streamStopped' } as const;

function Body({ answer }: { answer: TrialAnswer }) {
  const t = useTranslations();
  if (answer.text === '') return answer.stream === 'none' ? <p className="text-body text-muted-foreground">{t('docs.try.empty')}</p> : null;
  return (
    <div className="flex items-start rounded-md border bg-surface">
      <pre
        tabIndex={0}
        role="region"
        aria-label={t('docs.try.answer')}
        className="max-h-96 min-w-0 flex-1 overflow-auto p-3 font-mono text-label leading-relaxed whitespace-pre-wrap"
      >
        {answer.text}
      </pre>
      <CopyButton text={answer.text} label={t('docs.try.copyAnswer')} className="m-1.5" />
    </div>
  );
}

function Answer({ answer }: { answer: TrialAnswer }) {
  const t = useTranslations();
  const explanation = explanations[answer.status];
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-body">
        <Badge tone={answer.status < 300 ? 'positive' : 'danger'}>{answer.status}</Badge>
        <span className="text-muted-foreground tabular-nums">{t('docs.try.time', { ms: answer.timeMs })}</span>
        {answer.stream !== 'none' && <span role="status">{t(streamWords[answer.stream])}</span>}
      </p>
      {explanation && <p className="text-body leading-relaxed">{t(explanation)}</p>}
      {answer.reply && (
        <p className="text-body leading-relaxed whitespace-pre-wrap">
          <span className="font-medium">{t('docs.try.replySoFar')}: </span>
          {answer.reply}
        </p>
      )}
      <Body answer={answer} />
      {answer.truncated && <p className="text-caption text-muted-foreground">{t('docs.try.truncated')}</p>}
      <details>
        <summary className="text-caption text-accent-strong">
          {t('docs.operation.headers')} ({answer.headers.length})
        </summary>
        <dl className="mt-1 grid gap-1 font-mono text-caption">
          {answer.headers.map(([name, value]) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt className="text-muted-foreground">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

/** What came back from a call, or why nothing did. */
export function TrialAnswerView({ state }: { state: TrialState }) {
  const t = useTranslations();
  return (
    <div className="grid min-w-0 gap-3" aria-busy={state.kind === 'sending'} data-answer>
      <p role="status" className="sr-only">
        {state.kind === 'sending' && t('docs.try.loading')}
        {state.kind === 'answered' && `${t('docs.try.answer')}: ${state.answer.status}`}
      </p>
      {state.kind === 'failed' && (
        <p role="alert" className="text-body leading-relaxed text-danger">
          {t('docs.try.network')}
        </p>
      )}
      {state.kind === 'answered' && <Answer answer={state.answer} />}
    </div>
  );
}
