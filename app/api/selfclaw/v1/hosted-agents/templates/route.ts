import { handle } from '@/lib/api/handle';
import { otherMethods } from '@/lib/api/other-methods';
import { templates } from '@/lib/templates/catalogue';
import { listTemplates } from '@/lib/templates/contract';
import { presentTemplate } from '@/lib/templates/present';

export const GET = handle(listTemplates, () => ({ templates: templates.map(presentTemplate) }));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
