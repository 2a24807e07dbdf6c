'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Field, Input, Textarea } from '@/components/ui/field';
import { KNOWLEDGE_MAXIMUM_LENGTH, KNOWLEDGE_TITLE_MAXIMUM_LENGTH } from '@/lib/knowledge/limits';

type TextProps = { value: string; onChange: (value: string) => void };

export function TitleField({ value, onChange, hint }: TextProps & { hint?: string }) {
  const t = useTranslations();
  return (
    <Field label={t('knowledge.titleLabel')} hint={hint}>
      {(control) => (
        <Input {...control} maxLength={KNOWLEDGE_TITLE_MAXIMUM_LENGTH} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** A text that is too long may be pasted, so that nothing of it is lost unseen, but not saved. */
export function ContentField({ value, onChange, error }: TextProps & { error?: string }) {
  const t = useTranslations();
  const { length } = value.trim();
  const tooLong = length > KNOWLEDGE_MAXIMUM_LENGTH ? t('knowledge.tooLong', { maximum: KNOWLEDGE_MAXIMUM_LENGTH }) : undefined;
  return (
    <Field
      label={t('knowledge.content')}
      hint={t('knowledge.contentHint')}
      count={{ used: length, limit: KNOWLEDGE_MAXIMUM_LENGTH }}
      error={error ?? tooLong}
    >
      {(control) => (
        <Textarea {...control} value={value} onChange={(event) => onChange(event.target.value)} className="h-[38dvh] min-h-28 resize-y" />
      )}
    </Field>
  );
}

export function FormEnd({ busy, disabled, onCancel }: { busy: boolean; disabled: boolean; onCancel: () => void }) {
  const t = useTranslations();
  return (
    <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
      <Button variant="secondary" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" busy={busy} disabled={disabled}>
        {t('common.save')}
      </Button>
    </div>
  );
}
