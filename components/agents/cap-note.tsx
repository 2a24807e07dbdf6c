'use client';

import { Info } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Notice } from '@/components/ui/surface';
import { AGENT_LIMIT } from '@/lib/agents/limits';

/** Why there is no way to another agent. */
export function CapNote() {
  const t = useTranslations();
  return (
    <Notice>
      <Info aria-hidden />
      <p className="max-w-reading">{t('agents.capText', { limit: AGENT_LIMIT })}</p>
    </Notice>
  );
}
