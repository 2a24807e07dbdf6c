'use client';

import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { useErrorText } from '@/components/ui/use-error-text';
import { useRestoreSoul } from '@/lib/soul/hooks';
import type { SoulVersionWire } from '@/lib/soul/schema';

const UNDO_MS = 10_000;

/** Brings an earlier text back at once, and offers to take that back for as long as the message stands. */
export function useRestore(agentId: string) {
  const t = useTranslations();
  const errorText = useErrorText();
  const restore = useRestoreSoul(agentId);
  const report = {
    onError: (error: { status: number; message: string; code?: string }) =>
      void toast.error(error.status === 409 ? t('soulHistory.changedMeanwhile') : errorText(error)),
  };
  const takeBack = (versionId: string, expectedUpdatedAt: string) =>
    restore.mutateAndTell({ versionId, expectedUpdatedAt }, { ...report, onSuccess: () => void toast.success(t('soulHistory.takenBack')) });
  return {
    restoring: restore.isPending ? restore.variables.versionId : undefined,
    /** @param current the text that stands, as far as this page knows */
    restore: (version: SoulVersionWire, current: SoulVersionWire, expectedUpdatedAt: string) =>
      restore.mutateAndTell(
        { versionId: version.id, expectedUpdatedAt },
        {
          ...report,
          onSuccess: ({ updatedAt }) =>
            void toast(t('soulHistory.restored', { version: version.version }), {
              duration: UNDO_MS,
              action: { label: t('common.undo'), onClick: () => takeBack(current.id, updatedAt) },
            }),
        },
      ),
  };
}
