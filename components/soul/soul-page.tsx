'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { ErrorState } from '@/components/ui/states';
import { Skeleton } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { usePutSoul, useSoul } from '@/lib/soul/hooks';
import { SOUL_MAXIMUM_LENGTH, SOUL_MINIMUM_LENGTH } from '@/lib/soul/limits';
import type { Translate } from '@/messages/keys';
import { SoulConflict } from './soul-conflict';

type Soul = { soul: string; updatedAt: string };

function lengthProblem(t: Translate, text: string): string | undefined {
  const { length } = text.trim();
  if (length < SOUL_MINIMUM_LENGTH) return t('soul.tooShort', { minimum: SOUL_MINIMUM_LENGTH });
  if (length > SOUL_MAXIMUM_LENGTH) return t('soul.tooLong', { maximum: SOUL_MAXIMUM_LENGTH });
  return undefined;
}

/** The editor works on the text it began with; what others saved meanwhile is compared when it is saved. */
function SoulEditor({ agentId, current }: { agentId: string; current: Soul }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const format = useFormat();
  const [base, setBase] = useState(current);
  const [draft, setDraft] = useState<string>();
  const put = usePutSoul(agentId);
  const text = draft ?? current.soul;
  const changed = draft !== undefined && draft.trim() !== base.soul.trim();
  const problem = changed ? lengthProblem(t, text) : undefined;
  const conflict = put.error?.status === 409;
  const settle = (soul: Soul) => {
    setBase(soul);
    setDraft(undefined);
    put.reset();
  };
  const save = (expectedUpdatedAt: string) =>
    put.mutate(
      { soul: text.trim(), expectedUpdatedAt },
      {
        onSuccess: (answer) => {
          settle({ soul: answer.soul, updatedAt: answer.updatedAt });
          toast.success(t('soul.saved'));
        },
      },
    );
  if (conflict) {
    return (
      <SoulConflict
        mine={text}
        theirs={current}
        saving={put.isPending}
        onKeepMine={() => save(current.updatedAt)}
        onTakeTheirs={() => settle(current)}
        onEdit={() => {
          setBase(current);
          put.reset();
        }}
      />
    );
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !problem) save(draft === undefined ? current.updatedAt : base.updatedAt);
      }}
    >
      <Field
        label={t('soul.label')}
        hint={t('soul.hint')}
        aside={`${format.integer(text.length)} / ${format.integer(SOUL_MAXIMUM_LENGTH)}`}
        error={problem ?? (put.error ? errorText(put.error) : undefined)}
      >
        {(control) => (
          <Textarea
            {...control}
            value={text}
            spellCheck
            onChange={(event) => {
              if (draft === undefined) setBase(current);
              setDraft(event.target.value);
            }}
            className="min-h-[min(26rem,55dvh)] p-4 text-base leading-7 sm:text-base"
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted-foreground">{t('soul.updated', { ago: format.ago(current.updatedAt) })}</p>
        <div className="flex gap-2">
          {changed && (
            <Button variant="secondary" onClick={() => settle(current)}>
              {t('soul.discard')}
            </Button>
          )}
          <Button type="submit" busy={put.isPending} disabled={!changed || Boolean(problem)}>
            {t('common.save')}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Who the agent is, in words that its owner may change. */
export function SoulPage({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const soul = useSoul(agentId);
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-7 sm:px-8 sm:py-9">
      <PageHeader level="h2" title={t('soul.title')} description={t('soul.text')} />
      {soul.isPending && <Skeleton className="h-96" />}
      {soul.error && !soul.data && <ErrorState error={soul.error} onRetry={() => void soul.refetch()} />}
      {soul.data && <SoulEditor agentId={agentId} current={soul.data} />}
    </div>
  );
}
