'use client';

import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { useAgent } from '@/lib/agents/hooks';
import type { KeyOf } from '@/messages/keys';

/** Says what the built-in encoder cannot do, where the agent speaks another language than the one it reads. */
export function LanguageNote({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const language = useAgent(agentId).data?.agent.preferredLanguage;
  if (!language || /^en\b/i.test(language)) return null;
  const key = `languages.${language}` as KeyOf<'languages'>;
  return (
    <Callout tone="info" title={t('memory.languageTitle', { language: t.has(key) ? t(key) : language })}>
      {t('memory.languageText')}
    </Callout>
  );
}
