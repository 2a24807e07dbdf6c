import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { SignInPanel } from '@/components/auth/sign-in-panel';
import { LocaleSwitch } from '@/components/shell/locale-switch';
import { Wordmark } from '@/components/shell/mark';
import { readMe } from '@/lib/auth/service';
import { getTranslations, titledBy } from '@/messages/server';

export const generateMetadata = titledBy('signIn.title');

/** A path of this site, never another site's address. */
function ownPath(next: string | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next)) return '/agents';
  const address = new URL(next, 'http://localhost');
  return address.host === 'localhost' ? address.pathname + address.search : '/agents';
}

export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const t = await getTranslations();
  const { next } = await searchParams;
  const target = ownPath(typeof next === 'string' ? next : undefined);
  const cookie = (await headers()).get('cookie') ?? '';
  if (await readMe(new Request('http://localhost/', { headers: { cookie } }))) redirect(target);
  return (
    <main id="main" className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-8 px-6 py-12">
      <div className="flex items-center justify-between">
        <Link href="/" className="rounded-md">
          <Wordmark />
        </Link>
        <LocaleSwitch />
      </div>
      <div className="grid gap-2">
        <h1 className="text-2xl font-semibold tracking-tight">{t('signIn.title')}</h1>
        <p className="leading-relaxed text-muted-foreground">{t('signIn.text')}</p>
      </div>
      <SignInPanel next={target} />
      <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">{t('signIn.privacy')}</p>
    </main>
  );
}
