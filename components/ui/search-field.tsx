'use client';

import { Search, X } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { Input } from './field';

type SearchFieldProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  /** Its name, which also stands in the empty field. */
  label: string;
  /** Name of the button that empties it. */
  clearLabel: string;
  value: string;
  onChange: (value: string) => void;
};

/** Words to look for: Escape and the cross empty it. */
export function SearchField({ label, clearLabel, value, onChange, className, ...props }: SearchFieldProps) {
  return (
    <div className={classNames('relative', className)}>
      <Search aria-hidden className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted-foreground" />
      <Input
        type="search"
        maxLength={200}
        aria-label={label}
        placeholder={label}
        className="ps-9 pe-9"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          onChange('');
        }}
        {...props}
      />
      {value !== '' && (
        <button
          type="button"
          aria-label={clearLabel}
          onClick={(event) => {
            onChange('');
            event.currentTarget.parentElement?.querySelector('input')?.focus();
          }}
          className="absolute end-1 top-1/2 grid size-8 -translate-y-1/2 place-items-center rounded-sm text-muted-foreground hover:text-foreground"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
