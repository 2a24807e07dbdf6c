'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Meter } from '@/components/ui/meter';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { Notice, Skeleton } from '@/components/ui/surface';
import { usePrompt } from '@/lib/inspection/hooks';
import type { PromptPartWire, PromptWire } from '@/lib/inspection/schema';

function usePartName() {
  const t = useTranslations();
  return (name: string) => {
    const key = `promptView.parts.${name}` as 'promptView.parts.soul';
    return t.has(key) ? t(key) : name;
  };
}

function Part({ part }: { part: PromptPartWire }) {
  const t = useTranslations();
  const format = useFormat();
  const name = usePartName()(part.name);
  return (
    <details className="group rounded-md border bg-surface text-body">
      <summary className="flex min-h-10 list-none items-center gap-2.5 rounded-md px-3 py-1.5 transition-colors hover:bg-raised">
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted-foreground transition-transform group-open:rotate-90" />
        <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
        <span className="shrink-0 text-caption text-muted-foreground tabular-nums">
          {t('promptView.tokens', { shown: format.integer(part.tokens) })}
        </span>
      </summary>
      <div className="grid gap-2 border-t p-3">
        {!part.exact && <p className="text-caption text-warning">{t('promptView.inexact')}</p>}
        <pre
          tabIndex={0}
          role="region"
          aria-label={name}
          className="max-h-96 overflow-auto rounded-md bg-raised p-2.5 font-mono text-caption wrap-anywhere whitespace-pre-wrap"
        >
          {part.text}
        </pre>
        <CopyButton text={part.text} label={t('promptView.copyPart', { part: name })} className="justify-self-end text-muted-foreground" />
      </div>
    </details>
  );
}

function Prompt({ prompt }: { prompt: PromptWire }) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <>
      {prompt.kind === 'recall' ? (
        <Notice>{t('promptView.recall')}</Notice>
      ) : (
        <Meter
          label={t('promptView.total')}
          used={prompt.totalTokens}
          limit={prompt.budgetTokens}
          text={t('promptView.ofBudget', { used: format.integer(prompt.totalTokens), budget: format.integer(prompt.budgetTokens) })}
          hint={prompt.inputTokens > 0 && t('promptView.counted', { tokens: format.integer(prompt.inputTokens) })}
        />
      )}
      <div className="grid gap-2">
        {prompt.parts.map((part) => (
          <Part key={part.name} part={part} />
        ))}
      </div>
    </>
  );
}

function LoadingPrompt() {
  const t = useTranslations();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid gap-2">
      <Skeleton className="mb-3 h-8" />
      {[0, 1, 2, 3, 4].map((index) => (
        <Skeleton key={index} className="h-10" />
      ))}
    </div>
  );
}

type PromptDialogProps = { agentId: string; messageId: string; onClose: () => void; returnFocus: () => void };

/** What the agent saw before it wrote a reply: every part of the prompt with its tokens. */
export function PromptDialog({ agentId, messageId, onClose, returnFocus }: PromptDialogProps) {
  const t = useTranslations();
  const { data, error, isPending, refetch } = usePrompt(agentId, messageId);
  const whole = data?.parts.map(({ text }) => text).join('\n\n');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      returnFocus={returnFocus}
      title={t('promptView.title')}
      description={t('promptView.text')}
      placement="end"
      className="sm:w-[min(40rem,94vw)]"
      footer={whole && <CopyButton text={whole} label={t('promptView.copyAll')} showLabel variant="secondary" />}
    >
      {isPending && <LoadingPrompt />}
      {!data && error?.status === 404 && <EmptyState title={t('promptView.notKeptTitle')}>{t('promptView.notKept')}</EmptyState>}
      {!data && error && error.status !== 404 && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && <Prompt prompt={data} />}
    </Dialog>
  );
}
