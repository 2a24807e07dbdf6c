import { ArrowRight, Brain, Feather, HardDrive, Terminal } from 'lucide-react';
import { headers } from 'next/headers';
import Link from 'next/link';
import { InstallState } from '@/components/shell/install-state';
import { LocaleSwitch } from '@/components/shell/locale-switch';
import { Wordmark } from '@/components/shell/mark';
import { Exhibit } from '@/components/site/exhibit';
import { Personas } from '@/components/site/personas';
import { Button } from '@/components/ui/button';
import { readMe } from '@/lib/auth/service';
import { providers } from '@/lib/llm/runtime';
import { getTranslations } from '@/messages/server';

const points = [
  { icon: Brain, topic: 'memory' },
  { icon: Feather, topic: 'soul' },
  { icon: HardDrive, topic: 'own' },
  { icon: Terminal, topic: 'api' },
] as const;

const steps = ['first', 'second', 'third'] as const;

async function isSignedIn(): Promise<boolean> {
  const cookie = (await headers()).get('cookie') ?? '';
  return Boolean(await readMe(new Request('http://localhost/', { headers: { cookie } })));
}

async function Begin({ signedIn }: { signedIn: boolean }) {
  const t = await getTranslations();
  return (
    <Button asChild size="large">
      <Link href={signedIn ? '/agents' : '/sign-in'}>
        {t(signedIn ? 'landing.ctaSignedIn' : 'landing.cta')}
        <ArrowRight aria-hidden />
      </Link>
    </Button>
  );
}

export default async function LandingPage() {
  const t = await getTranslations();
  const [signedIn, { modelId, provider }] = await Promise.all([isSignedIn(), providers().resolveChatModel(null)]);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-page flex-col px-5 sm:px-8">
      <header className="flex h-16 items-center gap-1">
        <Wordmark className="me-auto" />
        <Button asChild variant="ghost" size="small" className="hidden sm:inline-flex">
          <Link href="/docs/api">{t('landing.reference')}</Link>
        </Button>
        <LocaleSwitch />
        <Button asChild variant="secondary" size="small">
          <Link href={signedIn ? '/agents' : '/sign-in'}>{t(signedIn ? 'nav.agents' : 'signIn.title')}</Link>
        </Button>
      </header>
      <main id="main" tabIndex={-1} className="grid flex-1 content-start gap-20 pt-8 pb-20 outline-none sm:gap-28 lg:pt-14">
        {/* Nothing stands by what is parsed after it: a slow machine paints the beginning first, and would move it. */}
        <div className="grid items-start gap-12 lg:grid-cols-[1fr_29rem] lg:gap-16">
          <div className="grid gap-7 lg:pt-5">
            <h1 className="text-display font-semibold text-balance">{t('landing.headline')}</h1>
            <p className="max-w-xl text-lead text-pretty text-muted-foreground">{t('landing.lead')}</p>
            <div className="flex flex-wrap gap-3">
              <Begin signedIn={signedIn} />
            </div>
            <InstallState model={modelId} provider={provider} />
          </div>
          <Exhibit />
        </div>
        <section aria-labelledby="steps" className="grid gap-8">
          <h2 id="steps" className="text-heading font-semibold">
            {t('landing.stepsTitle')}
          </h2>
          <ol className="grid gap-x-10 gap-y-7 sm:grid-cols-3">
            {steps.map((step, index) => (
              <li key={step} className="grid content-start gap-1.5 border-t-2 border-foreground pt-4">
                <span aria-hidden className="font-mono text-label text-muted-foreground">
                  {index + 1}
                </span>
                <h3 className="text-title font-semibold">{t(`landing.${step}Title`)}</h3>
                <p className="text-body text-muted-foreground">{t(`landing.${step}Text`)}</p>
              </li>
            ))}
          </ol>
        </section>
        <section aria-label={t('landing.pointsTitle')}>
          <ul className="grid gap-x-16 gap-y-9 sm:grid-cols-2">
            {points.map(({ icon: Icon, topic }) => (
              <li key={topic} className="grid content-start grid-cols-[1.5rem_1fr] gap-x-3 gap-y-1.5">
                <Icon aria-hidden className="mt-0.5 size-4.5 text-accent-strong" />
                <h2 className="text-title font-semibold">{t(`landing.${topic}Title`)}</h2>
                <p className="col-start-2 max-w-md text-reading text-muted-foreground">{t(`landing.${topic}Text`)}</p>
              </li>
            ))}
          </ul>
        </section>
        <Personas />
        <section aria-labelledby="begin" className="grid justify-items-start gap-6 border-t pt-12">
          <h2 id="begin" className="max-w-2xl text-heading font-semibold text-balance">
            {t('landing.closing')}
          </h2>
          <Begin signedIn={signedIn} />
        </section>
      </main>
      <footer className="flex flex-wrap gap-x-6 gap-y-2 border-t py-6 text-label text-muted-foreground">
        <span className="me-auto">{t('landing.license')}</span>
        <Link href="/docs/api" className="underline-offset-4 hover:text-foreground hover:underline">
          {t('landing.reference')}
        </Link>
        <a href="/api/openapi.json" className="underline-offset-4 hover:text-foreground hover:underline">
          {t('landing.openapi')}
        </a>
      </footer>
    </div>
  );
}
