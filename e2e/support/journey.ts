import { expect, type Locator, type Page } from '@playwright/test';
import type { InjectedWallet } from './wallet';

/** Signs in on the page with the injected wallet, and waits for the list of agents. */
export async function signIn(page: Page, wallet: InjectedWallet): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: `Continue with ${wallet.name}` }).click();
  await page.waitForURL('**/agents');
  await expect(page.getByRole('heading', { level: 1, name: 'Agents' })).toBeVisible();
}

/** Creates an agent from a template of the gallery and opens its chat. Gives the id of the agent. */
export async function createFromTemplate(page: Page, template: string, name: string): Promise<string> {
  await page.getByRole('main').getByRole('link', { name: 'New agent' }).click();
  await page.getByRole('button', { name: template }).click();
  await page.getByRole('dialog', { name: template }).getByRole('button', { name: 'Use this template' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Create agent' }).click();
  await page.getByRole('link', { name: `Talk with ${name}` }).click();
  await page.waitForURL('**/chat');
  return /agents\/(\d+)\/chat/.exec(page.url())![1]!;
}

/** Opens a part of the agent by its own navigation. */
export async function openPart(
  page: Page,
  part: 'Chat' | 'Memory' | 'Soul' | 'Growth' | 'Reflection' | 'Usage' | 'Settings',
): Promise<void> {
  await page.getByRole('list', { name: 'Parts of this agent' }).getByRole('link', { name: part }).click();
  await page.waitForURL(`**/${part.toLowerCase()}`);
}

/** Sends a message from the field under the conversation. */
export async function say(page: Page, message: string): Promise<void> {
  const field = page.getByRole('textbox', { name: /^Message / });
  await field.fill(message);
  await field.press('Enter');
  await expect(ownMessages(page).filter({ hasText: message })).toBeVisible();
}

/** The replies of the open conversation, oldest first. */
export function replies(page: Page): Locator {
  return page.getByRole('article', { name: 'Reply' });
}

/** What the owner said in the open conversation, oldest first. */
export function ownMessages(page: Page): Locator {
  return page.getByRole('article', { name: 'Your message' });
}

/** The last reply, once it has ended. */
export async function finishedReply(page: Page, withinMs = 30_000): Promise<Locator> {
  await expect(page.getByRole('button', { name: 'Stop the reply' })).toBeHidden({ timeout: withinMs });
  const last = replies(page).last();
  await expect(last).not.toHaveAttribute('aria-busy', 'true', { timeout: withinMs });
  return last;
}

/** Changes the words of a memory on the memory page. */
export async function editMemory(page: Page, before: string | RegExp, after: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: before }).getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit memory' });
  await dialog.getByLabel('What to remember').fill(after);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: after })).toBeVisible();
}
