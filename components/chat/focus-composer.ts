/** Where a phone would cover half the page with its keyboard, the field waits to be touched. Says whether it took the focus. */
export function focusWithMouse(field: HTMLTextAreaElement | null | undefined): boolean {
  if (!field || !window.matchMedia('(pointer: fine)').matches) return false;
  field.focus({ preventScroll: true });
  return true;
}

/** Puts the keyboard back where the next message is written, and says whether it did. */
export function focusComposer(): boolean {
  return focusWithMouse(document.querySelector<HTMLTextAreaElement>('textarea[data-composer]'));
}
