'use client';

import { useTranslations } from 'use-intl';
import type { AgentDetailWire } from '@/lib/agents/schema';

/** Ids that providers know, where they differ from the catalogue's. */
const CATALOGUE_ID: Record<string, string> = { 'grok-4-1-fast-non-reasoning': 'none' };

/** The name of the model that answers, as people call it. */
export function useModelName(): (info: AgentDetailWire['modelInfo']) => string {
  const t = useTranslations();
  return ({ chat, provider, availableModels }) => {
    if (provider === 'embedded') return t('chat.modelRecall');
    const id = CATALOGUE_ID[chat] ?? chat;
    return (provider !== 'local' && availableModels.find((model) => model.id === id)?.label) || chat;
  };
}
