'use client';

import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { KeyPresses } from './key-names';
import { shortcutGroups, shortcuts } from './shortcuts';

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
              {shortcuts
                .filter((shortcut) => shortcut.group === group)
                .map(({ id, shown }) => (
                  <div key={shown.join()} className="flex min-h-9 items-center justify-between gap-6 border-b last:border-b-0">
                    <dt className="text-body">{t(`shortcuts.${id}`)}</dt>
                    <dd>
                      <KeyPresses presses={shown} />
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
