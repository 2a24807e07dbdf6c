import { ArrowRight, Brain, Feather, HardDrive, Terminal } from 'lucide-react';
import { headers } from 'next/headers';
import Link from 'next/link';
import { InstallState } from '@/components/shell/install-state';
import { LocaleSwitch } from '@/components/shell/locale-switch';
import { Wordmark } from '@/components/shell/mark';
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

async function isSignedIn(): Promise<boolean> {
  const cookie = (await headers()).get('cookie') ?? '';
  return Boolean(await readMe(new Request('http://localhost/', { headers: { cookie } })));
}

export default async function LandingPage() {
  const t = await getTranslations();
  const [signedIn, { modelId, provider }] = await Promise.all([isSignedIn(), providers().resolveChatModel(null)]);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-5xl flex-col px-5 sm:px-8">
      <header className="flex h-16 items-center justify-between">
        <Wordmark />
        <div className="flex items-center gap-1">
          <LocaleSwitch />
          <Button asChild variant="ghost" size="small">
            <Link href={signedIn ? '/agents' : '/sign-in'}>{t(signedIn ? 'nav.agents' : 'signIn.title')}</Link>
          </Button>
        </div>
      </header>
      <main id="main" className="grid flex-1 content-center gap-14 py-14">
        <div className="grid max-w-2xl gap-6">
          <h1 className="text-4xl leading-[1.08] font-semibold tracking-tight text-balance sm:text-6xl">{t('landing.headline')}</h1>
          <p className="max-w-xl text-lg leading-relaxed text-muted-foreground">{t('landing.lead')}</p>
          <Button asChild size="large" className="justify-self-start">
            <Link href={signedIn ? '/agents' : '/sign-in'}>
              {t(signedIn ? 'landing.ctaSignedIn' : 'landing.cta')}
              <ArrowRight aria-hidden />
            </Link>
          </Button>
          <InstallState model={modelId} provider={provider} />
        </div>
        <ul className="grid gap-x-10 gap-y-7 border-t pt-9 sm:grid-cols-2">
          {points.map(({ icon: Icon, topic }) => (
            <li key={topic} className="grid grid-cols-[1.5rem_1fr] gap-x-3 gap-y-1">
              <Icon aria-hidden className="mt-0.5 size-4.5 text-accent-strong" />
              <h2 className="font-semibold">{t(`landing.${topic}Title`)}</h2>
              <p className="col-start-2 text-sm leading-relaxed text-muted-foreground">{t(`landing.${topic}Text`)}</p>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
