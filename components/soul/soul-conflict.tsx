'use client';

import { GitCompareArrows } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Card, Notice } from '@/components/ui/surface';

function Version({ title, text, action }: { title: string; text: string; action: React.ReactNode }) {
  return (
    <Card className="flex min-w-0 flex-col gap-3 p-4">
      <h3 className="text-sm font-semibold">{title}</h3>
      <p tabIndex={0} aria-label={title} className="max-h-96 flex-1 overflow-y-auto text-sm leading-relaxed whitespace-pre-wrap">
        {text}
      </p>
      {action}
    </Card>
  );
}

type SoulConflictProps = {
  mine: string;
  theirs: { soul: string; updatedAt: string };
  saving: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onEdit: () => void;
};

/** Somebody else saved first: both texts side by side, and nothing is lost before a choice. */
export function SoulConflict({ mine, theirs, saving, onKeepMine, onTakeTheirs, onEdit }: SoulConflictProps) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <div className="grid gap-4">
      <Notice tone="warning" role="alert">
        <GitCompareArrows aria-hidden />
        <div>
          <p className="font-medium">{t('soul.conflictTitle')}</p>
          <p>{t('soul.conflictText')}</p>
        </div>
      </Notice>
      <div className="grid gap-4 md:grid-cols-2">
        <Version
          title={t('soul.mine')}
          text={mine}
          action={
            <Button busy={saving} onClick={onKeepMine}>
              {t('soul.keepMine')}
            </Button>
          }
        />
        <Version
          title={t('soul.theirs', { when: format.dateTime(theirs.updatedAt) })}
          text={theirs.soul}
          action={
            <Button variant="secondary" onClick={onTakeTheirs}>
              {t('soul.takeTheirs')}
            </Button>
          }
        />
      </div>
      <Button variant="ghost" className="justify-self-start" onClick={onEdit}>
        {t('soul.editFurther')}
      </Button>
    </div>
  );
}
