// The timeline of an agent's memory in a browser, and what the page says of a language that the built-in encoder does not read.
import { enterAs, makeAgent, mustCall, signInOverHttp } from '../support/account';
import { expect, test } from '../support/test';

// Far from UTC, in which servers and tests live: days and times are the reader's.
test.use({ timezoneId: 'Asia/Kolkata' });

type Written = { memory: { id: string } };

test('what became of memories is told by days, narrowed in the address, and follows what is done', async ({ app, page, context }) => {
  const account = await signInOverHttp(app.url);
  await enterAs(context, account);
  const agentId = await makeAgent(account, 'Ada');
  await page.goto(`/agents/${agentId}/memory?view=timeline`);
  await expect(page.getByRole('heading', { name: 'Nothing has happened yet' })).toBeVisible();

  const memories = `/v1/hosted-agents/${agentId}/memories`;
  const tea = await mustCall<Written>(account, 'POST', memories, { content: 'Drinks black tea', category: 'preference' });
  await mustCall(account, 'PATCH', `${memories}/${tea.memory.id}`, { content: 'Drinks green tea' });
  const bike = await mustCall<Written>(account, 'POST', memories, { content: 'Rides a red bike' });
  await mustCall(account, 'DELETE', `${memories}/${bike.memory.id}`);
  await mustCall(account, 'PUT', `/v1/hosted-agents/${agentId}/settings`, { preferredLanguage: 'pt-BR' });

  await page.reload();
  await expect(page.getByText(/^The built-in encoder reads English, not Portuguese/)).toBeVisible();
  const day = page.getByRole('region').filter({ has: page.getByRole('list') });
  await expect(day).toHaveCount(1);
  const changes = day.getByRole('listitem');
  await expect(changes).toHaveCount(4);
  await expect(changes.first()).toContainText('Forgotten by you');
  const { at, said } = await changes
    .first()
    .locator('time')
    .evaluate((time: HTMLTimeElement) => ({ at: time.dateTime, said: time.textContent }));
  const plain = (time: string | null) => time?.replace(/\s/g, ' ');
  expect(plain(said)).toBe(plain(new Intl.DateTimeFormat('en', { timeStyle: 'short', timeZone: 'Asia/Kolkata' }).format(new Date(at))));
  await expect(changes.nth(2)).toContainText('Edited by you');

  await page.getByLabel('Change').selectOption({ label: 'Forgotten' });
  await expect(changes).toHaveCount(1);
  await expect(page).toHaveURL(/change=deleted/);
  await page.reload();
  await expect(changes).toHaveCount(1);
  await page.getByLabel('Change').selectOption({ label: 'Archived' });
  await expect(page.getByRole('heading', { name: 'No change matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(changes).toHaveCount(4);

  await page.getByRole('button', { name: 'Add memory' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a memory' });
  await dialog.getByRole('textbox').first().fill('Sings in a choir');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(changes).toHaveCount(5);
  await expect(changes.first()).toContainText('Sings in a choir');

  // Not `check`: the choice follows the address, a moment after the click.
  await page.getByRole('radio', { name: 'What it knows' }).click();
  await expect(page.getByRole('list', { name: 'Memory' }).getByRole('listitem')).toHaveCount(2);

  // From the second page on the server writes times as the reader's clock shows them. ICU has an older name for the zone, too.
  const zone = /Asia\/(Kolkata|Calcutta)/;
  await expect.poll(async () => (await context.cookies()).find(({ name }) => name === 'selfclaw_time_zone')?.value).toMatch(zone);
  expect(await (await page.reload())!.text()).toMatch(zone);
});
