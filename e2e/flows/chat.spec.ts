// The conversation as people use it: more tabs than connections, a network that goes away, years of messages, and the list beside it.
import type { Page } from '@playwright/test';
import { signInOverHttp } from '../support/account';
import { createFromTemplate, finishedReply, ownMessages, replies, say, signIn } from '../support/journey';
import { writeLongConversation } from '../support/long-conversation';
import { createGate, expect, replyPrompts, test } from '../support/model';

const STORY = Array.from({ length: 60 }, (_, index) => `word${index + 1}`).join(' ');
const field = (page: Page) => page.getByRole('textbox', { name: /^Message / });
const log = (page: Page) => page.getByRole('log', { name: 'Conversation' });

test.setTimeout(240_000);

test('offline in mid-answer and back: the reply goes on by itself, and what is said meanwhile is sent once', async ({
  page,
  context,
  wallet,
  model,
  faults,
}) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|ERR_ABORTED|network error/i);
  await signIn(page, wallet);
  await createFromTemplate(page, 'Personal Assistant', 'Off');
  const rest = createGate();
  model.script({ when: { lastUserIncludes: 'story' }, text: STORY, delayMs: 150, heldAfterTokens: 10, heldUntil: rest.opened });
  await say(page, 'Tell me a long story');
  await expect(replies(page).last()).toContainText('word5');
  await page.waitForURL(/\/chat\/\d+$/);

  await context.setOffline(true);
  await expect(page.getByText('You are offline.').first()).toBeVisible();
  await field(page).fill('typed without a network');
  rest.open();
  await page.waitForTimeout(3_000);
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toBeHidden();
  await expect(await finishedReply(page)).toContainText('word60');
  expect(await replies(page).last().innerText()).toMatch(new RegExp(`^${STORY}\\s*$`));
  await expect(field(page)).toHaveValue('typed without a network');

  await context.setOffline(true);
  model.script({ when: { lastUserIncludes: 'typed without' }, text: 'It came through.' });
  await field(page).press('Enter');
  const unsent = page.getByRole('article', { name: 'Your unsent message' });
  await expect(unsent).toContainText('typed without a network');
  await expect(unsent).toContainText('Sends itself when you are back online');
  await expect(field(page)).toHaveValue('');
  await context.setOffline(false);
  await expect(ownMessages(page).filter({ hasText: 'typed without a network' })).toHaveCount(1);
  await expect(unsent).toHaveCount(0);
  await expect(await finishedReply(page)).toContainText('It came through.');
  expect(replyPrompts(model)).toHaveLength(2);
});

test('six tabs on a reply that is being written still answer at once', async ({ page, context, wallet, model }) => {
  await signIn(page, wallet);
  await createFromTemplate(page, 'Personal Assistant', 'Six');
  model.script({ when: { lastUserIncludes: 'story' }, text: Array.from({ length: 12 }, () => STORY).join(' '), delayMs: 250 });
  await say(page, 'Tell me a long story');
  await expect(replies(page).last()).toContainText('word1');
  await page.waitForURL(/\/chat\/\d+$/);
  const tabs = [page];
  for (let count = 1; count < 6; count += 1) {
    const tab = await context.newPage();
    await tab.goto(page.url());
    tabs.push(tab);
  }
  for (const tab of tabs) await expect(replies(tab).last()).toContainText('word3');
  const last = tabs.at(-1)!;
  const status = await last.evaluate(async () => (await fetch('/api/selfclaw/v1/hosted-agents')).status);
  expect(status).toBe(200);
  // A call that waited for a place among the browser's connections would find the reply at its end, with nothing to stop.
  await last.getByRole('button', { name: 'Stop the reply' }).click();
  for (const tab of tabs) await expect((await finishedReply(tab)).getByText('You stopped this reply.')).toBeVisible();

  // A message that is sent in one tab appears in the others.
  model.script({ when: { lastUserIncludes: 'Hello from' }, text: 'Hello to all of them.' });
  await say(last, 'Hello from the sixth tab');
  await expect(ownMessages(tabs[0]!).last()).toContainText('Hello from the sixth tab');
  await expect(replies(tabs[0]!).last()).toContainText('Hello to all of them.');
});

