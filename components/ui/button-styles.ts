import { cva } from 'class-variance-authority';

/** How a button looks; for what must look like one without being one. */
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
