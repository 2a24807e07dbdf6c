'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { ComponentProps } from 'react';

type EagerLinkProps = Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> & {
  href: string;
  /** Reads what the page there will ask for. */
  onReadAhead?: () => void;
};

/**
 * A link inside the app whose page is loaded once somebody is about to follow it: the pointer, a finger or the focus is on it. Menus hold
 * dozens of links; to load what lies behind all of them would keep a page busy that nobody has left.
 */
export function EagerLink({ href, onReadAhead, onPointerEnter, onPointerDown, onFocus, ...props }: EagerLinkProps) {
  const router = useRouter();
  const readAhead = () => {
    router.prefetch(href);
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
