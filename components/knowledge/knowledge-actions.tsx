'use client';

import { Pencil, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Confirm } from '@/components/ui/confirm';
import { toast } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useDeleteKnowledge } from '@/lib/knowledge/hooks';
import type { KnowledgeWire } from '@/lib/knowledge/schema';

const EditKnowledge = dynamic(() => import('./edit-knowledge').then((module) => module.EditKnowledge), { ssr: false });

type KnowledgeActionsProps = { agentId: string; text: KnowledgeWire; onDeleted?: () => void };

/** Edits a text, or deletes it after a question. */
export function KnowledgeActions({ agentId, text, onDeleted }: KnowledgeActionsProps) {
  const t = useTranslations();
  const report = useErrorToast();
  const remove = useDeleteKnowledge(agentId);
  const [editing, setEditing] = useState(false);
  const onConfirm = () =>
    remove.mutate(text.id, {
      ...report,
      onSuccess: () => {
        toast.success(t('knowledge.deleted'));
        onDeleted?.();
      },
    });
  return (
    <div className="flex shrink-0 text-muted-foreground">
      <Tooltip label={t('knowledge.edit')}>
        <Button
          variant="ghost"
          size="icon-small"
          aria-label={t('knowledge.editNamed', { title: text.title })}
          onClick={() => setEditing(true)}
        >
          <Pencil aria-hidden />
        </Button>
      </Tooltip>
      <Confirm
        trigger={
          <Button
            variant="ghost"
            size="icon-small"
            busy={remove.isPending}
            aria-label={t('knowledge.deleteNamed', { title: text.title })}
            title={t('knowledge.delete')}
          >
            <Trash2 aria-hidden />
          </Button>
        }
        title={t('knowledge.deleteTitle', { title: text.title })}
        description={t('knowledge.deleteText')}
        confirmLabel={t('knowledge.delete')}
        onConfirm={onConfirm}
      />
      {editing && <EditKnowledge agentId={agentId} text={text} onClose={() => setEditing(false)} />}
    </div>
  );
}
