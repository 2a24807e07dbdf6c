'use client';

import { Languages } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Menu, MenuRadioGroup, MenuRadioItem } from '@/components/ui/menu';
import { isLocale, type Locale, localeCookie, localeNames, locales } from '@/messages/locales';
import { keepCookie } from './keep-cookie';

/** The language of the page, and a way to change it that keeps everything on the page as it is. */
export function useLocaleChoice(): { locale: Locale; choose: (locale: string) => void; changing: boolean } {
  const router = useRouter();
  const [changing, start] = useTransition();
  const choose = (chosen: string) => {
    if (!isLocale(chosen)) return;
    keepCookie(localeCookie, chosen);
    start(() => router.refresh());
  };
  return { locale: useLocale(), choose, changing };
}

/** The languages as choices inside a menu. Each stands in its own words. */
export function LocaleMenuItems() {
  const t = useTranslations();
  const { locale, choose } = useLocaleChoice();
  return (
    <MenuRadioGroup value={locale} onValueChange={choose} aria-label={t('account.language')}>
      {locales.map((code) => (
        <MenuRadioItem key={code} value={code} lang={code}>
          {localeNames[code]}
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  );
}

/** A button that shows the language and opens the choice, for pages without an account menu. */
export function LocaleSwitch({ className }: { className?: string }) {
  const t = useTranslations();
  const { locale, changing } = useLocaleChoice();
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          size="small"
          className={className}
          aria-label={`${t('account.language')}: ${localeNames[locale]}`}
          busy={changing}
        >
          {!changing && <Languages aria-hidden />}
          {localeNames[locale]}
        </Button>
      }
    >
      <LocaleMenuItems />
    </Menu>
  );
}
