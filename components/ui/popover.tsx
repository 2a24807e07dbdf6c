'use client';

import type { ReactNode } from 'react';
import { late, LateLayer } from './late';

export type PopoverProps = {
  trigger: ReactNode;
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode;
};

const layer = late(async () => (await import('./popover-layer')).PopoverLayer);

/** A small panel beside the button that opens it. */
export function Popover(props: PopoverProps) {
  return <LateLayer layer={layer} opens="dialog" props={props} />;
}
