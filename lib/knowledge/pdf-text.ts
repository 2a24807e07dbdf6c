import { createRequire } from 'node:module';
import path from 'node:path';
import { DocumentError } from './document';

const require = createRequire(import.meta.url);

/** A gap between lines beyond this many line heights begins a new paragraph. */
const PARAGRAPH_GAP = 1.6;
/** More than any entry holds: what follows would be refused anyway. */
const ENOUGH_CHARACTERS = 100_000;

type TextItem = { str: string; hasEOL: boolean; height: number; transform: number[] };

/**
 * The text of a PDF, page by page. Scripts, forms, images and fonts of the file are not touched.
 *
 * @throws DocumentError when it is encrypted, damaged, or holds no text, as scanned pages do
 */
export async function readPdf(bytes: Uint8Array): Promise<{ title: string | null; text: string }> {
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = path.dirname(require.resolve('pdfjs-dist/package.json'));
  const loading = pdf.getDocument({
    // It takes what it is given over, so it is given a copy of its own.
    data: new Uint8Array(bytes),
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: pdf.VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    const pages: string[] = [];
    for (let number = 1, length = 0; number <= document.numPages && length < ENOUGH_CHARACTERS; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = joinLines(items.filter((item): item is TextItem & typeof item => 'str' in item));
      pages.push(text);
      length += text.length;
    }
    const text = pages.filter((page) => page !== '').join('\n\n');
    if (text === '') throw new DocumentError('no-text');
    const { info } = await document.getMetadata();
    const title = (info as { Title?: unknown }).Title;
    return { title: typeof title === 'string' && title.trim() !== '' ? title.trim() : null, text };
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError((error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged', { cause: error });
  } finally {
    await loading.destroy();
  }
}

function joinLines(items: readonly TextItem[]): string {
  let text = '';
  let lineY: number | null = null;
  for (const { str, hasEOL, height, transform } of items) {
    const y = transform[5] ?? 0;
    if (str.trim() !== '') {
      if (lineY !== null && height > 0 && Math.abs(lineY - y) > PARAGRAPH_GAP * height && text.endsWith('\n')) text += '\n';
      lineY = y;
    }
    text += str;
    if (hasEOL) text += '\n';
  }
  return (
    text
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      // A word that was divided at the end of a line.
      .replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1')
      .trim()
  );
}
