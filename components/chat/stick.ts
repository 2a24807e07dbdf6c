/** Where a reader stands in what scrolls, in CSS pixels. */
export type Place = { top: number; height: number; viewport: number };

/** Nearer to the end than this, a reader who scrolls down has arrived. */
const ARRIVED_PX = 48;
/** Fractions of pixels are no distance. */
export const SLACK_PX = 2;

const distance = ({ top, height, viewport }: Place) => height - viewport - top;

/** Whether the end is in sight. */
export const seesEnd = (place: Place): boolean => distance(place) <= ARRIVED_PX;

/**
 * Whether the view goes on following what is written, after it was scrolled. Whoever scrolls up by ever so little reads and is left
 * in peace; whoever comes near the end again follows. Words that came below meanwhile are no scrolling up.
 */
export function followsAfterScroll(followed: boolean, topBefore: number, place: Place): boolean {
  if (place.top < topBefore - SLACK_PX) return distance(place) <= SLACK_PX;
  return followed || seesEnd(place);
}
