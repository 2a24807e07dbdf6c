'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select, Textarea } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import { useErrorText } from '@/components/ui/use-error-text';
import { newAttempt } from '@/lib/api/attempt';
import { useAddMemory, useEditMemory } from '@/lib/memories/hooks';
import { MEMORY_MAXIMUM_LENGTH } from '@/lib/memories/limits';
import type { MemoryCategory, MemoryWire } from '@/lib/memories/schema';
import { categories } from './categories';

type MemoryFormProps = {
  agentId: string;
  /** The one to correct; without it a new one is added. */
  memory?: MemoryWire;
  /** Words of an addition that was left before it was saved. */
  draft?: string;
  /** Told the words that were not saved. */
  onClose: (unsaved: string) => void;
};

/** Adds a fact, or corrects one. An edit shows in the list at once; an addition waits for the server. */
export function MemoryForm({ agentId, memory, draft = '', onClose }: MemoryFormProps) {
  const t = useTranslations();
  const errorText = useErrorText();
  const [content, setContent] = useState(memory?.content ?? draft);
  const [category, setCategory] = useState<MemoryCategory>(memory?.category ?? 'fact');
  const [pinned, setPinned] = useState(memory?.pinned ?? false);
  const [attempt] = useState(newAttempt);
  const add = useAddMemory(agentId);
  const edit = useEditMemory(agentId);
  const error = add.error ?? edit.error;
  const text = content.trim();
  const unchanged = memory !== undefined && text === memory.content && category === memory.category && pinned === memory.pinned;
  const save = () => {
    if (text === '') return;
    if (unchanged) return onClose('');
    const onSuccess = () => {
      if (!memory) toast.success(t('memory.added'));
      onClose('');
    };
    if (memory) edit.mutate({ memoryId: memory.id, change: { content: text, category, pinned } }, { onSuccess });
    else add.mutate({ content: text, category, pinned, attempt }, { onSuccess });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose(memory ? '' : content)}
      title={t(memory ? 'memory.editTitle' : 'memory.addTitle')}
      description={t(memory ? 'memory.editText' : 'memory.addText')}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          save();
        }}
      >
        <Field
          label={t('memory.content')}
          count={{ used: content.length, limit: MEMORY_MAXIMUM_LENGTH }}
          error={error ? errorText(error) : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              maxLength={MEMORY_MAXIMUM_LENGTH}
              placeholder={t('memory.placeholder')}
              value={content}
              onChange={(event) => setContent(event.target.value)}
              className="field-sizing-content max-h-[45dvh] min-h-28"
            />
          )}
        </Field>
        <Field label={t('memory.category')} hint={t(`memoryCategoryHints.${category}`)}>
          {(control) => (
            <Select {...control} value={category} onChange={(event) => setCategory(event.target.value as MemoryCategory)}>
              {categories.map((name) => (
                <option key={name} value={name}>
                  {t(`memoryCategories.${name}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <CheckboxField
          label={t('memory.pin')}
          hint={t('memory.pinHint')}
          checked={pinned}
          onCheckedChange={(checked) => setPinned(checked === true)}
        />
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button variant="secondary" onClick={() => onClose('')}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" busy={add.isPending || edit.isPending} disabled={text === ''}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
