// The main job in a browser, on the product as it comes: no key, no account, no request to anywhere else.
import type { Response } from '@playwright/test';
import { createFromTemplate, editMemory, finishedReply, openPart, say, signIn } from '../support/journey';
import { expect, test } from '../support/test';

test('a person signs in, makes an agent, tells it a fact, finds and edits it, and is answered with the edited fact', async ({
  page,
  wallet,
}) => {
  await signIn(page, wallet);
  expect(wallet.signatureRequests).toHaveLength(1);
  expect(wallet.signatureRequests[0]).toContain('wants you to sign in');
  await createFromTemplate(page, 'Personal Assistant', 'Ada');
  await expect(page.getByText('Recall mode: no language model is connected.')).toBeVisible();

  let streamed: Response | undefined;
  page.on('response', (response) => {
    if (/\/chat\/[^/]+\/stream$/.test(response.url())) streamed = response;
  });
  await say(page, 'My sister Amina lives in Nairobi.');
  await expect(await finishedReply(page)).toContainText('Noted');
  await page.waitForURL(/\/chat\/\d+$/);
  // On a busy machine a short reply may be there before its stream is opened.
  for (const sum of ['11 * 11', '12 * 12', '13 * 13']) {
    if (streamed) break;
    await say(page, `What is ${sum}?`);
    await finishedReply(page);
  }
  expect(streamed?.headers()['content-type']).toBe('text/event-stream');

  await openPart(page, 'Memory');
  // Learned in the background, after the reply, and shown as soon as it is.
  await expect(page.getByRole('listitem').filter({ hasText: 'Nairobi' })).toBeVisible({ timeout: 30_000 });
  await editMemory(page, 'Nairobi', 'My sister Amina lives in Mombasa');

  await openPart(page, 'Chat');
  await say(page, 'Where does my sister live?');
  const answer = await finishedReply(page);
  await expect(answer.getByRole('blockquote')).toContainText('My sister Amina lives in Mombasa');
  await expect(answer).not.toContainText('Nairobi');

  await openPart(page, 'Memory');
  await page.getByRole('listitem').filter({ hasText: 'Mombasa' }).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(page.getByRole('dialog', { name: 'History' })).toContainText('Nairobi');
});
