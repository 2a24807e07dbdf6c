import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { messagesOf } from './dictionaries';
import { messagesOfGroups, type PageGroup, pageGroups, sharedMessages } from './page-groups';

const groups = Object.keys(pageGroups) as PageGroup[];
const sources = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);

it('leaves out of every page what few pages need, and nothing else', () => {
  const messages = messagesOf('en');
  expect({ ...sharedMessages(messages), ...messagesOfGroups(messages, groups) }).toEqual(messages);
  for (const group of groups) expect(sharedMessages(messages)).not.toHaveProperty(group);
});

it.each(groups)('%s is used in its own folders alone', (group) => {
  const use = new RegExp(`['"\`]${group}\\.\\w`);
  const users = sources.filter((file) => use.test(readFileSync(file, 'utf8')));
  expect(users).not.toEqual([]);
  expect(users.filter((file) => !pageGroups[group].some((folder) => file.startsWith(folder)))).toEqual([]);
});
