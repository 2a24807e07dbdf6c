'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select, Textarea } from '@/components/ui/field';
import { newAttempt } from '@/lib/api/attempt';
import { useAddMemory, useEditMemory } from '@/lib/memories/hooks';
import type { MemoryCategory, MemoryWire } from '@/lib/memories/schema';
import { categories } from './categories';

const MAXIMUM_LENGTH = 2_000;

type MemoryFormProps = { agentId: string; memory?: MemoryWire; onClose: () => void };

/** Adds a fact, or corrects one. An edit shows in the list at once; an addition waits for the server. */
export function MemoryForm({ agentId, memory, onClose }: MemoryFormProps) {
  const t = useTranslations();
  const [content, setContent] = useState(memory?.content ?? '');
  const [category, setCategory] = useState<MemoryCategory>(memory?.category ?? 'fact');
  const [attempt] = useState(newAttempt);
  const add = useAddMemory(agentId);
  const edit = useEditMemory(agentId);
  const error = add.error ?? edit.error;
  const text = content.trim();
  const save = () => {
    const done = { onSuccess: onClose };
    if (memory) edit.mutate({ memoryId: memory.id, change: { content: text, category } }, done);
    else add.mutate({ content: text, category, attempt }, done);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(memory ? 'memory.editTitle' : 'memory.addTitle')}
      description={t(memory ? 'memory.editText' : 'memory.addText')}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (text !== '') save();
        }}
      >
        <Field label={t('memory.content')} aside={`${content.length} / ${MAXIMUM_LENGTH}`} error={error?.message}>
          {(control) => (
            <Textarea
              {...control}
              maxLength={MAXIMUM_LENGTH}
              placeholder={t('memory.placeholder')}
              value={content}
              onChange={(event) => setContent(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('memory.category')}>
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
        <div className="flex justify-end gap-2">
          <Button variant="secondary" onClick={onClose}>
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
