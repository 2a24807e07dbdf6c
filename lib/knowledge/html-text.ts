import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { DocumentError } from './document';

/** Parts of a page that are not what it says. */
const LEFT_OUT = new Set(
  'head title script style noscript template iframe svg canvas nav aside form button select input textarea video audio'
    .toUpperCase()
    .split(' '),
);
const BLOCKS = new Set(
  'address article blockquote center dd details div dl dt fieldset figcaption figure footer header main p section summary'
    .toUpperCase()
    .split(' '),
);

type Tree = { nodeType: number; nodeName: string; textContent: string | null; childNodes: Iterable<Tree> };

/**
 * What a page says, as Markdown: its article where it has one, else all of its text. Links and images are left out, and what its markup hides.
 *
 * @throws DocumentError when it says nothing, as pages do that are drawn by scripts alone
 */
export function readHtml(html: string): { title: string | null; text: string } {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  // A page without a head may name itself anywhere.
  const title = clean(document.querySelector('title')?.textContent ?? '') || null;
  for (const hidden of document.querySelectorAll('[hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"]'))
    hidden.remove();
  const whole = render(document.body as unknown as Tree | null);
  const article = new Readability(document as unknown as Document, { charThreshold: 200 }).parse();
  const found = article?.content ? render(parseHTML(`<html><body>${article.content}</body></html>`).document.body as unknown as Tree) : '';
  const text = found.length >= Math.min(200, whole.length / 4) ? found : whole;
  if (text === '') throw new DocumentError('no-text');
  return { title: title ?? (clean(article?.title ?? '') || null), text };
}

const clean = (text: string) => text.replace(/\s+/g, ' ').trim();

function render(body: Tree | null): string {
  if (!body) return '';
  return renderChildren(body)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function renderChildren(node: Tree): string {
  return [...node.childNodes].map(renderNode).join('');
}

function renderNode(node: Tree): string {
  if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/g, ' ');
  const name = node.nodeName.toUpperCase();
  if (node.nodeType !== 1 || LEFT_OUT.has(name)) return '';
  if (/^H[1-6]$/.test(name)) return block(`${'#'.repeat(Number(name[1]))} ${clean(node.textContent ?? '')}`);
  if (name === 'PRE') return block(`\`\`\`\n${(node.textContent ?? '').replace(/\n+$/, '')}\n\`\`\``);
  if (name === 'BR') return '\n';
  if (name === 'HR') return '\n\n';
  if (name === 'UL' || name === 'OL') return block(renderList(node, name === 'OL'));
  if (name === 'TABLE') return block(renderTable(node));
  const inner = renderChildren(node);
  return BLOCKS.has(name) ? block(inner.trim()) : inner;
}

const block = (text: string) => (text.trim() === '' ? '' : `\n\n${text}\n\n`);

function renderList(list: Tree, isNumbered: boolean): string {
  return [...list.childNodes]
    .filter(({ nodeName }) => nodeName.toUpperCase() === 'LI')
    .map((item, index) => {
      const text = renderChildren(item)
        .trim()
        .replace(/\n{2,}/g, '\n')
        .replace(/\n/g, '\n  ');
      return `${isNumbered ? `${index + 1}.` : '-'} ${text}`;
    })
    .join('\n');
}

function renderTable(table: Tree): string {
  const rows = [...descendants(table)].filter(({ nodeName }) => nodeName.toUpperCase() === 'TR');
  return rows
    .map((row) => [...row.childNodes].filter(({ nodeName }) => /^T[DH]$/i.test(nodeName)).map((cell) => clean(cell.textContent ?? '')))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function* descendants(node: Tree): Generator<Tree> {
  for (const child of node.childNodes) {
    yield child;
    yield* descendants(child);
  }
}
