import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { beforeAll, describe, expect, test } from 'vitest';
import { en } from '@/messages/en';
import { growth } from './growth';
import { settleGrowing } from './growing-markdown';
import { blocksToShow, RichText } from './rich-text';

const draw = (content: string, growing = false) =>
  renderToStaticMarkup(
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      <RichText content={content} growing={growing} />
    </IntlProvider>,
  );

beforeAll(async () => {
  await growth.fetch();
});

/** The words that a reader sees, without code. */
function wordsOf(html: string): string {
  const prose = html.replace(/<(pre|code|figcaption)[^>]*>[^]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');
  return prose.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

describe('a whole reply', () => {
  test('a table is drawn in a region of its own that scrolls', () => {
    const html = draw('Before\n\n| Item | Price |\n|:-----|------:|\n| Tea | **3** |\n| Milk | `4` |\n\nAfter');
    expect(html).toMatch(/role="region" aria-label="Table" tabindex="0" class="overflow-x-auto[^"]*"><table/i);
    expect(html).toMatch(/<th scope="col" class="[^"]*text-end[^"]*">Price<\/th>/);
    expect(html).toMatch(/<td class="[^"]*text-end[^"]*"><strong>3<\/strong><\/td>/);
    expect(html).not.toContain('style=');
  });

  test('tasks say whether they are done', () => {
    const html = draw('- [x] Buy tea\n- [ ] Buy milk');
    expect(html).toMatch(/role="img" aria-label="Done"[^]*Buy tea[^]*role="img" aria-label="To do"[^]*Buy milk/);
  });

  test('numbered lists keep their numbers across code and blank lines', () => {
    const html = draw('1. First\n\n   ```sh\n   ls\n\n   pwd\n   ```\n\n2. Second\n\n3. Third');
    expect(html.match(/<ol/g)).toHaveLength(1);
    expect(html.match(/<li/g)).toHaveLength(3);
    expect(html).toContain('<code>ls\n\npwd</code>');
  });

  test('code has its language and a button that copies it', () => {
    const html = draw('```py\nprint("<b>")\n```');
    expect(html).toContain('>py</span>');
    expect(html).toContain('aria-label="Copy code"');
    expect(html).toContain('<code>print(&quot;&lt;b&gt;&quot;)</code>');
  });

  test.each([
    ['[x](https://a.example/?b=1&c=2)', 'href="https://a.example/?b=1&amp;c=2" target="_blank" rel="noopener noreferrer nofollow"'],
    ['[x](mailto:me@a.example)', 'href="mailto:me@a.example"'],
    ['See https://a.example/x.', 'href="https://a.example/x"'],
  ])('%s is a link that tells nothing about this page', (source, attributes) => expect(draw(source)).toContain(attributes));

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,x)',
    '[x](vbscript:x)',
    '[x](/settings)',
    '[x](//evil.example)',
    '[x](file:///etc/passwd)',
    '[x](java&#115;cript:alert(1))',
    '[r]\n\n[r]: javascript:alert(1)',
    '<javascript:alert(1)>',
  ])('%s is not a link', (source) => expect(draw(source)).not.toMatch(/<a\b|href/));

  test('pictures are never loaded: their words stand for them', () => {
    const html = draw(
      '![a cat](https://a.example/cat.png) and ![](https://a.example/dot.png)\n\n[![in a link](https://a.example/x.png)](https://a.example)',
    );
    expect(html).not.toMatch(/<img|<link|src=|cat\.png|dot\.png/);
    expect(html).toContain('[a cat]');
    expect(html).toContain('[in a link]');
  });

  test.each([
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '<div onclick="x">\n\n**bold**\n\n</div>',
    '<!-- hidden -->',
    '<iframe src="/x"></iframe>',
    '<a href="/x">x</a>',
    '<style>*{display:none}</style>',
    '- <svg onload=x>',
    '| <b> |\n|---|\n| <i> |',
  ])('%s is shown as it was written', (source) => {
    const html = draw(source);
    expect(html).not.toMatch(/<(script|img|div (?!class|role)|iframe|a\b|style|svg onload|b>|i>|!--)/);
    expect(wordsOf(html)).toContain(/<[^>]+>/.exec(source)![0]);
  });

  test('headings stand below the heading of the page and have no id', () => {
    expect(draw('# Top\n\n###### Deep')).toMatch(/<h2 class="[^"]*">Top<\/h2><h6 class="[^"]*">Deep<\/h6>/);
  });

  test('references reach from the end of a reply to its beginning', () => {
    expect(draw('See [the page][p].\n\nMore.\n\n[p]: https://a.example')).toContain('href="https://a.example"');
  });

  test('what looks like front matter is part of the reply', () => {
    expect(wordsOf(draw('---\ntitle: x\n---\n\nBody'))).toMatch(/title: x[^]*Body/);
  });
});

