'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ComponentProps } from 'react';

type EagerLinkProps = Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> & {
  href: string;
  /** Left to the click itself: for a page that is too vast to be loaded by chance. */
  prefetch?: false;
  /** Reads what the page there will ask for. */
  onReadAhead?: () => void;
};

/**
 * A link inside the app whose page is loaded once somebody is about to follow it: the pointer, a finger or the focus is on it. Menus hold
 * dozens of links; to load what lies behind all of them would keep a page busy that nobody has left.
 */
export function EagerLink({ href, prefetch, onReadAhead, onPointerEnter, onPointerDown, onFocus, ...props }: EagerLinkProps) {
  const router = useRouter();
  const readAhead = () => {
    if (prefetch !== false) router.prefetch(href);
    onReadAhead?.();
  };
  return (
    <Link
      {...props}
      href={href}
      prefetch={false}
      onPointerEnter={(event) => {
        readAhead();
        onPointerEnter?.(event);
      }}
      onPointerDown={(event) => {
        readAhead();
        onPointerDown?.(event);
      }}
      onFocus={(event) => {
        readAhead();
        onFocus?.(event);
      }}
    />
  );
}
