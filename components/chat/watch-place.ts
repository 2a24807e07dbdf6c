import { followsAfterScroll, seesEnd, SLACK_PX } from './stick';

type Anchor = { element: Element; offset: number };

/** The first row that is in sight, and how far below the upper edge it begins. */
function findAnchor(view: Element, content: Element): Anchor | undefined {
  const edge = view.getBoundingClientRect().top;
  for (const element of content.querySelectorAll('[data-row]')) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > edge + 1) return { element, offset: top - edge };
  }
  return undefined;
}

/**
 * Keeps a reader's place: at the end while it is followed, else at the line that is being read, whatever is loaded, drawn or
 * resized above it. Browsers that do the latter themselves leave the very top out, so `view` has to switch that off
 * (`overflow-anchor: none`). Rows carry `data-row`. Marks the view with `data-watched`: until then its end may come first in its layout.
 */
export function watchPlace(view: HTMLElement, content: HTMLElement, onAway: (away: boolean) => void) {
  // A view whose end comes first counts from there, downwards from nought; who scrolled it before there were scripts goes on reading.
  const fromEnd = Math.max(0, -view.scrollTop);
  view.dataset.watched = '';
  let follows = fromEnd <= SLACK_PX;
  let top = 0;
  let anchor: Anchor | undefined;

  function note(): void {
    top = view.scrollTop;
    anchor = follows ? undefined : findAnchor(view, content);
  }

  /** Makes up for what came or went above the line that is read; scrolling that happened meanwhile stands. */
  function correct(): void {
    if (!anchor?.element.isConnected) return;
    const offset = anchor.element.getBoundingClientRect().top - view.getBoundingClientRect().top;
    const shift = offset - anchor.offset + (view.scrollTop - top);
    if (Math.abs(shift) >= 1) view.scrollTop += shift;
  }

  function scrolled(): void {
    const place = { top: view.scrollTop, height: view.scrollHeight, viewport: view.clientHeight };
    follows = followsAfterScroll(follows, top, place);
    onAway(!follows && !seesEnd(place));
    if (!follows) correct();
    note();
  }

  function resized(): void {
    if (follows) view.scrollTop = view.scrollHeight;
    else correct();
    note();
  }

  if (!follows) {
    view.scrollTop = view.scrollHeight - view.clientHeight - fromEnd;
    onAway(true);
    note();
  }
  resized();
  const observer = new ResizeObserver(resized);
  observer.observe(content);
  observer.observe(view);
  view.addEventListener('scroll', scrolled, { passive: true });

  return {
    /** To be called after rows were drawn or left out; what is resized otherwise is noticed. */
    settle: resized,
    /** Goes to the end and follows it. */
    toEnd: () => {
      follows = true;
      onAway(false);
      view.scrollTop = view.scrollHeight;
      note();
    },
    /** Brings a row into the middle of the view, where it stays. */
    toRow: (row: Element) => {
      follows = false;
      row.scrollIntoView({ block: 'center' });
      note();
    },
    stop: () => {
      observer.disconnect();
      view.removeEventListener('scroll', scrolled);
    },
  };
}
