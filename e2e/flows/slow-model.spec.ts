// The main job with a model server that answers slowly, and what people do in the meantime.
import { createFromTemplate, editMemory, finishedReply, openPart, ownMessages, replies, say, signIn } from '../support/journey';
import { createGate, expect, replyCalls, replyPrompts, test } from '../support/model';

const STORY = Array.from({ length: 60 }, (_, index) => `word${index + 1}`).join(' ');

const LEARNED = {
  fact: "The owner's sister Amina lives in Nairobi.",
  category: 'relationship',
  confidence: 0.9,
  importance: 0.7,
  replaces: null,
};

test.setTimeout(180_000);

test('reload in mid-answer, stop, an edited fact and a new soul reach the next prompt', async ({ page, wallet, model, faults }) => {
  // A reload breaks the stream that is open.
  faults.allow(/ERR_ABORTED|net::ERR_|network error/i);
  await signIn(page, wallet);
  await createFromTemplate(page, 'Personal Assistant', 'Ada');

  model.script(
    { when: { lastUserIncludes: 'sister' }, text: 'Nairobi, how lovely.' },
    {
      when: { wantsJson: true, promptIncludes: 'Amina' },
      text: JSON.stringify({ facts: [LEARNED] }),
    },
  );
  await say(page, 'My sister Amina lives in Nairobi.');
  await expect(await finishedReply(page)).toContainText('Nairobi, how lovely.');

  await test.step('a reload in mid-answer loses nothing and shows nothing twice', async () => {
    const rest = createGate();
    model.script({ when: { lastUserIncludes: 'story' }, text: STORY, heldAfterTokens: 30, heldUntil: rest.opened });
    await say(page, 'Tell me a long story');
    await expect(replies(page).last()).toContainText('word8');
    await page.reload();
    await expect(replies(page).last()).toContainText('word30');
    await expect(replies(page).last()).not.toContainText('word31');
    rest.open();
    await expect(await finishedReply(page)).toContainText(STORY);
    expect(await replies(page).last().innerText()).toMatch(new RegExp(`^${STORY}\\s*$`));
    await expect(ownMessages(page)).toHaveCount(2);
    await expect(replies(page)).toHaveCount(2);
    expect(replyPrompts(model)).toHaveLength(2);
  });

  await test.step('a stopped reply keeps what was written, and the model is no longer asked', async () => {
    const rest = createGate();
    model.script({
      when: { lastUserIncludes: 'endless' },
      text: STORY.replaceAll('word', 'more'),
      heldAfterTokens: 30,
      heldUntil: rest.opened,
    });
    await say(page, 'Tell me an endless one');
    await expect(replies(page).last()).toContainText('more5');
    await page.getByRole('button', { name: 'Stop the reply' }).click();
    const stopped = await finishedReply(page);
    await expect(stopped).toContainText('You stopped this reply.');
    await expect(stopped).toContainText('more5');
    const asked = replyCalls(model).at(-1)!;
    await expect.poll(() => asked.aborted).toBe(true);
    rest.open();
    await page.reload();
    await expect(replies(page).last()).toContainText('more5');
    await expect(replies(page).last()).not.toContainText('more31');
    expect(asked.sentTokens).toBeLessThanOrEqual(30);
    await expect(replies(page).last()).toContainText('You stopped this reply.');
  });

  await test.step('the edited fact and the new soul stand in the next prompt', async () => {
    await openPart(page, 'Memory');
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('listitem').filter({ hasText: 'Nairobi' })).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await editMemory(page, 'Nairobi', "The owner's sister Amina lives in Mombasa");
    await openPart(page, 'Soul');
    await page.getByLabel('Soul document').fill('I am a lighthouse keeper who answers in the language of the sea.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Soul saved')).toBeVisible();

    await openPart(page, 'Chat');
    model.script({ when: { lastUserIncludes: 'Where does' }, text: 'In Mombasa, by the sea.' });
    await say(page, 'Where does my sister live?');
    await expect(await finishedReply(page)).toContainText('In Mombasa, by the sea.');
    const prompt = replyPrompts(model).at(-1)!;
    expect(prompt).toContain('sister Amina lives in Mombasa');
    expect(prompt).not.toContain('Nairobi');
    expect(prompt).toContain('I am a lighthouse keeper who answers in the language of the sea.');
  });
});

test('a second tab shows the same reply while it is written', async ({ page, context, wallet, model }) => {
  await signIn(page, wallet);
  await createFromTemplate(page, 'Personal Assistant', 'Bo');
  const rest = createGate();
  model.script({ when: { lastUserIncludes: 'story' }, text: STORY, heldAfterTokens: 30, heldUntil: rest.opened });
  await say(page, 'Tell me a long story');
  await expect(replies(page).last()).toContainText('word3');
  await page.waitForURL(/\/chat\/\d+$/);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(replies(second).last()).toContainText('word30');
  await expect(second.getByRole('button', { name: 'Stop the reply' })).toBeVisible();
  rest.open();
  for (const tab of [page, second]) expect(await (await finishedReply(tab)).innerText()).toMatch(new RegExp(`^${STORY}\\s*$`));
  expect(replyPrompts(model)).toHaveLength(1);
});

// reliability: 14
test('a browser that dies at 30 % of a reply finds it whole, once, when it comes back', async ({
  app,
  browser,
  page,
  context,
  wallet,
  model,
}) => {
  await signIn(page, wallet);
  await createFromTemplate(page, 'Personal Assistant', 'Cy');
  const rest = createGate();
  model.script({ when: { lastUserIncludes: 'story' }, text: STORY, heldAfterTokens: 18, heldUntil: rest.opened });
  await say(page, 'Tell me a long story');
  await expect(replies(page).last()).toContainText('word18');
  await page.waitForURL(/\/chat\/\d+$/);
  const [address, state] = [page.url(), await context.storageState()];
  await context.close();
  rest.open();

  const later = await browser.newContext({ storageState: state, baseURL: app.url });
  const reopened = await later.newPage();
  await reopened.goto(address);
  expect(await (await finishedReply(reopened)).innerText()).toMatch(new RegExp(`^${STORY}\\s*$`));
  await expect(replies(reopened)).toHaveCount(1);
  await expect(ownMessages(reopened)).toHaveCount(1);
  expect(replyPrompts(model)).toHaveLength(1);
  await later.close();
});
