'use client';

import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field, Textarea } from '@/components/ui/field';
import { Badge } from '@/components/ui/surface';
import { MEMORY_MAXIMUM_LENGTH } from '@/lib/memories/limits';
import type { MemoryCandidateWire } from '@/lib/memory-imports/schema';

type CandidateProps = {
  candidate: MemoryCandidateWire;
  /** Its text as it stands, edited or not. */
  content: string;
  taken: boolean;
  onTake: (taken: boolean) => void;
  onChange: (content: string) => void;
};

function EditFact({ content, onSave, onCancel }: { content: string; onSave: (content: string) => void; onCancel: () => void }) {
  const t = useTranslations();
  const [draft, setDraft] = useState(content);
  const { length } = draft.trim();
  return (
    <form
      className="grid gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (length > 0 && length <= MEMORY_MAXIMUM_LENGTH) onSave(draft.trim());
      }}
    >
      <Field label={t('memoryImport.editLabel')} count={{ used: length, limit: MEMORY_MAXIMUM_LENGTH }}>
        {(control) => <Textarea {...control} autoFocus rows={3} value={draft} onChange={(event) => setDraft(event.target.value)} />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" disabled={length === 0 || length > MEMORY_MAXIMUM_LENGTH}>
          {t('memoryImport.keepWords')}
        </Button>
        <Button variant="ghost" size="small" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** One fact: whether it is taken, where it was said, and how it stands to what is known. */
export function Candidate({ candidate, content, taken, onTake, onChange }: CandidateProps) {
  const t = useTranslations();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const [wasEdited, setWasEdited] = useState(false);
  const close = () => {
    setEditing(false);
    setWasEdited(true);
  };
  const { conversationTitle, saidAt, mentions, standing, memory, excerpt } = candidate;
  if (editing) {
    return (
      <li className="py-3">
        <EditFact
          content={content}
          onSave={(changed) => {
            onChange(changed);
            close();
          }}
          onCancel={close}
        />
      </li>
    );
  }
  return (
    <li className="flex items-start gap-2.5 py-3">
      <label className="flex min-w-0 flex-1 cursor-pointer items-start gap-2.5">
        <Checkbox className="mt-1" checked={taken} onCheckedChange={onTake} aria-label={content} />
        <span className="grid min-w-0 gap-1">
          <span className="text-reading wrap-anywhere">{content}</span>
          {excerpt !== content && excerpt.length > content.length + 10 && (
            <span className="line-clamp-2 text-label wrap-anywhere text-muted-foreground">“{excerpt}”</span>
          )}
          {standing === 'contrary' && memory && (
            <span className="text-label wrap-anywhere">{t('memoryImport.replaces', { content: memory.content })}</span>
          )}
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-label text-muted-foreground">
            {standing === 'known' && <Badge>{t('memoryImport.known')}</Badge>}
            {standing === 'contrary' && <Badge tone="warning">{t('memoryImport.contrary')}</Badge>}
            {conversationTitle && <span className="wrap-anywhere">{t('memoryImport.said', { title: conversationTitle })}</span>}
            {saidAt && <span>{format.date(saidAt)}</span>}
            {mentions > 1 && <span>{t('memoryImport.mentions', { count: mentions })}</span>}
            <span>{t('memoryImport.sure', { share: format.percent(candidate.confidence) })}</span>
          </span>
        </span>
      </label>
      <Button
        // The form that took its place had the focus.
        autoFocus={wasEdited}
        variant="ghost"
        size="icon-small"
        className="text-muted-foreground"
        aria-label={t('memoryImport.editOf', { content: content.slice(0, 60) })}
        onClick={() => setEditing(true)}
      >
        <Pencil aria-hidden />
      </Button>
    </li>
  );
}
