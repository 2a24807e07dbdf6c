'use client';

import { Lightbulb, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/surface';
import { InlineCode } from '@/components/ui/code-block';
import { createKeptTexts } from './kept-text';

const variables = ['XAI_API_KEY', 'OPENAI_API_KEY', 'OLLAMA_BASE_URL'];

const dismissals = createKeptTexts('selfclaw:recall-hint:');

/** What recall mode does and does not do, and what would change it. */
export function RecallExplanation() {
  const t = useTranslations();
  return (
    <div className="grid gap-2 text-body">
      <p>{t('recall.what')}</p>
      <p>
        {t('recall.set')}{' '}
        {variables.map((name, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <InlineCode>{name}</InlineCode>
          </span>
        ))}
        . {t('recall.local')}
      </p>
    </div>
  );
}

/** Says plainly that no language model answers here, until it has been read once for this agent. */
export function RecallBanner({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const dismissed = dismissals.useText(agentId) !== '';
  if (dismissed) return null;
  return (
    <Notice tone="neutral" className="py-2.5 pe-2">
      <Lightbulb aria-hidden />
      <details className="group min-w-0 flex-1">
        <summary className="list-none rounded-sm">
          <span className="font-medium">{t('recall.title')}</span> <span className="max-sm:hidden">{t('recall.text')} </span>
          <span className="text-accent-strong underline underline-offset-3 group-open:hidden">{t('recall.how')}</span>
        </summary>
        <div className="mt-2 grid gap-2">
          <p className="sm:hidden">{t('recall.text')}</p>
          <RecallExplanation />
        </div>
      </details>
      <Button
        variant="ghost"
        size="icon-small"
        className="-my-1 text-muted-foreground"
        aria-label={t('recall.dismiss')}
        onClick={() => dismissals.write(agentId, 'read')}
      >
        <X aria-hidden />
      </Button>
    </Notice>
  );
}
