import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { getTranslations } from '@/messages/server';

export default async function NotFound() {
  const t = await getTranslations();
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
