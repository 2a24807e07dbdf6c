'use client';

import { Pencil } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Textarea } from '@/components/ui/field';
import { Tooltip } from '@/components/ui/tooltip';
import { MESSAGE_MAXIMUM_LENGTH } from '@/lib/chat/limits';
import { OwnBubble } from './own-bubble';

function Editor({ content, onCancel, onSave }: { content: string; onCancel: () => void; onSave: (text: string) => void }) {
  const t = useTranslations();
  const hint = useId();
  const [text, setText] = useState(content);
  const ready = text.trim() !== '' && text.trim() !== content;
  const save = () => ready && onSave(text.trim());
  return (
    <form
      className="grid w-full gap-2.5 rounded-xl border border-border-strong bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Textarea
        aria-label={t('chat.editMessage')}
        aria-describedby={hint}
        autoFocus
        maxLength={MESSAGE_MAXIMUM_LENGTH}
        className="text-reading"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.currentTarget.setSelectionRange(content.length, content.length)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            save();
          }
        }}
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p id={hint} className="min-w-48 flex-1 text-caption text-pretty text-muted-foreground">
          {t('chat.editHint')}
        </p>
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

type OwnMessageProps = {
  id: string;
  content: string;
  /** Words that the server has been asked to put in its place. */
  revision?: string;
  editing: boolean;
  /** Opens (the id) and closes (undefined) the editor; left out while nothing can be changed. */
  onEditing?: (messageId: string | undefined) => void;
  onEdit: (messageId: string, message: string) => void;
};

/** A message of the owner. */
export const OwnMessage = memo(function OwnMessage({ id, content, revision, editing, onEditing, onEdit }: OwnMessageProps) {
  const t = useTranslations();
  const [left, setLeft] = useState(false);
  if (editing && onEditing) {
    return (
      <article aria-label={t('chat.ownMessage')}>
        <Editor
          content={content}
          onCancel={() => {
            setLeft(true);
            onEditing(undefined);
          }}
          onSave={(text) => onEdit(id, text)}
        />
      </article>
    );
  }
  return (
    <article aria-label={t('chat.ownMessage')} className="group grid justify-items-end gap-0.5">
      <OwnBubble content={revision ?? content} faint={revision !== undefined} />
      <div className="-mb-5 flex opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 coarse:opacity-100">
        <CopyButton text={content} label={t('chat.copyMessage')} className="text-muted-foreground" />
        {onEditing && (
          <Tooltip label={t('chat.editMessage')}>
            <Button
              // Whoever gives an edit up stands again where it began.
              ref={(button) => {
                if (left && button) {
                  setLeft(false);
                  button.focus({ preventScroll: true });
                }
              }}
              variant="ghost"
              size="icon-small"
              aria-label={t('chat.editMessage')}
              className="text-muted-foreground"
              onClick={() => onEditing(id)}
            >
              <Pencil aria-hidden />
            </Button>
          </Tooltip>
        )}
      </div>
    </article>
  );
});
