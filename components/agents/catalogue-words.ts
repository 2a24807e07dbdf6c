import type { Translate } from '@/messages/keys';

type TemplateWords = { id: string; name: string; tagline: string; description: string; defaultDescription: string };
type SkillWords = { id: string; name: string; description: string };

/** A template with its name, tagline and description in the reader's language; the catalogue itself, and the API, speak English. */
export function translatedTemplate<Template extends TemplateWords>(t: Translate, template: Template): Template {
  const key = `templates.${template.id}` as 'templates.general';
  if (!t.has(`${key}.name`)) return template;
  const description = t(`${key}.description`);
  return { ...template, name: t(`${key}.name`), tagline: t(`${key}.tagline`), description, defaultDescription: description };
}

/** A skill with its name and description in the reader's language. */
export function translatedSkill<Skill extends SkillWords>(t: Translate, skill: Skill): Skill {
  const key = `skills.${skill.id}` as 'skills.news-radar';
  return t.has(`${key}.name`) ? { ...skill, name: t(`${key}.name`), description: t(`${key}.description`) } : skill;
}
