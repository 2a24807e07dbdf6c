import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { messagesOf } from './dictionaries';
import { commonGroups, commonMessages, dashboardMessages, messagesOfGroups, type PageGroup, pageGroups } from './page-groups';

const groups = Object.keys(pageGroups) as PageGroup[];
const sources = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);

it('gives each text to one kind of page, and leaves none out', () => {
  const messages = messagesOf('en');
  const kinds = [commonMessages(messages), dashboardMessages(messages), messagesOfGroups(messages, groups)];
  expect(Object.assign({}, ...kinds)).toEqual(messages);
  expect(kinds.flatMap((kind) => Object.keys(kind)).toSorted()).toEqual(Object.keys(messages).toSorted());
});

it('lets what is drawn before the sign-in speak common texts alone', () => {
  const drawn = ['app/error.tsx', 'app/not-found.tsx', 'components/auth/', 'components/shell/locale-switch.tsx', 'components/ui/'];
  const spoken = sources
    .filter((file) => drawn.some((place) => file.startsWith(place)))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bt(?:\.has)?\(['"`](\w+)\.[\w$]/g)].map(([, group]) => group));
  expect(spoken.length).toBeGreaterThan(10);
  expect(spoken.filter((group) => !(commonGroups as readonly string[]).includes(group!))).toEqual([]);
});

it.each(groups)('%s is used in its own folders alone', (group) => {
  const use = new RegExp(`['"\`]${group}\\.\\w`);
  const users = sources.filter((file) => use.test(readFileSync(file, 'utf8')));
  expect(users).not.toEqual([]);
  expect(users.filter((file) => !pageGroups[group].some((folder) => file.startsWith(folder)))).toEqual([]);
});
