'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/surface';
import { classNames } from '@/components/ui/class-names';
import { Progress } from '@/components/ui/meter';
import type { AwarenessWire } from '@/lib/awareness/schema';

type PhaseName = AwarenessWire['phase'];

/** The eight phases in their order, and where the agent stands among them. */
export function PhaseLadder({ awareness }: { awareness: AwarenessWire }) {
  const t = useTranslations();
  const { phases } = awareness.economyCapabilities;
  const names = (Object.keys(phases) as PhaseName[]).sort((one, other) => phases[one].startsAt - phases[other].startsAt);
  const at = names.indexOf(awareness.phase);
  const next = names[at + 1];
  return (
    <ol className="grid">
      {names.map((name, index) => {
        const reached = index < at;
        const current = index === at;
        return (
          <li
            key={name}
            aria-current={current ? 'step' : undefined}
            className="group relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 pb-4 last:pb-0"
          >
            <span aria-hidden className="absolute start-3.5 top-8 bottom-0.5 w-px bg-border-strong group-last:hidden" />
            <span
              aria-hidden
              className={classNames(
                'grid size-7 place-items-center rounded-full border bg-surface text-caption tabular-nums [&_svg]:size-3.5',
                reached && 'border-transparent bg-accent-soft text-accent-strong',
                current && 'border-transparent bg-accent font-semibold text-accent-foreground',
                !reached && !current && 'text-muted-foreground',
              )}
            >
              {reached ? <Check /> : index + 1}
            </span>
            <div className="grid min-w-0 gap-1 pt-0.5">
              <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-body">
                <span className={classNames('font-medium', !reached && !current && 'text-muted-foreground')}>{t(`phases.${name}`)}</span>
                {reached && <span className="sr-only">{t('growth.reached')}</span>}
                {current && <Badge tone="accent">{t('growth.now')}</Badge>}
                <span className="ms-auto text-caption text-muted-foreground tabular-nums">
                  {t('growth.startsAt', { count: phases[name].startsAt })}
                </span>
              </p>
              {current && (
                <>
                  <p className="text-label text-muted-foreground">{t(`growth.phases.${name}`)}</p>
                  {next && (
                    <Progress
                      label={t('growth.toNext', { phase: t(`phases.${next}`) })}
                      percent={awareness.phaseProgress}
                      text={t('growth.ofNext', { have: awareness.effectiveInteractions, need: phases[next].startsAt })}
                      className="mt-1 max-w-md"
                    />
                  )}
                </>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
