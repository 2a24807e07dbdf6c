'use client';

import { Slot } from 'radix-ui';
import {
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';

const DELAY_MS = 400;
/** Distances from what is named, and from the edges of the screen. */
const OFFSET_PX = 6;
const EDGE_PX = 8;

type Side = 'top' | 'right' | 'bottom' | 'left';

const within = (wanted: number, size: number, room: number) => Math.max(EDGE_PX, Math.min(wanted, room - size - EDGE_PX));

/** Puts the tip at the side that is asked for, or at the opposite one where there is no room. */
function place(tip: HTMLElement, anchor: Element, side: Side): void {
  const target = anchor.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const [before, after] = [target.top - height - OFFSET_PX, target.bottom + OFFSET_PX];
  const [start, end] = [target.left - width - OFFSET_PX, target.right + OFFSET_PX];
  const upright = side === 'top' || side === 'bottom';
  const below = side === 'bottom' ? after + height + EDGE_PX < window.innerHeight : before < EDGE_PX;
  const right = side === 'right' ? end + width + EDGE_PX < window.innerWidth : start < EDGE_PX;
  const top = upright ? (below ? after : before) : target.top + target.height / 2 - height / 2;
  const left = upright ? target.left + target.width / 2 - width / 2 : right ? end : start;
  tip.style.top = `${within(top, height, window.innerHeight)}px`;
  tip.style.left = `${within(left, width, window.innerWidth)}px`;
}

type TipProps = { id: string; anchor: Element; side: Side; onLeave: () => void; children: ReactNode };

function Tip({ id, anchor, side, onLeave, children }: TipProps) {
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (tip.current) place(tip.current, anchor, side);
  });
  useEffect(() => {
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && onLeave();
    document.addEventListener('keydown', escape);
    window.addEventListener('scroll', onLeave, true);
    return () => {
      document.removeEventListener('keydown', escape);
      window.removeEventListener('scroll', onLeave, true);
    };
  }, [onLeave]);
  return createPortal(
    <div
      ref={tip}
      id={id}
      role="tooltip"
      className="pointer-events-none fixed z-50 flex max-w-64 animate-in items-center gap-2 rounded-sm border border-transparent bg-tooltip px-2 py-1 text-caption text-tooltip-foreground duration-state fade-in-0"
    >
      {children}
    </div>,
    document.body,
  );
}

type TooltipProps = { label: string; shortcut?: ReactNode; side?: Side; children: ReactElement };

/** Shows the name of an icon button on hover and focus; the button still carries its own `aria-label`. */
export function Tooltip({ label, shortcut, side = 'top', children }: TooltipProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<Element>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [hide] = useState(() => () => {
    clearTimeout(timer.current);
    setAnchor(undefined);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <>
      <Slot.Root
        aria-describedby={anchor && shortcut ? id : undefined}
        onPointerEnter={({ currentTarget, pointerType }: PointerEvent) => {
          if (pointerType !== 'touch') timer.current = setTimeout(() => setAnchor(currentTarget), DELAY_MS);
        }}
        onFocus={({ currentTarget }: FocusEvent) => currentTarget.matches(':focus-visible') && setAnchor(currentTarget)}
        onPointerLeave={hide}
        onPointerDown={hide}
        onBlur={hide}
      >
        {children}
      </Slot.Root>
      {anchor && (
        <Tip id={id} anchor={anchor} side={side} onLeave={hide}>
          {label}
          {shortcut}
        </Tip>
      )}
    </>
  );
}
