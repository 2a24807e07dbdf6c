import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

export const buttonStyles = cva(
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-md text-sm font-medium whitespace-nowrap transition-colors select-none disabled:pointer-events-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-accent-foreground hover:bg-accent-hover',
        secondary: 'border border-input/60 bg-surface text-foreground hover:bg-raised',
        ghost: 'text-foreground hover:bg-raised',
        danger: 'bg-danger text-danger-foreground hover:opacity-90',
        link: 'h-auto px-0 text-accent-strong underline underline-offset-4 hover:text-foreground',
      },
      size: {
        small: 'h-8 px-3 text-[0.8125rem]',
        medium: 'h-10 px-4',
        large: 'h-12 px-6 text-base',
        icon: 'size-10',
        'icon-small': 'size-8',
      },
    },
    compoundVariants: [{ variant: 'link', className: 'h-auto px-0' }],
    defaultVariants: { variant: 'primary', size: 'medium' },
  },
);

export type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonStyles> & { asChild?: boolean; busy?: boolean };

/** A button; while `busy` it shows so, keeps its width and does nothing. */
export function Button({ className, variant, size, asChild = false, busy = false, children, type, disabled, ...props }: ButtonProps) {
  const styles = classNames(buttonStyles({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={styles} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button type={type ?? 'button'} className={styles} disabled={disabled || busy} aria-busy={busy || undefined} {...props}>
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  );
}
