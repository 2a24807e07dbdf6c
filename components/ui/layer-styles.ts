import { cva } from 'class-variance-authority';

export const overlayStyles =
  'fixed inset-0 z-40 bg-overlay duration-layer data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=open]:fade-in-0';

/** A modal layer: in the middle of the screen, or at an edge; on a phone the middle one comes from below. */
export const modalStyles = cva(
  'fixed z-50 flex flex-col gap-5 overflow-y-auto overscroll-contain border bg-surface shadow-modal outline-none duration-layer data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=open]:fade-in-0',
  {
    variants: {
      placement: {
        centre:
          'max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[92dvh] max-sm:rounded-t-xl max-sm:border-x-0 max-sm:border-b-0 max-sm:px-5 max-sm:pt-5 max-sm:pb-[max(1.25rem,env(safe-area-inset-bottom))] max-sm:data-[state=closed]:slide-out-to-bottom-8 max-sm:data-[state=open]:slide-in-from-bottom-8 sm:inset-x-4 sm:top-1/2 sm:mx-auto sm:max-h-[86dvh] sm:max-w-lg sm:-translate-y-1/2 sm:rounded-xl sm:p-6 sm:data-[state=open]:zoom-in-98',
        side: 'inset-y-0 start-0 h-dvh w-[min(22rem,88vw)] border-y-0 border-s-0 p-4 data-[state=closed]:slide-out-to-start-8 data-[state=open]:slide-in-from-start-8',
        end: 'inset-y-0 end-0 h-dvh w-[min(28rem,94vw)] border-y-0 border-e-0 p-5 sm:p-6 data-[state=closed]:slide-out-to-end-8 data-[state=open]:slide-in-from-end-8',
      },
    },
    defaultVariants: { placement: 'centre' },
  },
);

/** A layer beside what opened it. */
export const floatingStyles =
  'z-50 rounded-lg border bg-surface text-foreground shadow-floating outline-none duration-state data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[side=bottom]:slide-in-from-top-1 data-[side=top]:slide-in-from-bottom-1';

/** One row of a list of actions or choices. */
export const rowStyles =
  'relative flex min-h-8 cursor-default items-center gap-2.5 rounded-sm px-2 py-1.5 text-body outline-none select-none max-sm:min-h-10 data-[disabled]:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0';