describe('a growing reply', () => {
  test.each([
    ['**bo', '<strong>bo</strong>'],
    ['*it', '<em>it</em>'],
    ['`co', '>co</code>'],
    ['~~go', '<del>go</del>'],
    ['a **', '<p>a</p>'],
    ['[the pa', '<span>the pa</span>'],
    ['[the page]', '<span>the page</span>'],
    ['[the page](https://a.exam', '<span>the page</span>'],
    ['See https://a.exam', '<span>https://a.exam</span>'],
    ['See ![a ca', '<p>See</p>'],
    ['- [', ''],
    ['- [x', ''],
    ['# ', ''],
    ['Text\n--', '<p>Text</p>'],
    ['Text\n``', '<p>Text</p>'],
    ['Text\n\n| a | b', '<p>Text</p>'],
    ['Text\n\n| a | b |\n| -', '<p>Text</p>'],
    ['a | b\n--', '<p>a | b</p>'],
  ])('%j is shown as %j', (source, expected) => {
    const html = draw(source, true).replace(/^<div[^>]*>|<\/div>$/g, '');
    if (expected.startsWith('<p>') || expected === '') expect(html).toBe(expected);
    else expect(html).toContain(expected);
  });

  test('a table stands as soon as its second line is whole, and grows by rows', () => {
    expect(draw('| a | b |\n|---|---|\n', true)).toContain('<table');
    expect(draw('| a | b |\n|---|---|\n| 1 |', true)).toMatch(/<td[^>]*>1<\/td>/);
    expect(draw('| a | b |\n|---|---|\n| **1', true)).toContain('<strong>1</strong>');
  });

  test('code shows its lines as they come, never the marks of its end', () => {
    expect(draw('```py\nprint(1)\n``', true)).toContain('<code>print(1)</code>');
    expect(draw('```p', true)).not.toContain('>p<');
    expect(draw('- a\n  ```js\n  x\n  ``', true)).toContain('<code>x</code>');
    expect(draw('```py\nx', true)).not.toContain('Copy code');
    expect(draw('```py\nx\n```', true)).toContain('Copy code');
  });

  test('its last block waits until what settles it has been fetched', () => {
    expect(blocksToShow('One\n\n**tw', true, undefined)).toEqual([{ kind: 'prose', source: 'One', endsInsideCode: false }]);
  });

  test('an unfinished mark is shown as written once the reply has ended', () => {
    expect(wordsOf(draw('2 * 3 and **half'))).toContain('2 * 3 and **half');
  });
});

const samples = [
  'Here is **the plan** with `code` and a [link](https://a.example/x?y=1).\n\n## Steps\n\n1. First, *read* it\n2. Then:\n\n   ```python\n   def main():\n       print("```")\n   ```\n\n3. Done\n\n---\n\nAfter.',
  '| Item | Price | Note |\n|:-----|------:|:---:|\n| Tea | **3** | `a` |\n| Milk | 4 | [x](https://a.example) |\n\nThe table above is ~~wrong~~ right.\n\n| One |\n| --- |\n| 1 |\n',
  'Tasks:\n\n- [x] **Buy** tea\n- [ ] Buy milk\n  - nested `one`\n    - deeper\n\n> A quote with *stress*\n> and more\n\n```ts\nconst a = `b ${c}`;\n```\n\nEnd **bold**, __bold__, _it_, ***both***.',
  'No language:\n\n```\nplain | text\n| a | b |\n**not bold**\n```\n\n~~~~js\n```\ninner\n```\n~~~~\n\n# Title\n\nText ![a picture](https://a.example/p.png) and https://a.example/page.\n\n* one\n* two\n\n+ three\n',
];

/** Marks that a reader must never see outside of code in these samples. */
const RAW_MARKS = /```|~~|\*\*|__|\|\s*:?-|^\s*\||\]\(|\[[ x]?\]|(^|\s)#{1,6}\s/m;

describe('every beginning of a reply', () => {
  test.each(samples.map((sample, index) => [index, sample] as const))('sample %i never shows a raw mark', (_index, sample) => {
    for (let length = 0; length <= sample.length; length += 1) {
      const beginning = sample.slice(0, length);
      expect(wordsOf(draw(beginning, true)), JSON.stringify(beginning)).not.toMatch(RAW_MARKS);
    }
    expect(wordsOf(draw(sample))).not.toMatch(RAW_MARKS);
  });

  test.each(samples.map((sample, index) => [index, sample] as const))('finished blocks of sample %i stand still', (_index, sample) => {
    const final = blocksToShow(sample, false, settleGrowing);
    const lines = sample.split('\n');
    for (let count = 1; count <= lines.length; count += 1) {
      const finished = blocksToShow(`${lines.slice(0, count).join('\n')}\n`, true, settleGrowing).slice(0, -1);
      expect(finished).toEqual(final.slice(0, finished.length));
    }
  });

  test('no text makes it throw, and none brings an element of its own', () => {
    const piece = fc.constantFrom(
      '**',
      '*',
      '_',
      '`',
      '```',
      '~~~',
      '|',
      '---',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '> ',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<b>',
      '</b>',
      '<!--',
      'http://a.b',
      '    ',
      '#',
      'word',
      '\\',
      ':',
      '[x]:',
      '[^1]',
      '&lt;',
      '\t',
      '=',
      '\r\n',
      '☃',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.string({ maxLength: 120 }),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (content, growing) => {
        expect(draw(content, growing)).not.toMatch(/<(b|i|img|script|style|iframe|html)[\s>]/);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a long reply is cut into many blocks, so that its growth draws the last one alone', () => {
    const long = Array.from({ length: 200 }, (_, index) => `Paragraph ${index} of a long reply.`).join('\n\n');
    const before = blocksToShow(long, true, settleGrowing);
    const after = blocksToShow(`${long} And then`, true, settleGrowing);
    expect(before).toHaveLength(200);
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
  });
});
