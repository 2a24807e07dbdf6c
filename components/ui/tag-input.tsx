'use client';

import { X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldControl } from './field';

type TagInputProps = {
  control: FieldControl;
  value: string[];
  onChange: (value: string[]) => void;
  placeholder?: string;
  /** As many as may be there; then the field takes no more. */
  limit?: number;
};

/** A list of short texts: Enter or a comma adds one, Backspace in the empty field removes the last. */
export function TagInput({ control, value, onChange, placeholder, limit }: TagInputProps) {
  const t = useTranslations();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const full = limit !== undefined && value.length >= limit;
  const add = () => {
    const added = text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '' && !value.includes(part));
    if (added.length > 0) onChange([...value, ...new Set(added)].slice(0, limit));
    setText('');
  };
  const remove = (tag: string) => {
    onChange(value.filter((other) => other !== tag));
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add();
    }
    if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
  };
  return (
    <div className="flex min-h-control flex-wrap items-center gap-1 rounded-md border border-input bg-surface p-1 transition-colors duration-state focus-within:border-ring has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-ring/60 has-[input[aria-invalid]]:border-danger">
      {value.length > 0 && (
        <ul className="contents">
          {value.map((tag) => (
            <li key={tag} className="flex max-w-full items-center rounded-sm bg-raised ps-2 text-label">
              <span className="truncate">{tag}</span>
              <button
                type="button"
                aria-label={t('common.remove', { name: tag })}
                className="grid size-6 shrink-0 place-items-center rounded-sm text-muted-foreground hover:bg-pressed hover:text-foreground max-sm:size-8"
                onClick={() => remove(tag)}
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        {...control}
        ref={field}
        value={text}
        readOnly={full}
        placeholder={full ? undefined : placeholder}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
        className="h-7 min-w-32 flex-1 bg-transparent px-2 text-base outline-none max-sm:h-8 sm:text-body"
      />
    </div>
  );
}
