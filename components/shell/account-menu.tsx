'use client';

import { LogOut, Monitor, Moon, Sun, Wallet } from 'lucide-react';
import { useTheme } from 'next-themes';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@/components/ui/menu';
import { useErrorText } from '@/components/ui/use-error-text';
import { useLogout } from '@/lib/auth/hooks';
import { shortAddress } from './format';
import { loadPage } from './load-page';
import { LocaleMenuItems } from './locale-switch';

/** Who is signed in, the theme, and the way out. */
export function AccountMenu({ walletAddress, compact = false }: { walletAddress: string; compact?: boolean }) {
  const errorText = useErrorText();
  const t = useTranslations();
  const { theme, setTheme } = useTheme();
  const logout = useLogout();
  const leave = () =>
    logout.mutate(undefined, {
      onSuccess: () => loadPage('/'),
      onError: (error) => toast.error(errorText(error)),
    });
  return (
    <Menu
      align={compact ? 'end' : 'start'}
      trigger={
        <Button
          variant="ghost"
          size={compact ? 'icon' : 'medium'}
          className={compact ? '' : 'w-full justify-start px-2.5'}
          aria-label={t('account.menu')}
        >
          <Wallet aria-hidden />
          {!compact && <span className="font-mono text-xs">{shortAddress(walletAddress)}</span>}
        </Button>
      }
    >
      <MenuLabel>
        <span className="font-mono">{shortAddress(walletAddress)}</span>
      </MenuLabel>
      <MenuSeparator />
      <MenuRadioGroup value={theme} onValueChange={setTheme}>
        <MenuRadioItem value="system">
          <Monitor aria-hidden />
          {t('account.themeSystem')}
        </MenuRadioItem>
        <MenuRadioItem value="light">
          <Sun aria-hidden />
          {t('account.themeLight')}
        </MenuRadioItem>
        <MenuRadioItem value="dark">
          <Moon aria-hidden />
          {t('account.themeDark')}
        </MenuRadioItem>
      </MenuRadioGroup>
      <MenuSeparator />
      <LocaleMenuItems />
      <MenuSeparator />
      <MenuItem onSelect={leave}>
        <LogOut aria-hidden />
        {t('account.signOut')}
      </MenuItem>
    </Menu>
  );
}
