// The mind with a language model behind it, in a browser: knowledge that is cited, facts that are learned, their price, a long talk that
// is summed up, and a reflection that is taken back.
import type { Page } from '@playwright/test';
import { type Account, enterAs, makeAgent, mustCall, signInOverHttp } from '../support/account';
import { finishedReply, openPart, say } from '../support/journey';
import { writeLongConversation } from '../support/long-conversation';
import { expect, replyPrompts, test } from '../support/model';

const GUIDE = `# Guest house\n\n## Arrival\n\nGuests get their keys from Ferdinand at the blue kiosk, between two and nine in the evening.\n\n## Breakfast\n\n${'Breakfast is served under the mango tree, with fruit and chapati. '.repeat(30)}`;

const AMINA = "The owner's sister Amina lives in Nairobi.";
const SUMMARY = '- the owner asked many numbered questions and got numbered answers';

/** Two that surely say the same, two of which one can be true, and two that make one sentence; the rest stands alone. */
const FACTS = [
  'I live in Kisumu',
  'I live in Kisumu.',
  'My favourite tea is ginger',
  'My favourite tea is mint',
  'Juma repairs my bicycle in his workshop beside the mosque',
  'The bicycle workshop of Juma opens early on Saturday',
  'The rent is due on Monday',
  'Rice got dear last season',
  'My passport ends in August',
];
const WORKSHOP = 'Juma repairs my bicycle in his workshop beside the mosque, which opens early on Saturday';
const NEXT_SOUL = 'I am Ada. I like the lake as much as my owner does, and I say plainly what I think.';

const usage = { inputTokens: 1_000, outputTokens: 100 };
const json = (promptIncludes: string, value: object) => ({ when: { promptIncludes, wantsJson: true }, text: JSON.stringify(value), usage });

const rowOf = (page: Page, list: string, text: string) =>
  page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: text });

/** What a reflection may change. */
async function readMind(account: Account, path: string) {
  const { memories } = await mustCall<{ memories: { content: string }[] }>(account, 'GET', `${path}/memories?limit=100`);
  const { soul } = await mustCall<{ soul: string }>(account, 'GET', `${path}/soul`);
  return { memories: memories.map(({ content }) => content).toSorted(), soul };
}

