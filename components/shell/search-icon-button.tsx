'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { useShell } from './shell-context';

/** A button with a glass, for phones, which have no sidebar. */
export function SearchIconButton() {
  const t = useTranslations();
  const { openLayer } = useShell();
  return (
    <Button variant="ghost" size="icon" aria-label={t('shell.search')} className="md:hidden" onClick={() => openLayer('palette')}>
      <Search aria-hidden />
    </Button>
  );
}
