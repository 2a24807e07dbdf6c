import { useEffect } from 'react';
import { keepCookie } from './keep-cookie';
import { timeZoneCookie } from './time-zone-cookie';

/** The zone is asked for when a page has started; that a traveller's next page is right is early enough. */
const KEEP_AFTER_MS = 2_000;

let known: string | undefined;

/**
 * The time zone of this browser, as an IANA name. Asked for when the first date is written: the first use of the dates of `Intl` takes a
 * page tens of milliseconds, which is too much for its start.
 */
export function readerTimeZone(): string {
  known ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return known;
}

/** Keeps the reader's zone, so that the server writes the times of the next page as the reader's clock shows them. */
export function useKeptTimeZone(): void {
  useEffect(() => {
    const keep = setTimeout(() => keepCookie(timeZoneCookie, readerTimeZone()), KEEP_AFTER_MS);
    return () => clearTimeout(keep);
  }, []);
}
