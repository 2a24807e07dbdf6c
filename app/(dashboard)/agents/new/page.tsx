import type { Metadata } from 'next';
import { CreatePage } from '@/components/agents/create-page';
import { templates } from '@/lib/templates/catalogue';
import { t } from '@/messages/translate';

export const metadata: Metadata = { title: t('create.title') };

export default function Page() {
  const samples = Object.fromEntries(templates.map((template) => [template.id, template.sampleExchange]));
  return <CreatePage samples={samples} />;
}
