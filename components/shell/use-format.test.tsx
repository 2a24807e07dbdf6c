import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it } from 'vitest';
import { en } from '@/messages/en';
import { DrawnWith } from './drawn-with';
import { useFormat } from './use-format';

function Times({ of }: { of: string }) {
  const format = useFormat();
  return (
    <p>
      {format.dateTime(of)} · {format.ago(of)}
    </p>
  );
}

it('writes times in markup of the server by the clock and in the zone that the server knows of the reader', () => {
  const drawn = (timeZone: string) =>
    renderToStaticMarkup(
      <IntlProvider locale="en" messages={en} timeZone="UTC">
        <DrawnWith value={{ at: Date.parse('2026-03-01T02:30:00Z'), timeZone }}>
          <Times of="2026-02-28T23:30:00Z" />
        </DrawnWith>
      </IntlProvider>,
    ).replace(/\s/g, ' ');
  expect(drawn('UTC')).toBe('<p>Feb 28, 2026, 11:30 PM · 3 hours ago</p>');
  expect(drawn('Africa/Nairobi')).toBe('<p>Mar 1, 2026, 2:30 AM · 3 hours ago</p>');
});
