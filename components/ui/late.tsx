'use client';

import { Slot } from 'radix-ui';
import { type ComponentType, createElement, type ReactElement, type ReactNode, useEffect, useReducer, useState } from 'react';

/** A part of the page that is fetched when it is first wanted, and kept for everybody who wants it after. */
export type Late<Part> = { now: () => Part | undefined; fetch: () => Promise<unknown> };

/** Names a part without fetching it; a fetch that failed is tried again with the next. */
export function late<Part>(load: () => Promise<Part>): Late<Part> {
  let part: Part | undefined;
  let loading: Promise<unknown> | undefined;
  return {
    now: () => part,
    fetch: () =>
      (loading ??= load().then(
        (loaded) => (part = loaded),
        () => (loading = undefined),
      )),
  };
}

/** The part, once it is wanted and there. */
export function useLatePart<Part>(of: Late<Part>, wanted: boolean): Part | undefined {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!wanted || of.now()) return;
    let left = false;
    void of.fetch().then(() => left || redraw());
    return () => {
      left = true;
    };
  }, [of, wanted]);
  return wanted ? of.now() : undefined;
}

/** The same for a component, drawn with these properties. */
export function useLate<Props extends object>(of: Late<ComponentType<Props>>, wanted: boolean, props: Props): ReactElement | undefined {
  const part = useLatePart(of, wanted);
  return part && createElement(part, props);
}

export type LayerProps = { open?: boolean; onOpenChange?: (open: boolean) => void; trigger?: ReactNode };

/**
 * A layer that is fetched when it is first opened, by its trigger or by `open`. From then on it stays, so that the focus finds the
 * trigger again that it left.
 */
export function LateLayer<Props extends LayerProps>({
  layer,
  opens,
  props,
}: {
  layer: Late<ComponentType<Props>>;
  opens: 'menu' | 'dialog';
  props: Props;
}): ReactElement | null {
  const [asked, setAsked] = useState(false);
  if (props.open && !asked) setAsked(true);
  const opened = useLate(layer, asked, props);
  if (opened) return opened;
  if (!props.trigger) return null;
  const ask = () => (props.open === undefined ? setAsked(true) : props.onOpenChange?.(true));
  return (
    <LateTrigger layer={layer} opens={opens} onAsk={ask}>
      {props.trigger}
    </LateTrigger>
  );
}

type LateTriggerProps = { layer: Late<unknown>; opens: 'menu' | 'dialog'; onAsk: () => void; children: ReactNode };

/** Stands for the trigger of a layer until the layer is fetched: pointing at it fetches, pressing it asks for it. */
function LateTrigger({ layer, opens, onAsk, children }: LateTriggerProps) {
  const fetch = () => void layer.fetch();
  return (
    <Slot.Root
      aria-haspopup={opens}
      aria-expanded={false}
      data-state="closed"
      onPointerEnter={fetch}
      onFocus={fetch}
      onClick={onAsk}
      onKeyDown={(event) => {
        if (opens !== 'menu' || event.key !== 'ArrowDown') return;
        event.preventDefault();
        onAsk();
      }}
    >
      {children}
    </Slot.Root>
  );
}
