'use client';

import { useTranslations } from 'use-intl';
import { Mark } from '@/components/shell/mark';
import { buttonStyles } from '@/components/ui/button-styles';

/** Every page carries this one along, so it is made of little. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations();
  return (
    <main id="main" role="alert" className="mx-auto grid min-h-dvh max-w-md content-center justify-items-start gap-4 px-6">
      <Mark className="size-8" />
      <h1 className="text-heading font-semibold">{t('site.crashTitle')}</h1>
      <p className="text-reading text-muted-foreground">{t('site.crashText')}</p>
      {error.digest && <p className="font-mono text-caption text-muted-foreground">{t('common.requestId', { id: error.digest })}</p>}
      <button type="button" className={buttonStyles()} onClick={reset}>
        {t('common.retry')}
      </button>
    </main>
  );
}
