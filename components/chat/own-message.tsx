'use client';

import { Pencil } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Textarea } from '@/components/ui/field';
import { MESSAGE_MAXIMUM_LENGTH } from '@/lib/chat/limits';
import { OwnBubble } from './own-bubble';

function Editor({ content, onCancel, onSave }: { content: string; onCancel: () => void; onSave: (text: string) => void }) {
  const t = useTranslations();
  const [text, setText] = useState(content);
  const ready = text.trim() !== '' && text.trim() !== content;
  return (
    <form
      className="grid w-full gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave(text.trim());
      }}
    >
      <Textarea
        aria-label={t('chat.editMessage')}
        autoFocus
        maxLength={MESSAGE_MAXIMUM_LENGTH}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <p className="text-xs text-muted-foreground">{t('chat.editHint')}</p>
      <div className="flex justify-end gap-2">
        <Button variant="secondary" size="small" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" size="small" disabled={!ready}>
          {t('chat.resend')}
        </Button>
      </div>
    </form>
  );
}

type OwnMessageProps = { id: string; content: string; onEdit?: (messageId: string, message: string) => void };

/** A message of the owner; without `onEdit` it cannot be changed now. */
export const OwnMessage = memo(function OwnMessage({ id, content, onEdit }: OwnMessageProps) {
  const t = useTranslations();
  const [editing, setEditing] = useState(false);
  return (
    <article aria-label={t('chat.ownMessage')} className="group grid justify-items-end gap-1">
      {editing && onEdit ? (
        <Editor
          content={content}
          onCancel={() => setEditing(false)}
          onSave={(text) => {
            setEditing(false);
            onEdit(id, text);
          }}
        />
      ) : (
        <>
          <OwnBubble content={content} />
          <div className="flex opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
            <CopyButton text={content} label={t('chat.copyMessage')} className="text-muted-foreground" />
            {onEdit && (
              <Button
                variant="ghost"
                size="icon-small"
                aria-label={t('chat.editMessage')}
                className="text-muted-foreground"
                onClick={() => setEditing(true)}
              >
                <Pencil aria-hidden />
              </Button>
            )}
          </div>
        </>
      )}
    </article>
  );
});
