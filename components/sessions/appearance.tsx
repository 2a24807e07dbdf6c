'use client';

import { useTheme } from 'next-themes';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { useLocaleChoice } from '@/components/shell/locale-switch';
import { themes } from '@/components/shell/themes';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Card } from '@/components/ui/surface';
import { localeNames, locales } from '@/messages/locales';

function Row({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2.5 px-4 py-3.5">
      <div className="min-w-0 flex-1 basis-44">
        <p id={id} className="text-body font-medium">
          {title}
        </p>
        <p className="text-label text-muted-foreground">{text}</p>
      </div>
      {children}
    </div>
  );
}

/** How the pages look and speak in this browser. Only in the browser is the chosen theme known. */
export function Appearance() {
  const t = useTranslations();
  const { theme = 'system', setTheme } = useTheme();
  const { locale, choose } = useLocaleChoice();
  return (
    <Card className="divide-y">
      <Row title={t('shell.theme')} text={t('account.themeText')}>
        <SegmentedControl
          label={t('shell.theme')}
          value={theme}
          onChange={setTheme}
          className="max-sm:w-full"
          options={themes.map(({ value, message, icon: Icon }) => ({
            value,
            label: (
              <>
                <Icon aria-hidden className="max-sm:hidden" />
                {t(message)}
              </>
            ),
          }))}
        />
      </Row>
      <Row title={t('account.language')} text={t('account.languageText')}>
        <SegmentedControl
          label={t('account.language')}
          value={locale}
          onChange={choose}
          className="max-sm:w-full"
          options={locales.map((code) => ({ value: code, label: <span lang={code}>{localeNames[code]}</span> }))}
        />
      </Row>
    </Card>
  );
}
