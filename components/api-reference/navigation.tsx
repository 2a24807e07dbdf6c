'use client';

import { X } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Input } from '@/components/ui/field';
import type { Method } from './document';
import { matchesWords } from './filter';
import { MethodBadge } from './method-badge';
import { useTranslations } from 'use-intl';

export type NavigationEntry = { anchor: string; title: string; method?: Method; path?: string };
export type NavigationGroup = { anchor: string; title: string; entries: NavigationEntry[]; ofContract: boolean };

/** The sheet of small screens, which a button opens without any script of ours. */
export const NAVIGATION_ID = 'reference-contents';

/** The anchor of the heading that was passed last. */
function useCurrentAnchor(anchors: string[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  const joined = anchors.join('\n');
  useEffect(() => {
    const observer = new IntersectionObserver(
      (changes) => {
        const entered = changes.filter(({ isIntersecting }) => isIntersecting).at(-1);
        if (entered) setCurrent(entered.target.id);
      },
      { rootMargin: '0px 0px -70% 0px' },
    );
    for (const anchor of joined.split('\n')) {
      const heading = document.getElementById(anchor);
      if (heading) observer.observe(heading);
    }
    return () => observer.disconnect();
  }, [joined]);
  return current;
}

function closeSheet(): void {
  const sheet = document.getElementById(NAVIGATION_ID);
  if (sheet?.matches(':popover-open')) sheet.hidePopover();
}

function Entry({ entry, current }: { entry: NavigationEntry; current: boolean }) {
  return (
    <li lang={entry.method ? 'en' : undefined}>
      <a
        href={`#${entry.anchor}`}
        aria-current={current ? 'location' : undefined}
        onClick={closeSheet}
        className="flex min-h-8 items-center gap-2 rounded-sm px-2 py-1 text-label text-muted-foreground hover:bg-raised hover:text-foreground aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:text-foreground"
      >
        <span className="min-w-0 flex-1">{entry.title}</span>
        {entry.method && <MethodBadge method={entry.method} className="text-[0.625rem]" />}
      </a>
    </li>
  );
}

/** The contents of the reference by group, with a filter; a column on wide screens and a sheet on narrow ones. */
export function Navigation({ groups }: { groups: NavigationGroup[] }) {
  const t = useTranslations();
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words);
  const column = useRef<HTMLElement>(null);
  const current = useCurrentAnchor(groups.flatMap(({ entries }) => entries.map(({ anchor }) => anchor)));
  const shown = groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => matchesWords(wanted, entry, group.title)) }))
    .filter(({ entries }) => entries.length > 0);
  const hits = shown.reduce((count, { entries }) => count + entries.filter(({ method }) => method).length, 0);

  useEffect(() => {
    const link = column.current?.querySelector<HTMLElement>('[aria-current]');
    if (!link || !column.current) return;
    const { top, bottom } = column.current.getBoundingClientRect();
    const place = link.getBoundingClientRect();
    if (place.top < top + 96 || place.bottom > bottom - 16) column.current.scrollBy({ top: place.top - (top + bottom) / 2 });
  }, [current]);

  return (
    <nav
      ref={column}
      id={NAVIGATION_ID}
      popover="auto"
      aria-label={t('docs.contents')}
      className={classNames(
        'fixed inset-y-0 left-0 m-0 h-dvh max-h-none w-[min(22rem,88vw)] overflow-y-auto overscroll-contain border-0 border-r bg-surface px-4 pb-8 text-foreground backdrop:bg-overlay',
        'lg:sticky lg:top-14 lg:block lg:h-[calc(100dvh-3.5rem)] lg:w-full lg:bg-background lg:ps-0',
      )}
    >
      <div className="sticky top-0 z-10 grid gap-2 bg-inherit py-4">
        <div className="flex items-center gap-2">
          <Input
            type="search"
            aria-label={t('docs.filter')}
            placeholder={t('docs.filterPlaceholder')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button
            variant="ghost"
            size="icon"
            className="lg:hidden"
            aria-label={t('docs.closeContents')}
            popoverTarget={NAVIGATION_ID}
            popoverTargetAction="hide"
          >
            <X aria-hidden />
          </Button>
        </div>
        <p role="status" className="text-caption text-muted-foreground empty:hidden">
          {wanted.trim() && (hits > 0 ? t('docs.hits', { count: hits }) : t('docs.noHits'))}
        </p>
      </div>
      <ul className="grid gap-5">
        {shown.map(({ anchor, title, entries, ofContract }) => (
          <li key={anchor} className="grid gap-1">
            <a
              href={`#${anchor}`}
              lang={ofContract ? 'en' : undefined}
              onClick={closeSheet}
              className="rounded-sm px-2 text-caption font-semibold text-foreground hover:underline"
            >
              {title}
            </a>
            <ul>
              {entries.map((entry) => (
                <Entry key={entry.anchor} entry={entry} current={entry.anchor === current} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}
