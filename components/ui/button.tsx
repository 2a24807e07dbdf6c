import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps, MouseEvent } from 'react';
import { classNames } from './class-names';

export const buttonStyles = cva(
  'relative inline-flex shrink-0 items-center justify-center gap-2 rounded-md border border-transparent text-body font-medium whitespace-nowrap transition-[background-color,border-color,color,opacity] duration-state select-none disabled:pointer-events-none disabled:opacity-50 aria-busy:cursor-progress [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-accent-foreground hover:bg-accent-hover active:bg-accent-pressed',
        secondary: 'border-border-strong bg-surface text-foreground hover:bg-raised active:bg-pressed data-[state=open]:bg-raised',
        ghost: 'text-foreground hover:bg-raised active:bg-pressed data-[state=open]:bg-raised',
        danger: 'bg-danger-fill text-danger-foreground hover:bg-danger-fill-hover',
        link: 'rounded-sm text-accent-strong underline decoration-current/40 underline-offset-4 hover:decoration-current',
      },
      size: {
        small: 'h-control-small gap-1.5 px-2.5 text-label',
        medium: 'h-control px-3.5',
        large: 'h-control-large px-5 text-reading',
        icon: 'size-control',
        'icon-small': 'size-control-small',
      },
    },
    compoundVariants: [{ variant: 'link', className: 'h-auto min-h-6 px-0' }],
    defaultVariants: { variant: 'primary', size: 'medium' },
  },
);

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonStyles> & {
    asChild?: boolean;
    busy?: boolean;
    /** Said beside the spinner in place of the content; without it the spinner stands on the content's place. */
    busyLabel?: string;
  };

/** A press that starts nothing, and sends no form either. */
function swallow(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** A button; while `busy` it shows so, keeps its width and the focus, and does nothing. */
export function Button({
  className,
  variant,
  size,
  asChild = false,
  busy = false,
  busyLabel,
  children,
  type,
  onClick,
  ...props
}: ButtonProps) {
  const styles = classNames(buttonStyles({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={styles} onClick={onClick} {...props}>
        {children}
      </Slot.Root>
    );
  }
  const state = busy ? { 'aria-busy': true, 'aria-disabled': true, onClick: swallow } : { onClick };
  return (
    <button type={type ?? 'button'} className={styles} {...props} {...state} disabled={busy ? undefined : props.disabled}>
      {busy ? <Busy label={busyLabel}>{children}</Busy> : children}
    </button>
  );
}

function Busy({ label, children }: { label?: string; children: ButtonProps['children'] }) {
  const spinner = <LoaderCircle aria-hidden className="animate-spin" />;
  if (label) {
    return (
      <>
        {spinner}
        {label}
      </>
    );
  }
  return (
    <>
      <span className="inline-flex items-center gap-[inherit] opacity-0">{children}</span>
      <span className="absolute inset-0 grid place-items-center">{spinner}</span>
    </>
  );
}
