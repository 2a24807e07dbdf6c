const MOST = 5;

/** A place that somebody went to from the palette. */
export type RecentPlace = { href: string; label: string };

const keyOf = (walletAddress: string) => `selfclaw.recent.${walletAddress}`;

function isPlace(value: unknown): value is RecentPlace {
  const place = value as Partial<RecentPlace> | null;
  return typeof place?.href === 'string' && place.href.startsWith('/') && typeof place.label === 'string';
}

/** Places that this owner went to lately, the newest first. */
export function readRecentPlaces(walletAddress: string): RecentPlace[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(walletAddress)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPlace).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps a place as the newest one; in a browser that keeps nothing it is forgotten. */
export function keepRecentPlace(walletAddress: string, place: RecentPlace): void {
  const others = readRecentPlaces(walletAddress).filter(({ href }) => href !== place.href);
  try {
    window.localStorage.setItem(keyOf(walletAddress), JSON.stringify([place, ...others].slice(0, MOST)));
  } catch {
    // A full or locked storage costs the list of recent places, nothing else.
  }
}
