'use client';

import type { ReactNode } from 'react';
import { late, LateLayer } from './late';

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
  /** Puts the focus where it belongs once the layer is closed, when what opened it is not its trigger. */
  returnFocus?: () => void;
};

const layer = late(async () => (await import('./confirm-layer')).ConfirmLayer);

/** Asks before something that is hard to take back. */
export function Confirm(props: ConfirmProps) {
  return <LateLayer layer={layer} opens="dialog" props={props} />;
}
