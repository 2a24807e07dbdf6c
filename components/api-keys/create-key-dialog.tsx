'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input, Select } from '@/components/ui/field';
import { Notice } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { newAttempt } from '@/lib/api/attempt';
import { type CreateApiKeyBody, useCreateApiKey } from '@/lib/api-keys/hooks';
import type { ApiKeyWire } from '@/lib/api-keys/schema';
import { useMe } from '@/lib/auth/hooks';

type Scope = ApiKeyWire['scopes'][number];

const scopes = ['read', 'chat', 'write', 'approve', 'chain'] as const satisfies readonly Scope[];
const lifetimesDays = [0, 7, 30, 90, 365];
const DAY_MS = 86_400_000;

function ScopeChoice({ scope, checked, onChange }: { scope: Scope; checked: boolean; onChange: (checked: boolean) => void }) {
  const t = useTranslations();
  return (
    <label className="flex cursor-pointer items-start gap-3 text-sm">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 accent-accent"
      />
      <span>
        <span className="font-mono font-medium">{scope}</span> <span className="text-muted-foreground">{t(`scopes.${scope}`)}</span>
      </span>
    </label>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useTranslations();
  return (
    <div className="grid gap-4">
      <Notice tone="warning">{t('apiKeys.once')}</Notice>
      <code aria-label={t('apiKeys.secret')} className="block rounded-md bg-raised p-3 font-mono text-[0.8125rem] break-all select-all">
        {secret}
      </code>
      <div className="flex flex-wrap justify-between gap-2">
        <CopyButton variant="secondary" text={secret} label={t('apiKeys.copy')} showLabel />
        <Button size="small" onClick={onClose}>
          {t('apiKeys.done')}
        </Button>
      </div>
    </div>
  );
}

function CreateKeyForm({ onCreated }: { onCreated: (secret: string) => void }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<'personal' | 'partner'>('personal');
  const [chosen, setChosen] = useState<readonly Scope[]>(scopes);
  const [days, setDays] = useState(0);
  const [attempt, setAttempt] = useState(newAttempt);
  const create = useCreateApiKey();
  const operator = useMe().data?.isOperator ?? false;
  const submit = () => {
    const body: CreateApiKeyBody = {
      name: name.trim(),
      kind,
      scopes: [...chosen],
      expiresAt: days > 0 ? new Date(Date.now() + days * DAY_MS).toISOString() : null,
    };
    create.mutate(
      { body, attempt },
      { onSuccess: ({ secret }) => onCreated(secret), onError: (error) => error.status > 0 && setAttempt(newAttempt()) },
    );
  };
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={t('apiKeys.name')} hint={t('apiKeys.nameHint')}>
        {(control) => (
          <Input {...control} required maxLength={80} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      {operator && (
        <Field label={t('apiKeys.kind')} hint={t(kind === 'partner' ? 'apiKeys.partnerHint' : 'apiKeys.personalHint')}>
          {(control) => (
            <Select {...control} value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
              <option value="personal">{t('apiKeys.personal')}</option>
              <option value="partner">{t('apiKeys.partner')}</option>
            </Select>
          )}
        </Field>
      )}
      <fieldset className="grid gap-2.5">
        <legend className="mb-2.5 text-sm font-medium">{t('apiKeys.scopes')}</legend>
        {scopes.map((scope) => (
          <ScopeChoice
            key={scope}
            scope={scope}
            checked={chosen.includes(scope)}
            onChange={(on) =>
              setChosen(on ? scopes.filter((one) => one === scope || chosen.includes(one)) : chosen.filter((one) => one !== scope))
            }
          />
        ))}
      </fieldset>
      <Field label={t('apiKeys.expiry')}>
        {(control) => (
          <Select {...control} value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {lifetimesDays.map((count) => (
              <option key={count} value={count}>
                {count === 0 ? t('apiKeys.never') : t('apiKeys.days', { count })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {create.error && (
        <Notice tone="danger" role="alert">
          {errorText(create.error)}
        </Notice>
      )}
      <Button type="submit" className="justify-self-end" busy={create.isPending} disabled={name.trim() === '' || chosen.length === 0}>
        {t('apiKeys.create')}
      </Button>
    </form>
  );
}

/** Makes a key and shows its secret, this one time. */
export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const [secret, setSecret] = useState<string>();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t(secret ? 'apiKeys.createdTitle' : 'apiKeys.create')}>
      {secret ? <Secret secret={secret} onClose={onClose} /> : <CreateKeyForm onCreated={setSecret} />}
    </Dialog>
  );
}
