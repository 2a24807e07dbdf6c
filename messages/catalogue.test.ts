import { expect, it } from 'vitest';
import { skills } from '@/lib/skills/catalogue';
import { templates } from '@/lib/templates/catalogue';
import { templates as words } from './en/templates';

it('calls templates and skills in English what the catalogue calls them', () => {
  expect(words.templates).toEqual(
    Object.fromEntries(templates.map(({ id, name, tagline, description }) => [id, { name, tagline, description }])),
  );
  expect(words.skills).toEqual(Object.fromEntries(skills.map(({ id, name, description }) => [id, { name, description }])));
});