test('two thousand messages: smooth to the first one, few nodes, and the place that is read stays', async ({
  app,
  browser,
  context,
  page,
  wallet,
}) => {
  await signIn(page, wallet);
  const agentId = await createFromTemplate(page, 'Personal Assistant', 'Old');
  const conversationId = await writeLongConversation(app.dataDir, agentId, 2_000);
  await page.goto(`/agents/${agentId}/chat/${conversationId}`);
  await expect(page.getByText('Answer number 2000.')).toBeVisible();
  await expect(page.getByText('Answer number 2000.')).toBeInViewport();
  await expect(log(page)).toHaveAttribute('data-watched', '');

  await test.step('what is read stays where it is while older messages come', async () => {
    const { moved, worstMs, medianMs, longTasks } = await log(page).evaluate(async (view) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const jumps: number[] = [];
      const frames: number[] = [];
      let tasks = 0;
      const observer = new PerformanceObserver((list) => (tasks += list.getEntries().length));
      observer.observe({ type: 'longtask' });
      for (let step = 0; step < 120; step += 1) {
        const rows = [...view.querySelectorAll('[data-message]')];
        const edge = view.getBoundingClientRect().top;
        const row = rows.find((one) => one.getBoundingClientRect().top > edge);
        const before = row?.getBoundingClientRect().top ?? 0;
        const top = view.scrollTop;
        view.scrollTop -= 120;
        const asked = top === 0 ? 0 : Math.min(120, top);
        const first = await frame();
        frames.push((await frame()) - first);
        if (row?.isConnected) jumps.push(Math.abs(row.getBoundingClientRect().top - before - asked));
      }
      observer.disconnect();
      frames.sort((one, other) => one - other);
      return { moved: Math.max(...jumps), worstMs: frames.at(-1)!, medianMs: frames[Math.floor(frames.length / 2)]!, longTasks: tasks };
    });
    console.log(`scrolling up 14,400 px: median frame ${medianMs.toFixed(1)} ms, worst ${worstMs.toFixed(1)} ms, long tasks ${longTasks}`);
    expect(medianMs).toBeLessThan(34);
    expect(moved).toBeLessThan(4);
  });

  await test.step('the first message is reached, and the page stays light', async () => {
    const first = page.getByText('Question number 1, is it?', { exact: true });
    await log(page).focus();
    await expect(async () => {
      await page.keyboard.press('Home');
      await expect(first).toBeInViewport({ timeout: 700 });
    }).toPass({ timeout: 90_000 });
    const nodes = await log(page).evaluate((view) => view.querySelectorAll('*').length);
    console.log(`nodes in the log at the first of 2,000 messages: ${nodes}`);
    expect(nodes).toBeLessThan(3_500);
  });

  await test.step('a whole page shows the end before there are scripts, to its owner alone; a part of it holds no messages', async () => {
    const address = `${app.url}/agents/${agentId}/chat/${conversationId}`;
    const plain = await browser.newContext({ storageState: await context.storageState() });
    await plain.route('**/_next/static/**/*.js', (route) => route.abort());
    const still = await plain.newPage();
    await still.goto(address);
    await expect(still.getByText('Answer number 2000.')).toBeInViewport();
    await plain.close();
    const read = async (headers: Record<string, string>) => {
      const answer = await fetch(address, { headers });
      expect(answer.status).toBe(200);
      return answer.text();
    };
    const owner = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const whole = await read({ cookie: owner, accept: 'text/html' });
    expect(whole).toContain('Answer number 2000.');
    expect(whole).toContain('A very long conversation');
    const stranger = await signInOverHttp(app.url);
    const others = { part: { cookie: owner, accept: '*/*', rsc: '1' }, stranger: { cookie: stranger.cookie, accept: 'text/html' } };
    for (const [name, headers] of Object.entries(others)) {
      const text = await read(headers);
      expect(text, name).toContain(conversationId);
      expect(text, name).not.toContain('Answer number');
      expect(text, name).not.toContain('A very long conversation');
    }
  });

  await test.step('one press leads back to the newest', async () => {
    await page.getByRole('button', { name: 'Go to the newest message' }).click();
    await expect(page.getByText('Answer number 2000.')).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Go to the newest message' })).toBeHidden();
  });

  await test.step('a search leads to the message itself', async () => {
    await page.getByRole('searchbox', { name: 'Search conversations' }).fill('very long');
    await page.getByRole('link', { name: /A very long conversation/ }).click();
    await expect(page).toHaveURL(new RegExp(`/chat/${conversationId}`));
  });
});

