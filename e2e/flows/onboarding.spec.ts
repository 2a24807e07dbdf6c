// An agent gets to know its owner: told on creation, looked up by the model's live search, tried again, answered.
import { openPart, signIn } from '../support/journey';
import { expect, test } from '../support/model';

const FOUND = {
  summary: 'Ada Njeri repairs bicycles in Kisumu.',
  interests: ['Bicycles'],
  skills: [],
  recentActivity: [],
  personalContext: '',
  facts: [{ fact: 'User repairs bicycles', category: 'identity' }],
  inferred: [{ field: 'location', value: 'Kisumu, Kenya' }],
  tasks: [],
};

test('an owner is looked up, the failed step is tried again, and a guess is corrected', async ({ page, wallet, model }) => {
  model.script({ when: { promptIncludes: 'Ada Njeri', wantsJson: true }, fault: { kind: 'status', status: 401 } });
  await signIn(page, wallet);
  await page.goto('/agents/new?template=tutor');
  await page.getByLabel('Name', { exact: true }).fill('Msaada');
  await page.getByText('Let it learn about you').click();
  await page.getByLabel('Your name', { exact: true }).fill('Ada Njeri');
  await page.getByLabel('What you want to reach').fill('Open a second workshop');
  await page.getByRole('button', { name: 'Create agent' }).click();
  await expect(page.getByText('It is getting to know you.')).toBeVisible();
  await expect(page.getByText('The model provider refused the request.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Some of it failed. The agent works all the same.')).toBeVisible({ timeout: 20_000 });

  await page.getByRole('link', { name: 'See what it found' }).click();
  await page.waitForURL('**/onboarding');
  model.script({
    when: { promptIncludes: 'Ada Njeri', wantsJson: true },
    text: JSON.stringify(FOUND),
    citations: [{ url: 'https://news.example/ada', title: 'A workshop in Kisumu' }],
  });
  await page.getByRole('button', { name: 'Try the failed step again' }).click();
  await expect(page.getByText('It has got to know you.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(FOUND.summary)).toBeVisible();
  await expect(page.getByRole('link', { name: 'A workshop in Kisumu' })).toHaveAttribute('rel', /noopener/);

  const gap = page.getByRole('listitem').filter({ hasText: 'It takes you for this: Kisumu, Kenya' });
  await expect(gap.getByRole('button', { name: 'That is right' })).toBeVisible();
  await gap.getByLabel('Where are you based?').fill('Nairobi');
  await gap.getByRole('button', { name: 'Keep the answer' }).click();
  await expect(gap).toBeHidden();
  await openPart(page, 'Memory');
  for (const fact of ['User is based in Nairobi', 'User repairs bicycles', 'User wants to reach this goal: Open a second workshop']) {
    await expect(page.getByText(fact).first()).toBeVisible();
  }
});
