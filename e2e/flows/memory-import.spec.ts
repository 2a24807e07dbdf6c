// What another assistant knows, brought in a browser: uploaded, read by the worker, reviewed, remembered.
import { expect, test } from '../support/test';
import { enterAs, makeAgent, mustCall, signInOverHttp } from '../support/account';
import { photograph } from '../support/pictures';
import { chatGptConversation, zipBytes } from '../../tests/exports';

test('an export is uploaded, read, reviewed and remembered, and what is no export is refused plainly', async ({
  app,
  page,
  context,
  faults,
}) => {
  faults.allow(/400/);
  const account = await signInOverHttp(app.url);
  await enterAs(context, account);
  const agentId = await makeAgent(account, 'Ada');
  for (const content of ['I have two dogs', 'I live in Berlin']) {
    await mustCall(account, 'POST', `/v1/hosted-agents/${agentId}/memories`, { content, category: 'identity' });
  }

  await page.goto(`/agents/${agentId}/memory`);
  await page.getByRole('link', { name: 'Bring from elsewhere' }).click();
  await expect(page.getByRole('heading', { name: 'Bring memories from another assistant' })).toBeVisible();
  const file = page.getByLabel('Export', { exact: true });
  await file.setInputFiles({ name: 'user.json', mimeType: 'application/json', buffer: Buffer.from('{"email":"ada@example.com"}') });
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'no conversations of ChatGPT or Claude' })).toBeVisible();
  await photograph(page, 'import-refused');

  const talks = [
    chatGptConversation('Weekend by the sea', [
      'Hi! I live in Porto. What can I do on a rainy weekend?',
      { role: 'assistant', text: 'I live in Madrid.' },
    ]),
    chatGptConversation('Dinner for six', ['I am allergic to peanuts. Plan a dinner, please.', 'Remember that I have two dogs'], 1),
    chatGptConversation(
      'A very long title of a conversation that says in full what all of it was about, and more',
      ['I work as a nurse in a children’s hospital.'],
      2,
    ),
    chatGptConversation('Wi-Fi', ['Remember that my password is hunter2horse'], 3),
  ];
  await file.setInputFiles({
    name: 'chatgpt-export.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zipBytes({ 'conversations.json': talks })),
  });
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.waitForURL(/\?import=/);
  const fact = (words: string) => page.getByRole('checkbox', { name: words });
  await expect(fact('I am allergic to peanuts')).toBeChecked({ timeout: 30_000 });
  await expect(fact('I have two dogs')).not.toBeChecked();
  await expect(fact('I live in Porto')).not.toBeChecked();
  await expect(page.getByText('It would take the place of: I live in Berlin')).toBeVisible();
  await expect(page.getByText('hunter2horse')).toHaveCount(0);
  await expect(page.getByText('Madrid')).toHaveCount(0);
  await photograph(page, 'import-review');

  await fact('I live in Porto').check();
  await page.getByRole('button', { name: /^Edit “I am allergic/ }).click();
  await page.getByRole('textbox', { name: 'In other words' }).fill('I am allergic to peanuts and sesame');
  await page.getByRole('button', { name: 'Keep these words' }).click();
  await page.getByRole('button', { name: 'Remember 3 facts' }).click();
  await expect(page.getByText('2 new memories, none heard again, 1 replaced.')).toBeVisible();
  await photograph(page, 'import-accepted');
  await page.getByRole('link', { name: 'See the memories' }).click();
  await page.waitForURL(/memory\?source=import/);
  const memories = page.getByRole('list', { name: 'Memory' });
  await expect(memories.getByRole('listitem')).toHaveCount(3);
  await expect(memories).toContainText('I am allergic to peanuts and sesame');
  await expect(memories).toContainText('I live in Porto');
});

test('an import that is gone is announced, and leads back to the others', async ({ app, page, context, faults }) => {
  faults.allow(/404/);
  const account = await signInOverHttp(app.url);
  await enterAs(context, account);
  const agentId = await makeAgent(account, 'Ada');
  await page.goto(`/agents/${agentId}/memory/import?import=01a19b9f-cfb1-79da-bc46-1695607dd761`);
  await expect(page.getByRole('status').filter({ hasText: 'This import is gone' })).toBeVisible();
  await page.getByRole('button', { name: 'Other imports' }).click();
  await expect(page.getByLabel('Export', { exact: true })).toBeVisible();
});