test('conversations are found, renamed and deleted; drafts stay with theirs', async ({ page, wallet, model }) => {
  await signIn(page, wallet);
  const agentId = await createFromTemplate(page, 'Personal Assistant', 'Lis');
  model.script({ times: 0, text: 'Noted.' });
  await say(page, 'The bicycle is green');
  await page.waitForURL(/\/chat\/\d+$/);
  await finishedReply(page);
  const bicycle = page.url();
  await page.getByRole('link', { name: 'New conversation' }).click();
  await page.waitForURL(`**/agents/${agentId}/chat`);
  await say(page, 'The kettle is red');
  await page.waitForURL((url) => /\/chat\/\d+$/.test(url.pathname) && url.href !== bicycle);
  await finishedReply(page);
  const list = page.getByRole('navigation', { name: 'Conversations' });
  await expect(list.getByRole('heading', { name: 'Today' })).toBeVisible();

  await test.step('a draft survives leaving and reloading, and belongs to its conversation', async () => {
    await field(page).fill('half a thought');
    await list.getByRole('link', { name: /bicycle/ }).click();
    await expect(field(page)).toHaveValue('');
    await page.goBack();
    await page.reload();
    await expect(field(page)).toHaveValue('half a thought');
    await field(page).fill('');
  });

  await test.step('search finds by words of a message', async () => {
    await page.getByRole('searchbox', { name: 'Search conversations' }).fill('green');
    await expect(list.getByText('1 place found')).toBeVisible();
    await list.getByRole('link', { name: /bicycle/ }).click();
    await expect(page).toHaveURL(/\?message=/);
    await page.getByRole('searchbox', { name: 'Search conversations' }).fill('');
    await expect(list.getByText('1 place found')).toBeHidden();
  });

  await test.step('rename', async () => {
    await list.getByRole('button', { name: /Actions for “The bicycle/ }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('dialog', { name: 'Rename conversation' }).getByLabel('Title').fill('Two wheels');
    await page.keyboard.press('Enter');
    await expect(list.getByRole('link', { name: 'Two wheels' })).toBeVisible();
    await expect(page.getByRole('button', { name: /Actions for “Two wheels/ })).toBeFocused();
  });

  await test.step('delete leads on to a new conversation', async () => {
    await list.getByRole('button', { name: /Actions for “Two wheels/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(list.getByRole('link', { name: 'Two wheels' })).toHaveCount(0);
    await page.waitForURL(`**/agents/${agentId}/chat`);
    await expect(field(page)).toBeFocused();
  });
});

test('a model is chosen in the field, and a message edited, by keyboard alone', async ({ page, wallet, model }) => {
  await signIn(page, wallet);
  await createFromTemplate(page, 'Personal Assistant', 'Key');
  model.script({ when: { lastUserIncludes: 'capital' }, text: 'Canberra.' });
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('What is the capital of Australia?');
  await page.keyboard.press('Enter');
  await expect(await finishedReply(page)).toContainText('Canberra.');
  await page.waitForURL(/\/chat\/\d+$/);
  await expect(field(page)).toBeFocused();

  await page.getByRole('button', { name: 'Model: Grok 4.1 Fast' }).focus();
  await page.keyboard.press('Enter');
  const models = page.getByRole('dialog', { name: 'Which model answers as Key' });
  await expect(models.getByRole('radio')).toHaveCount(4);
  await expect(models.getByRole('radio', { name: /GPT-5.4/ })).toBeDisabled();
  await expect(models.getByText('Not available here: OPENAI_API_KEY is not set').first()).toBeVisible();
  await models.getByRole('radio', { name: /Free default/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(models.getByRole('radio', { name: /Grok 4.20/ })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Model: Grok 4.20' })).toBeFocused();

  model.script({ when: { lastUserIncludes: 'New Zealand' }, text: 'Wellington.' });
  await page.getByRole('button', { name: 'Edit message' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Edit message' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Edit message' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('What is the capital of New Zealand?');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(ownMessages(page)).toHaveCount(1);
  await expect(await finishedReply(page)).toContainText('Wellington.');
  await expect(ownMessages(page).last()).toContainText('New Zealand');
  await expect(field(page)).toBeFocused();
});

test('on a phone the list is a sheet, and reading is left in peace while a reply is written', async ({ page, wallet, model }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await signIn(page, wallet);
  await createFromTemplate(page, 'Personal Assistant', 'Pho');
  const long = Array.from({ length: 40 }, (_, index) => `Paragraph ${index + 1} of it.\n\n`);
  const rest = createGate();
  model.script({ when: { lastUserIncludes: 'story' }, tokens: long, heldAfterTokens: 20, heldUntil: rest.opened });
  await say(page, 'Tell me a story');
  await expect(replies(page).last()).toContainText('Paragraph 16');
  await log(page).evaluate((view) => view.scrollTo({ top: 0 }));
  await expect(page.getByRole('button', { name: 'Reply is being written' })).toBeVisible();
  const before = await log(page).evaluate((view) => view.scrollTop);
  rest.open();
  await finishedReply(page);
  expect(await log(page).evaluate((view) => view.scrollTop)).toBe(before);
  await page.getByRole('button', { name: 'New messages' }).click();
  await expect(page.getByText('Paragraph 40 of it.').first()).toBeInViewport();

  await page.getByRole('button', { name: 'Show conversations' }).click();
  const sheet = page.getByRole('dialog', { name: 'Conversations' });
  await sheet.getByRole('link', { name: 'New conversation' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Talk with Pho' })).toBeVisible();
});
