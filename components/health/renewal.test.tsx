import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { messagesOf } from '@/messages/dictionaries';
import type { en } from '@/messages/en';
import type { Locale } from '@/messages/locales';
import { useRenewal } from './quota-meter';

const reader = vi.hoisted(() => ({ zone: 'UTC', hydrated: true }));
vi.mock('@/components/shell/reader-time-zone', () => ({ readerTimeZone: () => reader.zone }));
// There is no browser here: whether it has taken the page over is told.
vi.mock('@/lib/api/use-hydrated', () => ({ useHydrated: () => reader.hydrated }));

beforeEach(() => {
  reader.hydrated = true;
  vi.useFakeTimers({ now: new Date('2026-11-29T19:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function Renewal() {
  return useRenewal()('2026-11-30T00:00:00.000Z').text;
}
const draw = (locale: Locale) =>
  renderToStaticMarkup(
    <IntlProvider locale={locale} messages={messagesOf(locale) as typeof en} timeZone="UTC">
      <Renewal />
    </IntlProvider>,
  ).replace(/\s/g, ' ');

// The day of a quota is one of UTC, and it ends by the reader's own clock.
test.each([
  ['en', 'Africa/Nairobi', 'Renewed in 5 hours, at 3:00 AM'],
  ['en', 'Asia/Kolkata', 'Renewed in 5 hours, at 5:30 AM'],
  ['pt-BR', 'America/Sao_Paulo', 'Renovados em 5 horas, às 21:00'],
  ['sw', 'Africa/Nairobi', 'Zinafanywa upya baada ya saa 5, saa 03:00'],
] as const)('in %s a reader in %s is told: %s', (locale, zone, text) => {
  reader.zone = zone;
  expect(draw(locale)).toBe(text);
});

test('until the browser has taken the page over, the time is that of the server’s markup', () => {
  reader.zone = 'Africa/Nairobi';
  reader.hydrated = false;
  expect(draw('en')).toBe('Renewed in 5 hours, at 12:00 AM');
});
