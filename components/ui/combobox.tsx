'use client';

import { ChevronsUpDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { Popover as Primitive } from 'radix-ui';
import { type ReactNode, useId, useState } from 'react';
import { classNames } from './class-names';
import { controlStyles, type FieldControl } from './field';
import { floatingStyles } from './layer-styles';
import { Skeleton } from './surface';

const ComboboxList = dynamic(async () => (await import('./combobox-list')).ComboboxList, {
  ssr: false,
  loading: () => <Skeleton className="m-1 h-32" />,
});

export type ComboboxOption = {
  value: string;
  label: string;
  /** A second line. */
  hint?: string;
  icon?: ReactNode;
  disabled?: boolean;
  /** Words by which it is found besides its label. */
  keywords?: string[];
};

type ComboboxProps = {
  /** From a {@link Field}, or an id and a label of its own. */
  control?: FieldControl;
  label: string;
  value: string | null;
  onChange: (value: string) => void;
  options: readonly ComboboxOption[];
  placeholder: string;
  searchLabel: string;
  emptyText: string;
  disabled?: boolean;
  className?: string;
};

/** One of many choices, found by typing; up to a dozen are a select. The list is loaded when it is first opened. */
export function Combobox({ control, label, value, onChange, options, placeholder, disabled, className, ...list }: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const chosen = options.find((option) => option.value === value);
  return (
    <Primitive.Root open={open} onOpenChange={setOpen}>
      <Primitive.Trigger asChild>
        <button
          type="button"
          role="combobox"
          aria-expanded={open}
          aria-controls={open ? panel : undefined}
          aria-haspopup="dialog"
          aria-label={`${label}: ${chosen?.label ?? placeholder}`}
          disabled={disabled}
          className={classNames(controlStyles, 'flex h-control items-center gap-2 text-start', className)}
          {...control}
        >
          {chosen?.icon}
          <span className={classNames('min-w-0 flex-1 truncate', !chosen && 'text-muted-foreground')}>{chosen?.label ?? placeholder}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        </button>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          id={panel}
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={12}
          className={classNames(
            floatingStyles,
            'w-[max(var(--radix-popover-trigger-width),14rem)] max-w-[calc(100vw-1.5rem)] overflow-hidden',
          )}
        >
          <ComboboxList
            label={label}
            options={options}
            value={value}
            onChoose={(next) => {
              onChange(next);
              setOpen(false);
            }}
            {...list}
          />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
