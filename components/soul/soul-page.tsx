'use client';

import { History } from 'lucide-react';
import Link from 'next/link';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { SaveBar } from '@/components/shell/save-bar';
import { UnsavedGuard } from '@/components/shell/unsaved-guard';
import { useFormat } from '@/components/shell/use-format';
import { useSaveKey } from '@/components/shell/use-save-key';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { classNames } from '@/components/ui/class-names';
import { ErrorState } from '@/components/ui/states';
import { Card, Skeleton } from '@/components/ui/surface';
import { useErrorText } from '@/components/ui/use-error-text';
import { useSoul } from '@/lib/soul/hooks';
import { SOUL_MAXIMUM_LENGTH, SOUL_MINIMUM_LENGTH } from '@/lib/soul/limits';
import { SoulConflict } from './soul-conflict';
import { SoulView } from './soul-view';
import { type Soul, useSoulEditor } from './use-soul-editor';

/** A field that is as high as its text. The text itself, unseen, gives the height in every browser. */
function Paper({
  text,
  invalid,
  describedBy,
  onType,
}: {
  text: string;
  invalid: boolean;
  describedBy: string;
  onType: (text: string) => void;
}) {
  const t = useTranslations();
  const set =
    'col-start-1 row-start-1 min-h-[max(16rem,45dvh)] w-full px-4 py-4 text-base leading-7 sm:px-7 sm:py-6 wrap-anywhere whitespace-pre-wrap';
  return (
    <Card className={classNames('grid transition-colors duration-state focus-within:border-ring', invalid && 'border-danger')}>
      <div aria-hidden className={classNames(set, 'invisible')}>
        {`${text}\n`}
      </div>
      <textarea
        aria-label={t('soul.label')}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        spellCheck
        value={text}
        onChange={(event) => onType(event.target.value)}
        className={classNames(set, 'resize-none overflow-hidden rounded-lg bg-transparent focus-visible:outline-ring/60')}
      />
    </Card>
  );
}

function SoulEditor({ agentId, current }: { agentId: string; current: Soul }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const format = useFormat();
  const editor = useSoulEditor(agentId, current);
  const hint = useId();
  useSaveKey(() => void editor.save());
  if (editor.conflict) {
    return (
      <>
        <UnsavedGuard when onLeave={editor.discard} />
        <SoulConflict
          mine={editor.text}
          theirs={current}
          saving={editor.saving}
          problem={editor.error && errorText(editor.error)}
          onKeepMine={editor.keepMine}
          onTakeTheirs={editor.discard}
          onEdit={editor.editFurther}
        />
      </>
    );
  }
  const { length } = editor.text;
  const problem =
    editor.problem === 'tooShort'
      ? t('soul.tooShort', { minimum: SOUL_MINIMUM_LENGTH })
      : editor.problem && t('soul.tooLong', { maximum: SOUL_MAXIMUM_LENGTH });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        editor.save();
      }}
    >
      <UnsavedGuard when={editor.changed} onLeave={editor.discard} />
      <Paper text={editor.text} invalid={Boolean(problem)} describedBy={hint} onType={editor.type} />
      <div id={hint} className="grid gap-1 text-label text-muted-foreground">
        {problem && (
          <p role="alert" className="text-danger">
            {problem}
          </p>
        )}
        <p>{t('soul.hint')}</p>
      </div>
      <SoulView agentId={agentId} text={editor.text} />
      {editor.error && (
        <Callout tone="danger" role="alert" title={t('soul.notSaved')}>
          {errorText(editor.error)}
        </Callout>
      )}
      <SaveBar
        note={
          <p className="flex flex-wrap gap-x-3">
            <span className={classNames('tabular-nums', length > SOUL_MAXIMUM_LENGTH && 'font-medium text-danger')}>
              {t('soul.characters', { used: format.integer(length), limit: format.integer(SOUL_MAXIMUM_LENGTH) })}
            </span>
            <span role="status">{editor.changed ? t('common.unsaved') : t('soul.updated', { ago: format.ago(current.updatedAt) })}</span>
          </p>
        }
      >
        {editor.changed && (
          <Button variant="secondary" onClick={editor.discard}>
            {t('soul.discard')}
          </Button>
        )}
        <Button type="submit" busy={editor.saving} disabled={!editor.changed || Boolean(problem)}>
          {t('common.save')}
        </Button>
      </SaveBar>
    </form>
  );
}

function LoadingSoul() {
  const t = useTranslations();
  return (
    <Card
      role="status"
      aria-label={t('common.loading')}
      className="grid min-h-[max(16rem,45dvh)] content-start gap-3.5 px-4 py-5 sm:px-7 sm:py-7"
    >
      {['w-2/5', 'w-11/12', 'w-full', 'w-4/5', 'w-full', 'w-2/3'].map((width, index) => (
        <Skeleton key={index} className={`h-4 ${width}`} />
      ))}
    </Card>
  );
}

/** Who the agent is, in words that its owner may change. */
export function SoulPage({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const soul = useSoul(agentId);
  return (
    <div className="mx-auto grid w-full max-w-[calc(var(--container-reading)+8rem)] gap-6 px-4 pt-7 sm:px-8 sm:pt-9">
      <PageHeader
        level="h2"
        title={t('soul.title')}
        description={t('soul.text')}
        action={
          <Button asChild variant="secondary">
            <Link href={`/agents/${agentId}/soul/history`}>
              <History aria-hidden />
              {t('soul.history')}
            </Link>
          </Button>
        }
      />
      {soul.isPending && <LoadingSoul />}
      {soul.error && !soul.data && <ErrorState error={soul.error} onRetry={() => void soul.refetch()} />}
      {soul.data && <SoulEditor agentId={agentId} current={soul.data} />}
    </div>
  );
}
