import type { Translate } from '@/messages/keys';

type TemplateWords = { id: string; name: string; tagline: string };
type SkillWords = { id: string; name: string; description: string };

/** A template with its name and tagline in the reader's language; the catalogue itself, and the API, speak English. */
export function translatedTemplate<Template extends TemplateWords>(t: Translate, template: Template): Template {
  const key = `templates.${template.id}.name` as 'templates.general.name';
  const taglineKey = `templates.${template.id}.tagline` as 'templates.general.tagline';
  return t.has(key) ? { ...template, name: t(key), tagline: t(taglineKey) } : template;
}

/** A skill with its name and description in the reader's language. */
export function translatedSkill<Skill extends SkillWords>(t: Translate, skill: Skill): Skill {
  const key = `skills.${skill.id}.name` as 'skills.news-radar.name';
  const descriptionKey = `skills.${skill.id}.description` as 'skills.news-radar.description';
  return t.has(key) ? { ...skill, name: t(key), description: t(descriptionKey) } : skill;
}
