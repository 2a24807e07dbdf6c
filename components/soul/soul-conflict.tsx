'use client';

import { GitCompareArrows } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/surface';
import { SoulText } from './soul-text';
import type { Soul } from './use-soul-editor';

const TextDifference = dynamic(() => import('@/components/ui/text-difference').then((module) => module.TextDifference), { ssr: false });

type SoulConflictProps = {
  mine: string;
  theirs: Soul;
  saving: boolean;
  /** Why a choice could not be saved, other than that the text changed again. */
  problem?: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onEdit: () => void;
};

/** Somebody else saved first: both texts side by side with what differs marked, and nothing is lost before a choice. */
export function SoulConflict({ mine, theirs, saving, problem, onKeepMine, onTakeTheirs, onEdit }: SoulConflictProps) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <div className="grid gap-4">
      <Notice tone="warning" role="alert">
        <GitCompareArrows aria-hidden />
        <div className="grid gap-0.5">
          <p className="font-semibold">{t('soul.conflictTitle')}</p>
          <p className="max-w-reading">{t('soul.conflictText')}</p>
        </div>
      </Notice>
      <div className="grid gap-4 md:grid-cols-2">
        <SoulText
          title={t('soul.mine')}
          note={t('soul.mineNote')}
          text={<TextDifference before={theirs.soul} after={mine} side="after" />}
          action={
            <Button busy={saving} onClick={onKeepMine}>
              {t('soul.keepMine')}
            </Button>
          }
        />
        <SoulText
          title={t('soul.theirsTitle')}
          note={t('soul.theirs', { when: format.dateTime(theirs.updatedAt) })}
          text={<TextDifference before={theirs.soul} after={mine} side="before" />}
          action={
            <Button variant="secondary" onClick={onTakeTheirs}>
              {t('soul.takeTheirs')}
            </Button>
          }
        />
      </div>
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <Button variant="link" className="justify-self-start" onClick={onEdit}>
        {t('soul.editFurther')}
      </Button>
    </div>
  );
}
