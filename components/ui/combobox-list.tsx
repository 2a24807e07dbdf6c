'use client';

import { Check } from 'lucide-react';
import type { ComboboxOption } from './combobox';
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from './command';

type ComboboxListProps = {
  label: string;
  options: readonly ComboboxOption[];
  value: string | null;
  onChoose: (value: string) => void;
  searchLabel: string;
  emptyText: string;
};

/** What a combobox opens: a field and the choices that match it. */
export function ComboboxList({ label, options, value, onChoose, searchLabel, emptyText }: ComboboxListProps) {
  return (
    <Command label={searchLabel} defaultValue={value ?? undefined}>
      <CommandInput autoFocus placeholder={searchLabel} />
      <CommandList label={label}>
        <CommandEmpty>{emptyText}</CommandEmpty>
        {options.map((option) => (
          <CommandItem
            key={option.value}
            value={option.value}
            keywords={[option.label, option.hint ?? '', ...(option.keywords ?? [])]}
            disabled={option.disabled}
            onSelect={() => onChoose(option.value)}
            aside={option.value === value && <Check aria-hidden className="!text-accent-strong" />}
          >
            {option.icon}
            <span className="grid min-w-0">
              <span className="truncate">{option.label}</span>
              {option.hint && <span className="truncate text-caption text-muted-foreground">{option.hint}</span>}
            </span>
          </CommandItem>
        ))}
      </CommandList>
    </Command>
  );
}
