'use client';

import { useTranslations } from 'use-intl';
import { ErrorState } from '@/components/ui/states';

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations();
  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-lg content-center px-6">
      <ErrorState error={{ message: t('site.crashText'), requestId: error.digest }} title={t('site.crashTitle')} onRetry={reset} />
    </main>
  );
}
