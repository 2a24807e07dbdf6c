import type { VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps, MouseEvent } from 'react';
import { buttonStyles } from './button-styles';
import { classNames } from './class-names';

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
