'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import { useErrorText } from '@/components/ui/use-error-text';
import { useEditKnowledge } from '@/lib/knowledge/hooks';
import { KNOWLEDGE_MAXIMUM_LENGTH } from '@/lib/knowledge/limits';
import type { KnowledgeWire } from '@/lib/knowledge/schema';
import { ContentField, FormEnd, TitleField } from './knowledge-fields';

/** Changes a text and its title. */
export function EditKnowledge({ agentId, text, onClose }: { agentId: string; text: KnowledgeWire; onClose: () => void }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const edit = useEditKnowledge(agentId);
  const [title, setTitle] = useState(text.title);
  const [content, setContent] = useState(text.content);
  const { length } = content.trim();
  const isValid = title.trim() !== '' && length > 0 && length <= KNOWLEDGE_MAXIMUM_LENGTH;
  const save = () => {
    if (!isValid) return;
    const onSuccess = () => {
      toast.success(t('knowledge.saved'));
      onClose();
    };
    edit.mutate({ knowledgeId: text.id, title: title.trim(), content: content.trim() }, { onSuccess });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('knowledge.editTitle')} description={t('knowledge.editText')}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TitleField value={title} onChange={setTitle} />
        <ContentField value={content} onChange={setContent} error={edit.error ? errorText(edit.error) : undefined} />
        <FormEnd busy={edit.isPending} disabled={!isValid} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
