import type { Template, TemplateResponse } from '@/lib/templates/schema';

/** A template as the API shows it: with the aliases of its defaults, without what only our own pages use. */
export function presentTemplate(template: Template): TemplateResponse {
  const { starterSoul: _starterSoul, sampleExchange: _sampleExchange, ...documented } = template;
  return {
    ...documented,
    defaultDescription: template.description,
    defaultInterests: template.interests,
    defaultTopicsToWatch: template.topicsToWatch,
    defaultSkills: template.skills,
    defaultPreferredLanguage: template.preferredLanguage,
  };
}
