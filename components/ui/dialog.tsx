'use client';

import { type ReactNode, useState } from 'react';
import { late, LateTrigger, useLate } from './late';

export type DialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** `centre` comes from below on a phone; `side` holds navigation at the start edge, `end` details beside what they belong to. */
  placement?: 'centre' | 'side' | 'end';
  /** The actions, which stay in sight while the content scrolls. */
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
};

const layer = late(async () => (await import('./dialog-layer')).DialogLayer);

/** A modal dialog: focus stays inside, Escape closes, and focus returns to where it was. */
export function Dialog(props: DialogProps) {
  const [asked, setAsked] = useState(false);
  // Once opened it stays, so that the focus finds its trigger again.
  if (props.open && !asked) setAsked(true);
  const opened = useLate(layer, asked, props);
  if (opened) return opened;
  if (!props.trigger) return null;
  const ask = () => (props.open === undefined ? setAsked(true) : props.onOpenChange?.(true));
  return (
    <LateTrigger layer={layer} opens="dialog" onAsk={ask}>
      {props.trigger}
    </LateTrigger>
  );
}
