import type { ReactNode } from 'react';

/** One key of a keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-[0.25rem] border border-current/25 px-1 font-sans text-[0.6875rem] leading-none font-medium whitespace-nowrap text-inherit">
      {children}
    </kbd>
  );
}
