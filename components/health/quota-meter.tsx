'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Meter } from '@/components/ui/meter';
import { Popover } from '@/components/ui/popover';
import { useAgentHealth } from '@/lib/health/hooks';
import type { QuotaWire } from '@/lib/health/schema';

const NEARLY = 0.8;
/** Circumference of the ring below. */
const ROUND = 2 * Math.PI * 6;

function Ring({ share, className }: { share: number; className: string }) {
  return (
    <svg aria-hidden viewBox="0 0 16 16" className="-rotate-90">
      <circle cx="8" cy="8" r="6" fill="none" strokeWidth="2.5" className="stroke-pressed" />
      <circle
        cx="8"
        cy="8"
        r="6"
        fill="none"
        strokeWidth="2.5"
        strokeDasharray={`${(share * ROUND).toFixed(2)} ${ROUND.toFixed(2)}`}
        className={className}
      />
    </svg>
  );
}

/** When the day's tokens are renewed, in words and by the clock. */
export function useRenewal() {
  const t = useTranslations();
  const formatter = useFormatter();
  const format = useFormat();
  return (resetsAt: string) => {
    const when = formatter.relativeTime(new Date(resetsAt), new Date());
    const time = format.time(resetsAt);
    return { when, time, text: t('quota.renewedAt', { when, time }) };
  };
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex justify-between gap-4 py-1">
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="tabular-nums">{value}</dd>
    </div>
  );
}

function Details({ quota, text }: { quota: QuotaWire; text: string }) {
  const t = useTranslations();
  const format = useFormat();
  const renewal = useRenewal();
  const { usedTokens, reservedTokens, remainingTokens, limitTokens, resetsAt } = quota;
  const taken = usedTokens + reservedTokens;
  return (
    <div className="grid gap-3">
      <Meter label={t('quota.details')} used={taken} limit={limitTokens} text={text} hint={renewal(resetsAt).text} />
      <dl className="border-y py-1.5 text-label">
        <Figure label={t('quota.used')} value={format.integer(usedTokens)} />
        <Figure label={t('quota.held')} value={format.integer(reservedTokens)} />
        <Figure label={t('quota.left')} value={format.integer(remainingTokens)} />
      </dl>
      {taken >= limitTokens * NEARLY && (
        <p className={classNames('font-medium', taken >= limitTokens ? 'text-danger' : 'text-warning')}>
          {t(taken >= limitTokens ? 'quota.exhausted' : 'quota.nearly')}
        </p>
      )}
      <p className="text-label text-muted-foreground">{t('quota.perAgent')}</p>
    </div>
  );
}

/** What an agent has used of its tokens of today. Nothing in recall mode, which uses none. */
export function QuotaMeter({ agentId }: { agentId: string }) {
  const t = useTranslations();
  const format = useFormat();
  const quota = useAgentHealth(agentId).data?.quota;
  if (!quota?.metered) return null;
  const taken = quota.usedTokens + quota.reservedTokens;
  const share = Math.min(1, taken / quota.limitTokens);
  const text = t('quota.of', { used: format.count(taken), limit: format.count(quota.limitTokens) });
  const tone = share >= 1 ? 'danger' : share >= NEARLY ? 'warning' : 'accent';
  const strokes = { danger: 'stroke-danger', warning: 'stroke-warning', accent: 'stroke-accent' };
  return (
    <Popover
      align="end"
      label={t('quota.details')}
      className="w-[min(19rem,calc(100vw-1.5rem))]"
      trigger={
        <Button
          variant="ghost"
          size="small"
          aria-label={`${t('quota.label')}: ${text}`}
          className={classNames('px-2 text-muted-foreground', tone === 'danger' && 'text-danger', tone === 'warning' && 'text-warning')}
        >
          <Ring share={share} className={strokes[tone]} />
          <span className="tabular-nums max-sm:hidden">{text}</span>
        </Button>
      }
    >
      <Details quota={quota} text={text} />
    </Popover>
  );
}
