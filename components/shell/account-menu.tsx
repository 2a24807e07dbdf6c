'use client';

import { Keyboard, LogOut, UserRound, Wallet } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Menu, MenuItem, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { useErrorText } from '@/components/ui/use-error-text';
import { useLogout } from '@/lib/auth/hooks';
import { shortAddress } from './format';
import { ShortcutKeys } from './key-names';
import { loadPage } from './load-page';
import { LocaleMenuItems } from './locale-switch';
import { useShell } from './shell-context';
import { SidebarLabel } from './sidebar-entry';
import { themes } from './themes';

/** Who is signed in, the theme, the language, and the way out. */
export function AccountMenu({ walletAddress }: { walletAddress: string }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const router = useRouter();
  const { openLayer } = useShell();
  const { theme, setTheme } = useTheme();
  const logout = useLogout();
  const leave = () =>
    logout.mutate(undefined, {
      onSuccess: () => loadPage('/'),
      onError: (error) => toast.error(errorText(error)),
    });
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={t('account.menu')}
          title={shortAddress(walletAddress)}
          className="flex h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-caption text-muted-foreground transition-colors duration-state hover:bg-raised hover:text-foreground data-[state=open]:bg-raised [&>svg]:size-4 [&>svg]:shrink-0"
        >
          <Wallet aria-hidden />
          <SidebarLabel className="font-mono">{shortAddress(walletAddress)}</SidebarLabel>
        </button>
      }
    >
      <MenuLabel>
        <span className="font-mono">{shortAddress(walletAddress)}</span>
      </MenuLabel>
      <MenuItem onSelect={() => router.push('/settings')}>
        <UserRound aria-hidden />
        {t('shell.account')}
      </MenuItem>
      <MenuItem onSelect={() => openLayer('shortcuts')} shortcut={<ShortcutKeys id="help" />}>
        <Keyboard aria-hidden />
        {t('shell.shortcuts')}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{t('shell.theme')}</MenuLabel>
      <MenuRadioGroup value={theme} onValueChange={setTheme} aria-label={t('shell.theme')}>
        {themes.map(({ value, message, icon: Icon }) => (
          <MenuRadioItem key={value} value={value}>
            <Icon aria-hidden />
            {t(message)}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuLabel>{t('account.language')}</MenuLabel>
      <LocaleMenuItems />
      <MenuSeparator />
      <MenuItem onSelect={leave}>
        <LogOut aria-hidden />
        {t('account.signOut')}
      </MenuItem>
    </Menu>
  );
}
