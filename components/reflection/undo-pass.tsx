'use client';

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { toast } from '@/components/ui/toast';
import { useErrorText } from '@/components/ui/use-error-text';
import { useUndoReflection } from '@/lib/reflections/hooks';

/** Takes a pass back after a question. Where something was changed since, a second one says so and offers to take back the rest. */
export function UndoPass({ agentId, reflectionId }: { agentId: string; reflectionId: string }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const undo = useUndoReflection(agentId, reflectionId);
  const [asking, ask] = useState<'whole' | 'rest'>();
  const takeBack = (keepChanges: boolean) =>
    undo.mutateAndTell(keepChanges, {
      onSuccess: ({ memoriesRestored }) => void toast.success(t('reflection.takenBack', { count: memoriesRestored })),
      onError: (error) => {
        const wasChanged = error.status === 409 && typeof error.details === 'object' && error.details !== null;
        if (wasChanged && !keepChanges) ask('rest');
        else toast.error(errorText(error));
      },
    });
  return (
    <>
      <Button variant="secondary" busy={undo.isPending} onClick={() => ask('whole')}>
        <Undo2 aria-hidden />
        {t('reflection.undo')}
      </Button>
      <Confirm
        open={asking === 'whole'}
        onOpenChange={(open) => !open && ask(undefined)}
        title={t('reflection.undoTitle')}
        description={t('reflection.undoText')}
        confirmLabel={t('reflection.undo')}
        onConfirm={() => {
          ask(undefined);
          takeBack(false);
        }}
      />
      <Confirm
        open={asking === 'rest'}
        onOpenChange={(open) => !open && ask(undefined)}
        title={t('reflection.changedTitle')}
        description={t('reflection.changedText')}
        confirmLabel={t('reflection.undoRest')}
        onConfirm={() => {
          ask(undefined);
          takeBack(true);
        }}
      />
    </>
  );
}
