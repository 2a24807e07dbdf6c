import type { ExternalToast, toast as show } from 'sonner';

type Show = (by: typeof show) => void;

const waiting: Show[] = [];
let by: typeof show | undefined;
let wake: (() => void) | undefined;

function ask(toShow: Show): void {
  if (by) return toShow(by);
  waiting.push(toShow);
  wake?.();
}

/** Called by the place where toasts appear: `onFirst` when there is something to show and it has to be fetched. */
export function whenFirstAsked(onFirst: () => void): () => void {
  wake = onFirst;
  if (waiting.length > 0) onFirst();
  return () => {
    wake = undefined;
  };
}

/** Called by the place where toasts appear once it can show them. */
export function showBy(sonner: typeof show): void {
  by = sonner;
  for (const toShow of waiting.splice(0)) toShow(sonner);
}

/** Short confirmations, and failures that need no decision. What shows them is fetched with the first. */
export const toast = Object.assign((text: string, options?: ExternalToast) => ask((sonner) => void sonner(text, options)), {
  success: (text: string, options?: ExternalToast) => ask((sonner) => void sonner.success(text, options)),
  error: (text: string, options?: ExternalToast) => ask((sonner) => void sonner.error(text, options)),
});
