import { useTranslations } from 'use-intl';
import type { KeyOf } from '@/messages/keys';

/** How far the agent has come in knowing its owner: the phase, and the way through it. */
export function Phase({ phase, progress }: { phase: string; progress: number }) {
  const t = useTranslations();
  const name = t(`phases.${phase}` as KeyOf<'phases'>);
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-2 text-caption">
        <span className="font-medium">{name}</span>
        <span className="text-muted-foreground tabular-nums">{t('agents.phaseProgress', { progress })}</span>
      </div>
      <svg
        role="progressbar"
        aria-label={t('agents.phaseLabel', { phase: name })}
        aria-valuenow={progress}
        aria-valuemin={0}
        aria-valuemax={100}
        viewBox="0 0 100 3"
        preserveAspectRatio="none"
        className="h-1 w-full rounded-full"
      >
        <rect width="100" height="3" className="fill-raised" />
        <rect width={progress} height="3" className="fill-accent" />
      </svg>
    </div>
  );
}
