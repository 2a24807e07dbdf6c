'use client';

import { type ComponentProps, createContext, type ReactNode, use, useId, useState } from 'react';
import { classNames } from './class-names';

type Group = { name: string; value: string | undefined; choose: (value: string) => void };

const GroupContext = createContext<Group | null>(null);

type RadioGroupProps = Omit<ComponentProps<'div'>, 'defaultValue' | 'onChange'> & {
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
};

/** The browser's own radio buttons: arrows move between them before any script has run. */
export function RadioGroup({ value, defaultValue, onValueChange, className, ...props }: RadioGroupProps) {
  const name = useId();
  const [chosen, setChosen] = useState(defaultValue);
  const choose = (next: string) => {
    setChosen(next);
    onValueChange?.(next);
  };
  return (
    <GroupContext value={{ name, value: value ?? chosen, choose }}>
      <div role="radiogroup" className={classNames('grid content-start gap-2.5', className)} {...props} />
    </GroupContext>
  );
}

type RadioItemProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'checked' | 'onChange' | 'name'> & {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A framed choice, for a few that are worth comparing. */
  framed?: boolean;
};

/** One of a few choices in a {@link RadioGroup}; more than six are a select. */
export function RadioItem({ value, label, hint, framed = false, className, ...props }: RadioItemProps) {
  const group = use(GroupContext);
  return (
    <label
      className={classNames(
        'flex min-h-6 items-start gap-2.5 text-body has-enabled:cursor-pointer has-disabled:text-muted-foreground',
        framed &&
          'rounded-lg border border-border-strong bg-surface p-3.5 transition-colors duration-state hover:bg-raised has-checked:border-accent has-checked:bg-accent-soft',
        className,
      )}
    >
      <span className="relative mt-0.5 inline-grid size-4.5 shrink-0 place-items-center">
        <input
          type="radio"
          data-track
          name={group?.name}
          value={value}
          checked={group?.value === value}
          onChange={() => group?.choose(value)}
          className="peer size-4.5 cursor-pointer appearance-none rounded-full border border-input bg-surface transition-colors duration-state after:absolute after:-inset-2 checked:border-accent checked:bg-accent enabled:hover:border-foreground/60 disabled:opacity-50"
          {...props}
        />
        <span className="pointer-events-none absolute size-2 rounded-full bg-accent-foreground opacity-0 peer-checked:opacity-100 forced-colors:bg-[CanvasText]" />
      </span>
      <span className="grid min-w-0">
        <span className={hint ? 'font-medium' : undefined}>{label}</span>
        {hint && <span className="text-label text-muted-foreground">{hint}</span>}
      </span>
    </label>
  );
}
