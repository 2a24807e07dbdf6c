let known: string | undefined;

/**
 * The time zone of this browser, as an IANA name. Asked for when the first date is written: the first use of the dates of `Intl` takes a
 * page tens of milliseconds, which is too much for its start.
 */
export function readerTimeZone(): string {
  known ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return known;
}
