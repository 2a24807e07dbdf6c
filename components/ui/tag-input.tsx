'use client';

import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { t } from '@/messages/translate';
import type { FieldControl } from './field';
import { Input } from './field';

type TagInputProps = { control: FieldControl; value: string[]; onChange: (value: string[]) => void; placeholder?: string };

/** A list of short texts: Enter or a comma adds one, Backspace in the empty field removes the last. */
export function TagInput({ control, value, onChange, placeholder }: TagInputProps) {
  const [text, setText] = useState('');
  const add = () => {
    const added = text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '' && !value.includes(part));
    if (added.length > 0) onChange([...value, ...new Set(added)]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add();
    }
    if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
  };
  return (
    <div className="grid gap-2">
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {value.map((tag) => (
            <li key={tag} className="flex max-w-full items-center gap-1 rounded-sm bg-raised ps-2 text-[0.8125rem]">
              <span className="truncate">{tag}</span>
              <button
                type="button"
                aria-label={t('common.remove', { name: tag })}
                className="grid size-7 place-items-center rounded-sm text-muted-foreground hover:text-foreground"
                onClick={() => onChange(value.filter((other) => other !== tag))}
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Input
        {...control}
        value={text}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
    </div>
  );
}
