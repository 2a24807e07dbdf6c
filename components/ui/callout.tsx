import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Notice } from './surface';

type Tone = 'neutral' | 'info' | 'warning' | 'danger' | 'positive';

const icons: Record<Tone, LucideIcon> = {
  neutral: Info,
  info: Info,
  warning: TriangleAlert,
  danger: CircleAlert,
  positive: CircleCheck,
};

type CalloutProps = Omit<ComponentProps<'div'>, 'title'> & {
  tone?: Tone;
  title: ReactNode;
  /** What can be done about it: one button, two at most. */
  actions?: ReactNode;
};

/** A notice with an icon of its tone, a title, and what can be done about it. */
export function Callout({ tone = 'neutral', title, actions, children, ...props }: CalloutProps) {
  const Icon = icons[tone];
  return (
    <Notice tone={tone} {...props}>
      <Icon aria-hidden />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-6 gap-y-2.5">
        <div className="grid min-w-0 gap-0.5">
          <p className="font-semibold">{title}</p>
          {children && <div className="max-w-reading">{children}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </Notice>
  );
}
