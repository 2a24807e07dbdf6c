'use client';

import {
  Activity,
  BookOpen,
  ChartColumn,
  KeyRound,
  Library,
  LogOut,
  Plus,
  SlidersHorizontal,
  Sparkles,
  Sprout,
  UserRound,
} from 'lucide-react';
import { useTheme } from 'next-themes';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Dialog } from '@/components/ui/dialog';
import { EagerLink } from '@/components/ui/eager-link';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { toast } from '@/components/ui/toast';
import { useErrorText } from '@/components/ui/use-error-text';
import { useLogout } from '@/lib/auth/hooks';
import { localeNames, locales } from '@/messages/locales';
import { useCurrentAgent } from './current-agent';
import { shortAddress } from './format';
import { loadPage } from './load-page';
import { useLocaleChoice } from './locale-switch';
import { useShell } from './shell-context';
import { themes } from './themes';

function Places() {
  const t = useTranslations();
  const path = usePathname();
  const { agent } = useCurrentAgent();
  const places: { href: string; label: string; icon: ReactNode; prefetch?: false }[] = [
    ...(agent
      ? [
          { href: `/agents/${agent.id}/growth`, label: t('shell.growthOf', { name: agent.name }), icon: <Sprout aria-hidden /> },
          {
            href: `/agents/${agent.id}/reflection`,
            label: t('shell.reflectionOf', { name: agent.name }),
            icon: <Sparkles aria-hidden />,
          },
          { href: `/agents/${agent.id}/usage`, label: t('shell.usageOf', { name: agent.name }), icon: <ChartColumn aria-hidden /> },
          {
            href: `/agents/${agent.id}/knowledge`,
            label: t('shell.knowledgeOf', { name: agent.name }),
            icon: <Library aria-hidden />,
          },
          {
            href: `/agents/${agent.id}/settings`,
            label: t('shell.settingsOf', { name: agent.name }),
            icon: <SlidersHorizontal aria-hidden />,
          },
        ]
      : []),
    { href: '/agents/new', label: t('nav.newAgent'), icon: <Plus aria-hidden /> },
    { href: '/settings/api-keys', label: t('nav.apiKeys'), icon: <KeyRound aria-hidden /> },
    { href: '/docs/api', label: t('shell.apiReference'), icon: <BookOpen aria-hidden />, prefetch: false },
    { href: '/settings/health', label: t('shell.health'), icon: <Activity aria-hidden /> },
    { href: '/settings', label: t('shell.account'), icon: <UserRound aria-hidden /> },
  ];
  return (
    <ul className="-mx-2 grid">
      {places.map(({ href, label, icon, prefetch }) => (
        <li key={href}>
          <EagerLink
            href={href}
            prefetch={prefetch}
            aria-current={path === href ? 'page' : undefined}
            className={classNames(
              'flex min-h-11 items-center gap-3 rounded-md px-2 text-body [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-muted-foreground',
              path === href && 'bg-raised font-medium',
            )}
          >
            {icon}
            <span className="truncate">{label}</span>
          </EagerLink>
        </li>
      ))}
    </ul>
  );
}

/** Everything that has no room in the bar of a phone. */
export function MoreSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const { walletAddress } = useShell();
  const { theme = 'system', setTheme } = useTheme();
  const { locale, choose } = useLocaleChoice();
  const logout = useLogout();
  const leave = () => logout.mutate(undefined, { onSuccess: () => loadPage('/'), onError: (error) => toast.error(errorText(error)) });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('shell.moreTitle')}>
      <Places />
      <div className="grid gap-4 border-t pt-4">
        <SegmentedControl
          label={t('shell.theme')}
          value={theme}
          onChange={setTheme}
          options={themes.map(({ value, message }) => ({ value, label: t(message) }))}
        />
        <SegmentedControl
          label={t('account.language')}
          value={locale}
          onChange={choose}
          options={locales.map((code) => ({ value: code, label: localeNames[code] }))}
        />
        <div className="flex items-center justify-between gap-3">
          <span className="truncate font-mono text-caption text-muted-foreground">{shortAddress(walletAddress)}</span>
          <Button variant="secondary" busy={logout.isPending} onClick={leave}>
            <LogOut aria-hidden />
            {t('account.signOut')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
