'use client';

import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';

type SegmentedControlProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; disabled?: boolean }[];
  className?: string;
};

/** Two to five views of the same thing, one at a time. */
export function SegmentedControl<Value extends string>({ label, value, onChange, options, className }: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classNames('inline-flex max-w-full overflow-x-auto rounded-md border bg-raised p-0.5', className)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex h-[calc(var(--height-control-small)-0.125rem)] flex-1 items-center justify-center gap-1.5 rounded-[0.375rem] border border-transparent px-3 text-label font-medium whitespace-nowrap text-muted-foreground transition-colors duration-state hover:text-foreground has-checked:border-border-strong has-checked:bg-surface has-checked:text-foreground has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-ring has-disabled:opacity-50 forced-colors:has-checked:outline-2 [&_svg]:size-3.5"
        >
          {/* Invisible, but as large as the segment: whoever points at the segment meets the choice itself. */}
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 size-full cursor-pointer appearance-none outline-none"
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
