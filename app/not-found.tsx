import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { t } from '@/messages/translate';

export default function NotFound() {
  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-md content-center justify-items-start gap-4 px-6">
      <p className="font-mono text-sm text-muted-foreground">404</p>
      <h1 className="text-2xl font-semibold tracking-tight">{t('site.notFoundTitle')}</h1>
      <p className="leading-relaxed text-muted-foreground">{t('site.notFoundText')}</p>
      <Button asChild>
        <Link href="/agents">{t('site.toAgents')}</Link>
      </Button>
    </main>
  );
}
