'use client';

import type { ReactNode } from 'react';
import { late, LateLayer } from './late';

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
  /** Puts the focus where it belongs once the layer is closed, when what opened it is not its trigger. */
  returnFocus?: () => void;
  children: ReactNode;
};

const layer = late(async () => (await import('./dialog-layer')).DialogLayer);

/** A modal dialog: focus stays inside, Escape closes, and focus returns to where it was. */
export function Dialog(props: DialogProps) {
  return <LateLayer layer={layer} opens="dialog" props={props} />;
}
