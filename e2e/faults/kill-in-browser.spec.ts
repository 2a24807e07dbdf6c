// What the person in front of the page sees when the web process dies in mid-answer.
import { createFromTemplate, finishedReply, ownMessages, replies, say, signIn } from '../support/journey';
import { expect, test } from '../support/model';

const STORY = Array.from({ length: 60 }, (_, index) => `word${index + 1}`).join(' ');

test('the page outlives a killed web process: the words stay, the reply offers another try, and that one is whole', async ({
  app,
  page,
  wallet,
  model,
  faults,
}) => {
  test.setTimeout(180_000);
  faults.allow(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_NETWORK|status of 50[03]/);
  await signIn(page, wallet);
  await createFromTemplate(page, 'Personal Assistant', 'Ada');
  model.script({ when: { lastUserIncludes: 'story' }, text: STORY, delayMs: 250 });
  await say(page, 'Tell me a story');
  await expect(replies(page).last()).toContainText('word12');
  app.kill('web');
  await app.untilHealthy();
  // The lease of the dead process runs out and the worker ends the reply; nobody touches the page.
  const retry = replies(page).last().getByRole('button', { name: 'Try again' });
  await expect(retry).toBeVisible({ timeout: 60_000 });
  // What was stored a moment before the end is kept.
  await expect(replies(page).last()).toContainText('word8');
  model.script({ when: { lastUserIncludes: 'story' }, text: STORY, delayMs: 20 });
  await retry.click();
  await expect(retry).toBeHidden();
  expect(await (await finishedReply(page)).innerText()).toMatch(new RegExp(`^${STORY}\\s*$`));
  await expect(replies(page)).toHaveCount(1);
  await expect(ownMessages(page)).toHaveCount(1);
});
