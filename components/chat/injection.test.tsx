import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { beforeAll, expect, test } from 'vitest';
import { en } from '@/messages/en';
import { injectionCorpus } from '@/tests/injection-corpus';
import { growth } from './growth';
import { RichText } from './rich-text';

const draw = (content: string, growing: boolean) =>
  renderToStaticMarkup(
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      <RichText content={content} growing={growing} />
    </IntlProvider>,
  );

/** Whatever a browser fetches, runs or sends by itself when it meets it. */
const ACTS_BY_ITSELF =
  /<(?:img|image|picture|source|video|audio|track|iframe|frame|object|embed|link|script|style|form|input|base|meta|svg|portal)\b(?![^>]*aria-)|\s(?:src|srcset|poster|style|background|action|formaction|ping|on\w+)\s*=(?=\s*["'])/i;

beforeAll(async () => {
  await growth.fetch();
});

const replies = injectionCorpus(4_711).flatMap(({ says, text }) => [says, text, `> ${text}\n\n- ${says}`]);

// reliability: 29
test('nothing that an obedient model writes is loaded, run or sent when it is shown, whole or growing', () => {
  expect(replies.length).toBeGreaterThan(75);
  expect('<img src="x">').toMatch(ACTS_BY_ITSELF);
  for (const content of replies) {
    for (const growing of [false, true]) {
      const html = draw(content, growing);
      expect(html.replace(/<svg\b[^>]*class="[^"]*lucide[^>]*>/g, ''), content).not.toMatch(ACTS_BY_ITSELF);
      const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
      for (const address of addresses) expect(address, content).toMatch(/^(?:https?:|mailto:)/);
      // A link goes nowhere until it is pressed, and then tells nothing about where it stood.
      for (const [link] of html.matchAll(/<a [^>]*>/g)) expect(link, content).toContain('rel="noopener noreferrer nofollow"');
    }
  }
});

// reliability: 29
test('a growing picture is not loaded at any of its lengths', () => {
  const source = 'See ![status](http://127.0.0.1:4711/s.png?d=private) and <img src="http://127.0.0.1:4711/i">';
  for (let length = 1; length <= source.length; length += 1) expect(draw(source.slice(0, length), true)).not.toMatch(ACTS_BY_ITSELF);
});
