'use client';

import { type ReactNode, useState } from 'react';
import { late, LateTrigger, useLate } from './late';

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
  const [asked, setAsked] = useState(false);
  // Once opened it stays, so that the focus finds its trigger again.
  if (props.open && !asked) setAsked(true);
  const opened = useLate(layer, asked, props);
  if (opened) return opened;
  const ask = () => (props.open === undefined ? setAsked(true) : props.onOpenChange?.(true));
  return (
    <LateTrigger layer={layer} opens="dialog" onAsk={ask}>
      {props.trigger}
    </LateTrigger>
  );
}
