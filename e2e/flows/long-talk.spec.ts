// A conversation that grew long: it is compacted by its owner, says so where it happened, and every reply shows what the agent saw.
import type { Page } from '@playwright/test';
import { createFromTemplate, finishedReply, say, signIn } from '../support/journey';
import { writeLongConversation } from '../support/long-conversation';
import { expect, test } from '../support/model';

test.setTimeout(240_000);

const log = (page: Page) => page.getByRole('log', { name: 'Conversation' });
const SUMMARY = '- the owner asked many numbered questions and got numbered answers';

test('a long conversation is compacted, says so, and what the agent saw before a reply can be read part by part', async ({
  page,
  wallet,
  model,
  app,
}) => {
  await signIn(page, wallet);
  await createFromTemplate(page, 'Personal Assistant', 'Long');
  model.script({ text: 'Hello, I am here.' });
  await say(page, 'Hello there');
  await finishedReply(page);
  const agentId = /agents\/(\d+)/.exec(page.url())![1]!;
  const conversationId = await writeLongConversation(app.dataDir, agentId, 60);
  await page.goto(`/agents/${agentId}/chat/${conversationId}`);
  await expect(log(page)).toContainText('Answer number 60');

  // By keyboard alone, from the list of conversations.
  const actions = page.getByRole('button', { name: 'Actions for “A very long conversation”' });
  await actions.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Compact' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Compact “A very long conversation”' });
  model.script({ when: { promptIncludes: 'keep the record' }, text: SUMMARY, times: 0 });
  await dialog.getByRole('button', { name: 'Compact' }).press('Enter');
  await expect(dialog).toContainText('48 of 60 messages are summed up');
  await expect(dialog).toContainText('numbered questions');
  await expect(dialog).toContainText('A language model wrote this summary.');
  await dialog.getByRole('button', { name: 'Close' }).last().press('Enter');
  await expect(dialog).toBeHidden();
  await expect(actions).toBeFocused();

  const notice = log(page).locator('details').filter({ hasText: '48 earlier messages summed up' });
  await expect(notice).toBeVisible();
  await notice.locator('summary').click();
  await expect(notice).toContainText('numbered questions');

  model.script({ text: 'That was answer 60.' });
  await say(page, 'Which one was the last?');
  await expect(await finishedReply(page)).toContainText('That was answer 60.');
  await page.getByRole('button', { name: 'Details of this reply' }).last().click();
  await page.getByRole('button', { name: 'What the agent saw' }).click();
  const seen = page.getByRole('dialog', { name: 'What the agent saw' });
  await expect(seen.getByRole('meter', { name: 'Prompt' })).toHaveAttribute('aria-valuetext', /of 12,000 tokens/);
  const part = (name: string) => seen.locator('details').filter({ has: page.locator('summary', { hasText: name }) });
  await part('Summary of older messages').locator('summary').click();
  await expect(part('Summary of older messages')).toContainText('numbered questions');
  await part('The conversation').locator('summary').click();
  await expect(part('The conversation')).toContainText('user: Which one was the last?');
  await expect(part('The conversation')).not.toContainText('Question number 47');
  if (process.env.LOOK_AT) await look(page, process.env.LOOK_AT);
  await page.keyboard.press('Escape');
  await expect(seen).toBeHidden();
  await expect(page.getByRole('button', { name: 'Details of this reply' }).last()).toBeFocused();
});

/** Pictures for whoever wants to see it, in both themes and sizes. */
async function look(page: Page, folder: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1_280, 375]) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: `${folder}/long-talk-${colorScheme}-${width}.png` });
    }
  }
  await page.setViewportSize({ width: 1_280, height: 800 });
}
