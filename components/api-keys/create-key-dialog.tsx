'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CheckboxField } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input, Select } from '@/components/ui/field';
import { RadioGroup, RadioItem } from '@/components/ui/radio-group';
import { useErrorText } from '@/components/ui/use-error-text';
import { newAttempt } from '@/lib/api/attempt';
import { type CreateApiKeyBody, useCreateApiKey } from '@/lib/api-keys/hooks';
import { API_KEY_LIMIT } from '@/lib/api-keys/limits';
import type { ApiKeyWire } from '@/lib/api-keys/schema';
import { useMe } from '@/lib/auth/hooks';
import { type NewKey, NewSecret } from './new-secret';

type Scope = ApiKeyWire['scopes'][number];
type Kind = 'personal' | 'partner';

const scopes = ['read', 'chat', 'write', 'approve', 'chain'] as const satisfies readonly Scope[];
const usual: readonly Scope[] = ['read', 'chat'];
const lifetimesDays = [0, 7, 30, 90, 365];
const usualDays = 90;
const DAY_MS = 86_400_000;

function ScopeChoices({ chosen, onChange }: { chosen: readonly Scope[]; onChange: (chosen: readonly Scope[]) => void }) {
  const t = useTranslations();
  const id = useId();
  return (
    <fieldset aria-describedby={id} className="grid gap-2.5">
      <legend className="mb-2 text-body font-medium">{t('apiKeys.scopes')}</legend>
      {scopes.map((scope) => (
        <CheckboxField
          key={scope}
          label={<span className="inline-block font-medium first-letter:uppercase">{t(`scopes.${scope}`)}</span>}
          hint={<span className="font-mono text-caption">{scope}</span>}
          checked={chosen.includes(scope)}
          onCheckedChange={(on) => onChange(scopes.filter((one) => (one === scope ? on === true : chosen.includes(one))))}
        />
      ))}
      <p id={id} role="status" className="text-label text-danger">
        {chosen.length === 0 ? t('apiKeys.noScope') : ''}
      </p>
    </fieldset>
  );
}

function KindChoice({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  const t = useTranslations();
  const id = useId();
  return (
    <div className="grid gap-2">
      <p id={id} className="text-body font-medium">
        {t('apiKeys.kind')}
      </p>
      <RadioGroup aria-labelledby={id} value={kind} onValueChange={(value) => onChange(value as Kind)} className="sm:grid-cols-2">
        <RadioItem framed value="personal" label={t('apiKeys.personal')} hint={t('apiKeys.personalHint')} />
        <RadioItem framed value="partner" label={t('apiKeys.partner')} hint={t('apiKeys.partnerHint')} />
      </RadioGroup>
    </div>
  );
}

function CreateKeyForm({ onCreated }: { onCreated: (key: NewKey) => void }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('personal');
  const [chosen, setChosen] = useState<readonly Scope[]>(usual);
  const [days, setDays] = useState(usualDays);
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
    // A refusal ends the attempt; after a lost answer the same one is sent again, so that no second key is made.
    create.mutate({ body, attempt }, { onSuccess: onCreated, onError: (error) => error.status > 0 && setAttempt(newAttempt()) });
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
          <Input
            {...control}
            required
            maxLength={80}
            autoComplete="off"
            placeholder={t('apiKeys.namePlaceholder')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {operator && <KindChoice kind={kind} onChange={setKind} />}
      <ScopeChoices chosen={chosen} onChange={setChosen} />
      <Field label={t('apiKeys.expiry')} hint={days === 0 ? t('apiKeys.neverHint') : undefined}>
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
        <Callout tone="danger" role="alert" title={t('apiKeys.notCreated')}>
          {create.error.code === 'API_KEY_LIMIT_REACHED' ? t('apiKeys.limitReached', { limit: API_KEY_LIMIT }) : errorText(create.error)}
        </Callout>
      )}
      <Button
        type="submit"
        className="justify-self-end max-sm:w-full"
        busy={create.isPending}
        disabled={name.trim() === '' || chosen.length === 0}
      >
        {t('apiKeys.create')}
      </Button>
    </form>
  );
}

/** Makes a key and shows its secret, this one time. */
export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const [created, setCreated] = useState<NewKey>();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={created ? t('apiKeys.createdTitle') : t('apiKeys.create')}
      description={created ? created.apiKey.name : undefined}
    >
      {created ? <NewSecret {...created} onClose={onClose} /> : <CreateKeyForm onCreated={setCreated} />}
    </Dialog>
  );
}
