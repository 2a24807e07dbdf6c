'use client';

import { RadioGroup as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
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
  return (
    <Primitive.Root
      aria-label={label}
      orientation="horizontal"
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      className={classNames('inline-flex max-w-full overflow-x-auto rounded-md border bg-raised p-0.5', className)}
    >
      {options.map((option) => (
        <Primitive.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className="inline-flex h-[calc(var(--height-control-small)-0.125rem)] flex-1 items-center justify-center gap-1.5 rounded-[0.375rem] border border-transparent px-3 text-label font-medium whitespace-nowrap text-muted-foreground transition-colors duration-state enabled:hover:text-foreground focus-visible:-outline-offset-1 disabled:opacity-50 data-[state=checked]:border-border-strong data-[state=checked]:bg-surface data-[state=checked]:text-foreground [&_svg]:size-3.5"
        >
          {option.label}
        </Primitive.Item>
      ))}
    </Primitive.Root>
  );
}
