'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useDiscardMemoryImport } from '@/lib/memory-imports/hooks';

type DiscardImportProps = {
  agentId: string;
  importId: string;
  /** Nothing is lost any more but the entry in the list. */
  isOver: boolean;
  onDone: () => void;
};

/** Discards an import after a question. */
export function DiscardImport({ agentId, importId, isOver, onDone }: DiscardImportProps) {
  const t = useTranslations();
  const report = useErrorToast();
  const discard = useDiscardMemoryImport(agentId);
  const [asking, ask] = useState(false);
  return (
    <>
      <Button variant="secondary" busy={discard.isPending} onClick={() => ask(true)}>
        <Trash2 aria-hidden />
        {t(isOver ? 'memoryImport.remove' : 'memoryImport.discard')}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={ask}
        title={t(isOver ? 'memoryImport.removeTitle' : 'memoryImport.discardTitle')}
        description={t(isOver ? 'memoryImport.removeText' : 'memoryImport.discardText')}
        confirmLabel={t(isOver ? 'memoryImport.remove' : 'memoryImport.discard')}
        tone="danger"
        onConfirm={() => {
          ask(false);
          discard.mutate(importId, { ...report, onSuccess: onDone });
        }}
      />
    </>
  );
}
