'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { useErrorToast } from '@/components/ui/use-error-text';
import { useRenameConversation } from '@/lib/conversations/hooks';
import type { ConversationWire } from '@/lib/conversations/schema';

type RenameDialogProps = { agentId: string; conversation: ConversationWire; onClose: () => void; returnFocus: () => void };

/** Gives a conversation another title. */
export function RenameDialog({ agentId, conversation, onClose, returnFocus }: RenameDialogProps) {
  const report = useErrorToast();
  const t = useTranslations();
  const rename = useRenameConversation(agentId);
  const [title, setTitle] = useState(conversation.title ?? '');
  const ready = title.trim() !== '';
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} returnFocus={returnFocus} title={t('conversations.renameTitle')}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          rename.mutateAndTell({ conversationId: conversation.id, title: title.trim() }, report);
          onClose();
        }}
      >
        <Field label={t('conversations.title')}>
          {(control) => (
            <Input
              {...control}
              maxLength={120}
              value={title}
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!ready}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
