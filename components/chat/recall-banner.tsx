import { Lightbulb } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Notice } from '@/components/ui/surface';

const variables = ['XAI_API_KEY', 'OPENAI_API_KEY', 'OLLAMA_BASE_URL'];

/** Says plainly that no language model answers here, what does, and what would change it. */
export function RecallBanner() {
  const t = useTranslations();
  return (
    <Notice tone="warning" className="mx-auto w-full max-w-3xl">
      <Lightbulb aria-hidden />
      <details className="group min-w-0 flex-1">
        <summary className="list-none rounded-sm">
          <span className="font-medium">{t('recall.title')}</span> <span className="max-sm:hidden">{t('recall.text')} </span>
          <span className="underline underline-offset-3 group-open:hidden">{t('recall.how')}</span>
        </summary>
        <div className="mt-2 grid gap-2">
          <p className="sm:hidden">{t('recall.text')}</p>
          <p>{t('recall.what')}</p>
          <p>
            {t('recall.set')}{' '}
            {variables.map((name, index) => (
              <span key={name}>
                {index > 0 && ', '}
                <code className="font-mono text-[0.8125rem]">{name}</code>
              </span>
            ))}
            . {t('recall.local')}
          </p>
        </div>
      </details>
    </Notice>
  );
}
