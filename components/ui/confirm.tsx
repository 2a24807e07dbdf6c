'use client';

import { type ReactNode, useState } from 'react';
import { late, LateTrigger, useLate } from './late';

export type ConfirmProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: string;
  description: ReactNode;
  confirmLabel: string;
  /** Of the way back; "Cancel" when left out. */
  cancelLabel?: string;
  /** `danger` for what is lost, `primary` for what is merely worth a second look. */
  tone?: 'danger' | 'primary';
  /** Text that has to be typed before the button works, for what cannot be taken back. */
  typeToConfirm?: string;
  onConfirm: () => void;
};

const layer = late(async () => (await import('./confirm-layer')).ConfirmLayer);

/** Asks before something that is hard to take back. */
export function Confirm(props: ConfirmProps) {
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
