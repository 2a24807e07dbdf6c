/**
 * What a modal layer does when it closes: `place` puts the focus where it belongs, in the very turn in which the layer would give it back
 * to a trigger. A timer of one's own would come before or after, as the page is busy.
 */
export function closeWith(place: () => void): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    place();
  };
}
