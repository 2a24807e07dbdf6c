import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

const avatarStyles = cva(
  'relative inline-grid shrink-0 place-items-center bg-raised font-medium text-muted-foreground *:first:size-full *:first:rounded-[inherit]',
  {
    variants: {
      size: {
        small: 'size-5 rounded-sm text-[0.625rem]',
        medium: 'size-8 rounded-md text-caption',
        large: 'size-11 rounded-lg text-body',
        huge: 'size-20 rounded-xl text-heading',
      },
    },
    defaultVariants: { size: 'medium' },
  },
);

type AvatarProps = VariantProps<typeof avatarStyles> & {
  /** Whose first letters stand where there is no picture. */
  name: string;
  /** What goes on there, said in words; the dot alone says nothing. */
  status?: { tone: 'positive' | 'warning' | 'danger'; label: string };
  className?: string;
  /** The picture, which fills the frame. */
  children?: ReactNode;
};

const dots = { positive: 'bg-positive', warning: 'bg-warning', danger: 'bg-danger' };

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

/** A person or an agent as a small picture; the name stands beside it in text. */
export function Avatar({ name, size, status, className, children }: AvatarProps) {
  return (
    <span className={classNames(avatarStyles({ size }), className)}>
      {children ?? (
        <span aria-hidden className="grid place-items-center">
          {initialsOf(name)}
        </span>
      )}
      {status && (
        <span className={classNames('absolute -end-0.5 -bottom-0.5 size-2.5 rounded-full border-2 border-background', dots[status.tone])}>
          <span className="sr-only">{status.label}</span>
        </span>
      )}
    </span>
  );
}
