/**
 * Stands in for `rehype-raw` in the browser: HTML inside a reply is shown as text, so the parser that would make elements
 * of it (45 kB gzipped) has nothing to do.
 */
export default function noRawHtml() {
  return () => undefined;
}
