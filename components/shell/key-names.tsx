'use client';

import { Fragment, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { Kbd } from '@/components/ui/kbd';
import { type ShortcutId, shortcuts } from './shortcuts';

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** What this system calls the key of commands. */
function useModifierName(): string {
  return useSyncExternalStore(never, isApple, () => false) ? '⌘' : 'Ctrl';
}

/** The keys of one way to do something. */
export function KeyPresses({ presses }: { presses: readonly (readonly string[])[] }) {
  const t = useTranslations();
  const modifier = useModifierName();
  return (
    <span className="inline-flex items-center gap-1">
      {presses.map((keys, index) => (
        <Fragment key={keys.join()}>
          {index > 0 && <span className="text-caption text-muted-foreground">{t('shortcuts.then')}</span>}
          {keys.map((key) => (
            <Kbd key={key}>{key === '$mod' ? modifier : key}</Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

/** The keys of a shortcut, beside what they do. */
export function ShortcutKeys({ id }: { id: ShortcutId }) {
  const shortcut = shortcuts.find((candidate) => candidate.id === id);
  return shortcut ? <KeyPresses presses={shortcut.shown} /> : null;
}
