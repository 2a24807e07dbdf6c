// A deep reflection on the product as it comes, without a language model: too little to begin with, run, read, and taken back.
import { call, enterAs, makeAgent, mustCall, signInOverHttp } from '../support/account';
import { openPart } from '../support/journey';
import { expect, test } from '../support/test';

const FACTS = [
  'I live in Kisumu',
  'I live in Kisumu.',
  'My favourite tea is ginger',
  'My favourite tea is mint',
  'Amina plays the violin',
  'The rent is due on Monday',
  'I keep nine goats',
  'Rice got dear last season',
  'My passport ends in August',
  'I sing in a choir',
];

test('an agent reflects once it knows enough, says what it left out, and it is taken back', async ({ app, page, context }) => {
  const account = await signInOverHttp(app.url);
  await enterAs(context, account);
  const agentId = await makeAgent(account, 'Ada');
  const path = `/v1/hosted-agents/${agentId}`;
  for (const content of FACTS) await mustCall(account, 'POST', `${path}/memories`, { content });

  await page.goto(`/agents/${agentId}/usage`);
  await openPart(page, 'Reflection');
  await expect(page.getByText('0, at least 5 are needed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reflect now' })).toBeDisabled();
  expect((await call(account, 'POST', `${path}/deep-reflection`)).status).toBe(400);
  for (let index = 0; index < 5; index += 1) await mustCall(account, 'POST', `${path}/chat`, { message: 'Which tea do I like?' });

  await page.reload();
  await page.getByRole('button', { name: 'Reflect now' }).click();
  // However fast it is: it ends with a report that stands open.
  await expect(page.getByRole('heading', { name: '1 memory went into another' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('The next may begin on')).toBeVisible();
  await expect(page.getByText('The soul: needs a language model, and none is set up')).toBeVisible();
  await expect(page.getByText('Against: My favourite tea is ginger')).toBeVisible();
  await page.getByText('As a table').click();
  await expect(page.getByRole('region', { name: 'How clarity went' }).getByRole('row')).toHaveCount(2);

  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Taken back: 2 memories are as they were')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take it back' })).toBeHidden();
  const { total } = await mustCall<{ total: number }>(account, 'GET', `${path}/memories`);
  expect(total).toBe(FACTS.length);
});
