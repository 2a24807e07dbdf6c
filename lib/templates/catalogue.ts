import { businessTemplates } from '@/lib/templates/catalogue/business';
import { dailyLifeGuidanceTemplates } from '@/lib/templates/catalogue/daily-life-guidance';
import { dailyLifeMoneyTemplates } from '@/lib/templates/catalogue/daily-life-money';
import { educationTemplates } from '@/lib/templates/catalogue/education';
import { entrepreneurTemplates } from '@/lib/templates/catalogue/entrepreneur';
import { financeTemplates } from '@/lib/templates/catalogue/finance';
import { generalTemplates } from '@/lib/templates/catalogue/general';
import { personalTemplates } from '@/lib/templates/catalogue/personal';
import { productivityTemplates } from '@/lib/templates/catalogue/productivity';
import { socialTemplates } from '@/lib/templates/catalogue/social';
import { templateIds, type Template, type TemplateId } from '@/lib/templates/schema';

const templateById: Record<TemplateId, Template> = {
  ...generalTemplates,
  ...productivityTemplates,
  ...financeTemplates,
  ...socialTemplates,
  ...personalTemplates,
  ...dailyLifeGuidanceTemplates,
  ...dailyLifeMoneyTemplates,
  ...businessTemplates,
  ...educationTemplates,
  ...entrepreneurTemplates,
};

/** All persona templates, in the documented order. */
export const templates: readonly Template[] = templateIds.map((id) => templateById[id]);

/**
 * The template of that id. An id outside the catalogue is accepted by the API and behaves as `general`; the caller
 * echoes back the id it was given, not the one returned here.
 */
export function findTemplate(id: string): Template {
  return templates.find((template) => template.id === id) ?? templateById.general;
}
