import { Mark } from '@/components/shell/mark';
import { buttonStyles } from '@/components/ui/button-styles';
import { getTranslations } from '@/messages/server';

/** Every page carries this one along, so it is made of little: even its way out is a plain link. */
export default async function NotFound() {
  const t = await getTranslations();
  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-md content-center justify-items-start gap-4 px-6">
      <Mark className="size-8" />
      <h1 className="text-heading font-semibold">{t('site.notFoundTitle')}</h1>
      <p className="text-reading text-muted-foreground">{t('site.notFoundText')}</p>
      {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- a Link would bring its router code into every page */}
      <a href="/agents" className={buttonStyles()}>
        {t('site.toAgents')}
      </a>
    </main>
  );
}
