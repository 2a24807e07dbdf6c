'use client';

import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import { EagerLink } from '@/components/ui/eager-link';
import { Tooltip } from '@/components/ui/tooltip';
import { useShell } from './shell-context';
import { useWideScreen } from './use-wide-screen';

/** Whether the sidebar shows pictures alone. */
export function useRail(): boolean {
  const { collapsed } = useShell();
  return !useWideScreen() || collapsed;
}

/** The words of an entry: hidden to the eye where the sidebar is a rail. */
export function SidebarLabel({ className, children }: { className?: string; children: ReactNode }) {
  const { collapsed } = useShell();
  return <span className={classNames('truncate', collapsed ? 'sr-only' : 'max-lg:sr-only', className)}>{children}</span>;
}

/** Names what stands on a rail when the pointer or the focus rests on it. */
export function RailTooltip({ label, children }: { label: string; children: React.ReactElement }) {
  return useRail() ? (
    <Tooltip label={label} side="right">
      {children}
    </Tooltip>
  ) : (
    children
  );
}

type SidebarEntryProps = {
  href: string;
  label: string;
  icon: ReactNode;
  /** `page` is the page itself, `true` what holds it. */
  current?: 'page' | 'true';
  aside?: ReactNode;
  /** Below another entry. */
  nested?: boolean;
  prefetch?: false;
  onReadAhead?: () => void;
  children?: ReactNode;
};

/** A row of the sidebar: a picture and its name, or the picture alone on a rail. */
export function SidebarEntry({ href, label, icon, current, aside, nested = false, prefetch, onReadAhead, children }: SidebarEntryProps) {
  const { collapsed } = useShell();
  return (
    <li>
      <RailTooltip label={label}>
        <EagerLink
          href={href}
          prefetch={prefetch}
          aria-current={current}
          onReadAhead={onReadAhead}
          className={classNames(
            'flex h-9 items-center gap-2.5 rounded-md px-2.5 text-body text-muted-foreground transition-colors duration-state hover:bg-raised hover:text-foreground [&_svg:not([viewBox="0_0_48_48"])]:size-4 [&_svg]:shrink-0',
            nested && 'h-8',
            nested && !collapsed && 'lg:ps-9',
            current === 'page' && 'bg-raised font-medium text-foreground',
            current === 'true' && 'font-medium text-foreground',
          )}
        >
          {icon}
          <SidebarLabel>{label}</SidebarLabel>
          {aside && <SidebarLabel className="ms-auto shrink-0 text-caption font-normal">{aside}</SidebarLabel>}
        </EagerLink>
      </RailTooltip>
      {children}
    </li>
  );
}
