'use client';

import { useTranslations } from 'use-intl';
import { useRenewal } from '@/components/health/quota-meter';
import { useFormat } from '@/components/shell/use-format';
import { useAgentHealth } from '@/lib/health/hooks';

/** From this share of the day's tokens on, the field says what is left. */
const LOW_SHARE = 0.2;

/** Why nothing can be sent to an agent now, and what its owner should know before it comes to that. */
export function useComposerState(agentId: string, paused: boolean): { blockedReason?: string; note?: string } {
  const t = useTranslations();
  const format = useFormat();
  const renewal = useRenewal();
  const health = useAgentHealth(agentId).data;
  if (paused) return { blockedReason: t('chat.paused') };
  if (!health?.quota.metered) return {};
  const { remainingTokens, limitTokens, resetsAt } = health.quota;
  const { when, time } = renewal(resetsAt);
  if (health.problems.some(({ reason }) => reason === 'quota')) return { blockedReason: t('chat.quotaUsedUp', { when, time }) };
  if (remainingTokens > limitTokens * LOW_SHARE) return {};
  return { note: t('chat.quotaLow', { tokens: format.integer(remainingTokens), when, time }) };
}
