'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { useAgent } from '@/lib/agents/hooks';
import { estimateTokens } from '@/lib/llm/tokens';

/** The part of the prompt that holds the soul, in the prompt's own language. */
function asInPrompt(soul: string): string {
  return ['Your soul, the character you have grown into:', '<data name="soul">', soul.trim(), '</data>'].join('\n');
}

/** What becomes of the text when the agent answers: its place in the prompt, and what it takes of it. */
export function SoulView({ agentId, text }: { agentId: string; text: string }) {
  const t = useTranslations();
  const format = useFormat();
  const agent = useAgent(agentId).data?.agent;
  const recall = agent?.modelInfo.provider === 'embedded';
  return (
    <details className="group rounded-lg border bg-surface">
      <summary className="flex min-h-control items-center gap-2 rounded-lg px-3.5 py-2 text-body font-medium select-none [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-muted-foreground transition-transform duration-state group-open:rotate-90 rtl:rotate-180"
        />
        {t('soul.view')}
        <span className="ms-auto text-caption font-normal text-muted-foreground tabular-nums">
          {t('soul.tokens', { count: estimateTokens(text), shown: format.integer(estimateTokens(text)) })}
        </span>
      </summary>
      <div className="grid gap-3 border-t px-3.5 py-3.5 text-body text-muted-foreground">
        <p className="max-w-reading">{t(recall ? 'soul.viewRecall' : 'soul.viewText')}</p>
        <pre
          tabIndex={0}
          aria-label={t('soul.view')}
          className="max-h-72 overflow-y-auto rounded-md bg-raised p-3 font-mono text-caption leading-relaxed wrap-anywhere whitespace-pre-wrap text-foreground"
        >
          {asInPrompt(text)}
        </pre>
      </div>
    </details>
  );
}