test('with a language model the mind cites, learns, counts, sums up, reflects, and takes it back', async ({
  app,
  page,
  context,
  model,
}) => {
  const account = await signInOverHttp(app.url);
  await enterAs(context, account);
  const agentId = await makeAgent(account, 'Ada');
  const path = `/v1/hosted-agents/${agentId}`;

  await test.step('a text that was added stands fenced in the prompt, and the reply’s citation opens the passage', async () => {
    await page.goto(`/agents/${agentId}/knowledge?add=1`);
    const dialog = page.getByRole('dialog', { name: 'Add knowledge' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Guest house');
    await dialog.getByRole('textbox', { name: 'Text' }).fill(GUIDE);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(rowOf(page, 'Knowledge', 'Guest house')).toContainText('passages');
    await expect(rowOf(page, 'Knowledge', 'Guest house')).not.toContainText('Being indexed', { timeout: 15_000 });

    model.script({ when: { lastUserIncludes: 'keys' }, text: 'From Ferdinand, at the blue kiosk [1].', usage });
    await openPart(page, 'Chat');
    await say(page, 'Where do guests get their keys?');
    const answer = await finishedReply(page);
    await expect(answer).toContainText('From Ferdinand, at the blue kiosk');
    expect(replyPrompts(model).at(-1)).toMatch(
      /<data-([0-9a-f]{12}) name=\\"knowledge\\">\\n## \[1\] Guest house(?:(?!<\/data).)*Ferdinand.*<\/data-\1>/,
    );

    await answer.getByRole('list', { name: 'Sources' }).getByRole('link').first().click();
    await page.waitForURL(/\/knowledge\?entry=.+&passage=\d+$/);
    await expect(page.getByRole('list', { name: 'Passages' }).locator('[aria-current]')).toContainText('Ferdinand at the blue kiosk');
    await expect(page.getByRole('list', { name: 'Where it was used' })).toContainText('Quoted');
  });

  await test.step('a fact that was said is learned by the model, and all calls stand on the usage page with their price', async () => {
    const learned = { fact: AMINA, category: 'relationship', confidence: 0.9, importance: 0.7, replaces: null };
    model.script(json('My sister Amina', { facts: [learned] }), { when: { lastUserIncludes: 'Amina' }, text: 'How lovely.', usage });
    await openPart(page, 'Chat');
    await say(page, 'My sister Amina lives in Nairobi.');
    await finishedReply(page);
    await openPart(page, 'Memory');
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('listitem').filter({ hasText: AMINA })).toBeVisible({ timeout: 1_500 });
    }).toPass({ timeout: 15_000 });

    await openPart(page, 'Usage');
    await expect(page.getByText('grok-4-1-fast-non-reasoning, xai').first()).toBeVisible();
    const types = page.locator('section', { has: page.getByRole('heading', { name: 'By kind of call', exact: true }) });
    await types.getByText('As a table').click();
    // 1,000 tokens at 0.20 and 100 at 0.50 dollars a million are 0.00025 a call.
    await expect(types.getByRole('row', { name: /^Replies 2 2,200 \$0\.0005 / })).toBeVisible();
    await openPart(page, 'Growth');
    await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Curious' }).first()).toBeVisible();
  });

  await test.step('a long talk is summed up by the model', async () => {
    const conversationId = await writeLongConversation(app.dataDir, String(agentId), 60);
    await page.goto(`/agents/${agentId}/chat/${conversationId}`);
    await page.getByRole('button', { name: 'Actions for “A very long conversation”' }).click();
    await page.getByRole('menuitem', { name: 'Compact' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compact “A very long conversation”' });
    model.script({ when: { promptIncludes: 'keep the record', wantsJson: false }, text: SUMMARY, usage });
    await dialog.getByRole('button', { name: 'Compact' }).click();
    await expect(dialog).toContainText('A language model wrote this summary.');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    const notice = page.getByRole('log', { name: 'Conversation' }).locator('details').filter({ hasText: '48 earlier messages summed up' });
    await notice.locator('summary').click();
    await expect(notice).toContainText('numbered questions');
  });

  await test.step('a reflection merges, decides, writes the soul anew and proposes a task, and all of it is taken back', async () => {
    for (const content of FACTS) await mustCall(account, 'POST', `${path}/memories`, { content });
    for (let index = 0; index < 3; index += 1) await mustCall(account, 'POST', `${path}/chat`, { message: 'Which tea do I like?' });
    const before = await readMind(account, path);
    model.script(
      json('memories of its owner in order', {
        actions: [
          { kind: 'contradiction', keep: 2, drop: [1], text: null },
          { kind: 'merge', keep: 3, drop: [4], text: WORKSHOP },
        ],
      }),
      json('You keep the soul document', { soul: NEXT_SOUL, reason: 'I know the lake now.' }),
      json('You check a text', { verdict: 'safe' }),
      json('You are the mentor', {
        advice: 'Your notes on tea disagreed.',
        tasks: [{ title: 'Renew the passport', description: 'It ends in August.', priority: 'high' }],
      }),
    );
    await page.goto(`/agents/${agentId}/reflection`);
    await page.getByRole('button', { name: 'Reflect now' }).click();
    const report = page.getByRole('main');
    await expect(report.getByRole('heading', { name: '1 contradiction is resolved' })).toBeVisible({ timeout: 20_000 });
    await expect(report.getByRole('heading', { name: '2 memories went into others' })).toBeVisible();
    await expect(report.getByText(WORKSHOP)).toBeVisible();
    await expect(report.locator('del')).toHaveText('My favourite tea is ginger');
    await expect(report.getByText('It was written anew.')).toBeVisible();
    await expect(report.getByRole('heading', { name: '1 task waits for you' })).toBeVisible();
    await expect(report.getByText('Renew the passport')).toBeVisible();
    await expect(report.getByText('Your notes on tea disagreed.')).toBeVisible();
    await expect(report.getByText('$1.00').first()).toBeVisible();
    await expect(report.getByText('4,400 tokens')).toBeVisible();
    expect((await readMind(account, path)).soul).toBe(NEXT_SOUL);

    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByText('Taken back: 5 memories are as they were')).toBeVisible();
    expect(await readMind(account, path)).toEqual(before);
  });
});
