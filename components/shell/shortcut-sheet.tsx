'use client';

import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { KeyPresses } from './key-names';
import { type Shortcut, shortcutGroups, shortcuts } from './shortcuts';

const idsOf = (group: Shortcut['group']) => [...new Set(shortcuts.filter((shortcut) => shortcut.group === group).map(({ id }) => id))];

/** Every shortcut, drawn from the table that binds them. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('shortcuts.title')} description={t('shortcuts.note')}>
      <div className="grid gap-5">
        {shortcutGroups.map((group) => (
          <section key={group} className="grid gap-1">
            <h3 className="text-caption text-muted-foreground">{t(`shortcuts.${group}`)}</h3>
            <dl>
              {idsOf(group).map((id) => (
                <div key={id} className="flex min-h-9 items-center justify-between gap-6 border-b last:border-b-0">
                  <dt className="text-body">{t(`shortcuts.${id}`)}</dt>
                  <dd className="flex items-center gap-1.5">
                    {shortcuts
                      .filter((shortcut) => shortcut.id === id)
                      .map(({ shown }, index) => (
                        <Fragment key={shown.join()}>
                          {index > 0 && <span className="text-caption text-muted-foreground">{t('shortcuts.or')}</span>}
                          <KeyPresses presses={shown} />
                        </Fragment>
                      ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
