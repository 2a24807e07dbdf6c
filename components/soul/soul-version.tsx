'use client';

import { ChevronRight, RotateCcw } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Badge } from '@/components/ui/surface';
import type { SoulVersionWire } from '@/lib/soul/schema';
import { SoulText } from './soul-text';

const TextDifference = dynamic(() => import('@/components/ui/text-difference').then((module) => module.TextDifference), { ssr: false });

type Compared = 'previous' | 'current';

type SoulVersionProps = {
  version: SoulVersionWire;
  /** The text before it, where there is one and it is loaded. */
  previous?: SoulVersionWire;
  current: SoulVersionWire;
  open: boolean;
  restoring: boolean;
  onToggle: () => void;
  onRestore: () => void;
};

/** What a version says, beside the one that it followed or the one that stands: what differs is marked in both. */
function Comparison({ version, other }: { version: SoulVersionWire; other: SoulVersionWire }) {
  const t = useTranslations();
  const format = useFormat();
  const [before, after] = other.version < version.version ? [other, version] : [version, other];
  return (
    <div className="grid gap-3 md:grid-cols-2">
      {([before, after] as const).map((shown, index) => (
        <SoulText
          key={shown.id}
          title={t('soulHistory.version', { version: shown.version })}
          note={format.dateTime(shown.createdAt)}
          text={<TextDifference before={before.soul} after={after.soul} side={index === 0 ? 'before' : 'after'} />}
        />
      ))}
    </div>
  );
}

/** Why a version was written, in a line: what its author said, or what it was made from. */
function Reason({ version }: { version: SoulVersionWire }) {
  const t = useTranslations();
  if (version.restoredFrom !== null) return t('soulHistory.restoredFrom', { version: version.restoredFrom });
  if (version.author === 'template') return t('soulHistory.first');
  return version.reason;
}

/** One text of the history: who wrote it, when and why; opened, what it changed. */
export function SoulVersion({ version, previous, current, open, restoring, onToggle, onRestore }: SoulVersionProps) {
  const t = useTranslations();
  const format = useFormat();
  const panel = useId();
  const [wanted, want] = useState<Compared>('previous');
  const compared: Compared = previous ? (version.current ? 'previous' : wanted) : 'current';
  const other = compared === 'previous' ? previous : current;
  return (
    <li>
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? panel : undefined}
          onClick={onToggle}
          className="flex w-full items-start gap-2.5 px-1 py-3.5 text-start transition-colors duration-state hover:bg-raised/60 focus-visible:-outline-offset-2 sm:px-3"
        >
          <ChevronRight
            aria-hidden
            className={`mt-0.5 size-4 shrink-0 text-muted-foreground transition-transform duration-state rtl:rotate-180 ${open ? 'rotate-90' : ''}`}
          />
          <span className="grid min-w-0 flex-1 gap-0.5">
            <span className="flex flex-wrap items-baseline gap-x-2 text-body">
              <span className="font-semibold">{t('soulHistory.version', { version: version.version })}</span>
              <span className="text-muted-foreground">{t(`soulHistory.${version.author}`)}</span>
              {version.current && <Badge tone="accent">{t('soulHistory.current')}</Badge>}
              <time dateTime={version.createdAt} className="text-caption text-muted-foreground tabular-nums max-sm:w-full sm:ms-auto">
                {format.dateTime(version.createdAt)}
              </time>
            </span>
            <span className="text-label wrap-anywhere text-muted-foreground">
              <Reason version={version} />
            </span>
          </span>
        </button>
      </h3>
      {open && (
        <div id={panel} className="grid gap-3 px-1 pt-1 pb-5 sm:px-3">
          {previous && !version.current && (
            <SegmentedControl
              label={t('soulHistory.compare')}
              value={compared}
              onChange={want}
              options={[
                { value: 'previous', label: t('soulHistory.withPrevious') },
                { value: 'current', label: t('soulHistory.withCurrent') },
              ]}
              className="justify-self-start"
            />
          )}
          {other && other.id !== version.id ? (
            <Comparison version={version} other={other} />
          ) : (
            <SoulText
              title={t('soulHistory.version', { version: version.version })}
              note={format.dateTime(version.createdAt)}
              text={version.soul}
            />
          )}
          {!version.current && (
            <Button variant="secondary" busy={restoring} onClick={onRestore} className="justify-self-start">
              <RotateCcw aria-hidden />
              {t('soulHistory.restore')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
