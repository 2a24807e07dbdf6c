'use client';

import { Eye, EyeOff } from 'lucide-react';
import Link from 'next/link';
import { useId, useState, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { Field, Input, Textarea } from '@/components/ui/field';
import { useMe } from '@/lib/auth/hooks';
import { type Caller, findTrialProblems, type Trial, type TrialInput } from './trial';
import { TrialAnswerView } from './trial-answer';
import { TrialFieldControl } from './trial-field';
import { useTrialKey } from './trial-key';
import { useTrial } from './use-trial';
import { useTranslations } from 'use-intl';

const KEY_SHAPE = 'mck_…';

type CallerKind = Caller['kind'];

const labels = { key: 'docs.try.asKey', session: 'docs.try.asSession', nobody: 'docs.try.asNobody' } as const;

function KeyField({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  const t = useTranslations();
  const [shown, setShown] = useState(false);
  return (
    <Field label={t('docs.try.key')} hint={t('docs.try.keyHint')}>
      {(control) => (
        <div className="flex gap-2">
          <Input
            {...control}
            type={shown ? 'text' : 'password'}
            autoComplete="off"
            spellCheck={false}
            placeholder={KEY_SHAPE}
            className="font-mono"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={t(shown ? 'docs.try.conceal' : 'docs.try.reveal')}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </Button>
        </div>
      )}
    </Field>
  );
}

type CallerProps = { trial: Trial; kind: CallerKind; onKind: (kind: CallerKind) => void; wallet: string | undefined };

function CallerFields({ trial, kind, onKind, wallet }: CallerProps) {
  const t = useTranslations();
  const [key, setKey] = useTrialKey();
  const name = useId();
  const kinds: CallerKind[] =
    trial.callers === 'keys' ? ['key', 'session'] : trial.callers === 'session' ? ['session'] : ['nobody', 'session'];
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-body font-medium">{t('docs.try.as')}</legend>
      {trial.callers === 'session' && <p className="text-label text-muted-foreground">{t('docs.try.sessionOnly')}</p>}
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {kinds.map((option) => (
          <label key={option} className="inline-flex min-h-8 items-center gap-2 text-body">
            <input type="radio" name={name} checked={kind === option} onChange={() => onKind(option)} className="size-4 accent-accent" />
            {t(labels[option])}
          </label>
        ))}
      </div>
      {kind === 'key' && <KeyField value={key} onChange={setKey} />}
      {kind === 'session' && (
        <p className="text-label text-muted-foreground">
          {wallet ? t('docs.try.signedIn', { wallet: `${wallet.slice(0, 6)}…${wallet.slice(-4)}` }) : t('docs.try.signedOut')}{' '}
          {!wallet && (
            <Link href={`/sign-in?next=${encodeURIComponent('/docs/api')}`} className="text-accent-strong underline underline-offset-2">
              {t('docs.try.signIn')}
            </Link>
          )}
        </p>
      )}
    </fieldset>
  );
}

/** A form that calls one operation of this install, and shows what comes back. */
export function TryItPanel({ operation: trial }: { operation: Trial }) {
  const t = useTranslations();
  const me = useMe();
  const [key] = useTrialKey();
  const [chosen, setChosen] = useState<CallerKind>();
  const [values, setValues] = useState<Record<string, string>>({});
  const [body, setBody] = useState(trial.body?.example ?? '');
  const [stream, setStream] = useState(trial.streams === 'always');
  const [checked, setChecked] = useState(false);
  const [asking, setAsking] = useState(false);
  const { state, send, stop } = useTrial(trial);

  const usual: CallerKind = trial.callers === 'anybody' ? 'nobody' : trial.callers === 'session' || (me.data && !key) ? 'session' : 'key';
  const kind = chosen ?? usual;
  const input: TrialInput = { values, body, stream, caller: kind === 'key' ? { kind, key } : { kind } };
  const problems = findTrialProblems(trial, input);
  const running = state.kind === 'sending' || (state.kind === 'answered' && state.answer.stream === 'open');

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (problems.missing.length > 0 || problems.badBody !== undefined) return;
    if (trial.destructive) setAsking(true);
    else void send(input);
  };

  return (
    <section aria-label={t('docs.try.title', { operation: trial.summary })} className="grid gap-5 border-s-2 border-accent ps-4">
      <form className="grid gap-5" noValidate autoComplete="off" onSubmit={submit}>
        <CallerFields trial={trial} kind={kind} onKind={setChosen} wallet={me.data?.walletAddress} />
        {trial.fields.map((field) => (
          <TrialFieldControl
            key={`${field.in} ${field.name}`}
            field={field}
            value={values[field.name] ?? ''}
            error={checked && problems.missing.includes(field.name) ? t('docs.try.missing') : undefined}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
        {trial.body && (
          <Field
            label={t('docs.try.body')}
            error={problems.badBody === undefined ? undefined : t('docs.try.badJson', { reason: problems.badBody })}
          >
            {(control) => (
              <Textarea
                {...control}
                spellCheck={false}
                rows={Math.min(14, body.split('\n').length + 1)}
                className="font-mono text-label"
                value={body}
                onChange={(event) => setBody(event.target.value)}
              />
            )}
          </Field>
        )}
        {trial.streams === 'onRequest' && (
          <label className="inline-flex min-h-8 items-center gap-2 text-body">
            <input
              type="checkbox"
              checked={stream}
              onChange={(event) => setStream(event.target.checked)}
              className="size-4 accent-accent"
            />
            {t('docs.try.stream')}
          </label>
        )}
        <div className="flex gap-2">
          <Button type="submit" busy={running}>
            {t('docs.try.send')}
          </Button>
          {running && (
            <Button variant="secondary" onClick={stop}>
              {t('docs.try.stop')}
            </Button>
          )}
        </div>
      </form>
      <TrialAnswerView state={state} />
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('docs.try.confirmTitle', { method: trial.method, path: trial.path })}
        description={t('docs.try.confirmText')}
        confirmLabel={t('docs.try.confirm')}
        onConfirm={() => {
          setAsking(false);
          void send(input);
        }}
      />
    </section>
  );
}
